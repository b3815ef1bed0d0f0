package dev.terakoya.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.terakoya.learner.Learner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said to the bot: a mention is answered in its thread, a direct message where it stands.
 * Slack has its acknowledgement before the work begins.
 */
public final class EventRoutes implements SlackApp.Routes {
  private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);
  private static final Set<String> QUIZ = Set.of("quiz", "クイズ", "問題", "出題");
  private static final Set<String> TOKEN_GONE =
      Set.of("token_revoked", "account_inactive", "invalid_auth", "not_authed");

  private final Desk desk;
  private final LookupRoutes lookup;
  private final OneQuestion question;
  private final Once once;
  private final String command;
  private final Letterbox letters;

  /**
   * @param command with its slash, for the hint how to ask
   */
  public EventRoutes(
      Desk desk, LookupRoutes lookup, OneQuestion question, Once once, String command) {
    this.desk = desk;
    this.lookup = lookup;
    this.question = question;
    this.once = once;
    this.command = command;
    this.letters = new Letterbox(desk.api());
  }

  @Override
  public void register(App app) {
    app.event(AppMentionEvent.class, this::mentioned);
    app.event(MessageEvent.class, this::told);
    app.event(TokensRevokedEvent.class, (payload, context) -> tokenGone(payload, context));
    app.event(AppUninstalledEvent.class, (payload, context) -> tokenGone(payload, context));
  }

  private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
    AppMentionEvent event = payload.getEvent();
    boolean byPerson =
        event.getBotId() == null
            && event.getUser() != null
            && event.getSubtype() == null
            && event.getEdited() == null;
    if (byPerson) {
      later(
          "answering a mention",
          payload,
          () -> {
            String thread = event.getThreadTs() == null ? event.getTs() : event.getThreadTs();
            Learner learner = new Learner(payload.getTeamId(), event.getUser());
            String words = Typed.words(text(event.getText()));
            letters.post(
                event.getChannel(),
                text(thread),
                words.isEmpty() ? hint(desk.channelTexts()) : lookup.answerForAll(words, learner));
          });
    }
    return context.ack();
  }

  private Response told(EventsApiPayload<MessageEvent> payload, EventContext context) {
    MessageEvent event = payload.getEvent();
    boolean byPerson =
        event.getBotId() == null && event.getUser() != null && event.getEdited() == null;
    if (byPerson && "im".equals(event.getChannelType())) {
      later(
          "answering a direct message",
          payload,
          () -> {
            Learner learner = new Learner(payload.getTeamId(), event.getUser());
            letters.post(
                event.getChannel(),
                text(event.getThreadTs()),
                privately(learner, Typed.words(text(event.getText()))));
          });
    }
    return context.ack();
  }

  private Message privately(Learner learner, String words) {
    if (words.isEmpty()) {
      return hint(desk.texts(learner.user()));
    }
    return QUIZ.contains(words.toLowerCase(java.util.Locale.ROOT))
        ? question.to(learner)
        : lookup.answer(words, learner);
  }

  private Message hint(Texts texts) {
    String hint = texts.say("lookup.empty", command);
    return new Message(hint, List.of(Ui.section(hint)));
  }

  /**
   * Anybody's uninstalling may be told to us; only Slack's own word on our token shows that it was
   * our team's.
   */
  private Response tokenGone(EventsApiPayload<?> payload, EventContext context) {
    later(
        "asking whether our token still works",
        payload,
        () -> {
          try {
            desk.api().call("auth.test", Map.of());
          } catch (SlackException e) {
            if (!TOKEN_GONE.contains(e.error())) {
              throw e;
            }
            LOG.error(
                "Slack has taken our bot token away ({} in team {}): install the app again and give"
                    + " the new SLACK_BOT_TOKEN; nothing stored was deleted",
                payload.getEvent().getType(),
                payload.getTeamId());
          }
        });
    return context.ack();
  }

  private void later(String what, EventsApiPayload<?> payload, Later.Call work) {
    desk.later()
        .run(
            what,
            () -> {
              if (once.first(text(payload.getEventId()))) {
                work.run();
              }
            });
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
