package dev.terakoya.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import dev.terakoya.learner.Learner;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Slack's shortcuts: looking up what a message names, and one question for oneself. */
public final class ShortcutRoutes implements SlackApp.Routes {
  /** The shortcut in a message's menu. */
  public static final String LOOK_UP = "look_up_message";

  /** The shortcut of the whole workspace. */
  public static final String QUIZ_ME = "quiz_me";

  private final Desk desk;
  private final LookupRoutes lookup;
  private final LookupBlocks.Maker notes;
  private final OneQuestion question;
  private final Once once;

  public ShortcutRoutes(
      Desk desk, LookupRoutes lookup, LookupBlocks.Maker notes, OneQuestion question, Once once) {
    this.desk = desk;
    this.lookup = lookup;
    this.notes = notes;
    this.question = question;
    this.once = once;
  }

  @Override
  public void register(App app) {
    app.messageShortcut(LOOK_UP, this::lookUp);
    app.globalShortcut(QUIZ_ME, this::quizMe);
    app.blockAction(Pattern.compile(TermsView.TERM + "_\\d+"), this::tapped);
  }

  private Response lookUp(MessageShortcutRequest request, MessageShortcutContext context) {
    var payload = request.getPayload();
    Learner learner = new Learner(payload.getTeam().getId(), payload.getUser().getId());
    String text = payload.getMessage().getText();
    List<String> terms = TermsView.terms(notes.glossary(), text == null ? "" : Typed.words(text));
    TermsView view = view(learner);
    desk.open(
        payload.getTriggerId(),
        terms.size() == 1
            ? view.of(terms, 0, lookup.look(terms.getFirst(), learner))
            : view.of(terms));
    return context.ack();
  }

  private Response tapped(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Learner learner = new Learner(payload.getTeam().getId(), payload.getUser().getId());
    List<String> terms = TermsView.terms(payload.getView());
    int tapped = terms.indexOf(LookupRoutes.Reference.value(payload));
    if (tapped >= 0) {
      var next = view(learner).of(terms, tapped, lookup.look(terms.get(tapped), learner));
      Map<String, Object> update = Map.of("view_id", payload.getView().getId(), "view", next);
      desk.later().run("showing a term", () -> desk.api().call("views.update", update));
    }
    return context.ack();
  }

  private TermsView view(Learner learner) {
    return new TermsView(desk.texts(learner.user()), notes);
  }

  private Response quizMe(GlobalShortcutRequest request, GlobalShortcutContext context) {
    var payload = request.getPayload();
    Learner learner = new Learner(payload.getTeam().getId(), payload.getUser().getId());
    desk.later()
        .run(
            "asking a question by direct message",
            () -> {
              if (once.first("shortcut " + payload.getTriggerId())) {
                desk.direct(learner.user(), question.to(learner));
              }
            });
    return context.ack();
  }
}
