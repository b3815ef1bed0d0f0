package dev.terakoya.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.AskedId;
import dev.terakoya.learner.Flags;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Verdict;
import dev.terakoya.lookup.Lookup;
import dev.terakoya.notes.SectionId;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Being asked: answering, private questions, reading the note behind one, and saying that one is
 * odd.
 */
public final class QuestionRoutes implements SlackApp.Routes {
  private final Desk desk;
  private final AnswerBook answers;
  private final Flags flags;
  private final OneQuestion one;
  private final Supplier<Lookup> lookup;
  private final LookupBlocks.Maker notes;
  private final NoteLink link;
  private final InstantSource clock;

  /** Where private questions come from. */
  public interface Asking {
    /** Whether the questions are made; waits a moment for them after a start. */
    boolean ready();

    /** What a person is asked next: due first, then new. */
    Optional<Question> next(Learner learner, Instant now);

    /** A question about a section. */
    Optional<Question> about(Learner learner, SectionId section, Instant now);
  }

  public QuestionRoutes(
      Desk desk,
      AnswerBook answers,
      Flags flags,
      OneQuestion one,
      Supplier<Lookup> lookup,
      LookupBlocks.Maker notes,
      InstantSource clock) {
    this.desk = desk;
    this.answers = answers;
    this.flags = flags;
    this.one = one;
    this.lookup = lookup;
    this.notes = notes;
    this.link = notes.link();
    this.clock = clock;
  }

  @Override
  public void register(App app) {
    app.blockAction(Pattern.compile(Actions.ANSWER + "_\\d+"), this::answer);
    app.blockAction(Actions.QUIZ, this::another);
    app.blockAction(Actions.HOME_QUIZ, this::fromHome);
    app.blockAction(Actions.ASK_ABOUT, this::about);
    app.blockAction(Actions.SKIP, this::skip);
    app.blockAction(Actions.UNDO, this::undo);
    app.blockAction(Actions.READ_NOTE, this::read);
    app.blockAction(Actions.FLAG, this::flag);
    app.viewSubmission(Actions.FLAG_VIEW, this::flagged);
  }

  /** {@code /aws quiz}. */
  public Message quiz(String rest, SlashCommandRequest request) {
    var payload = request.getPayload();
    Learner learner = new Learner(payload.getTeamId(), payload.getUserId());
    return one.to(learner);
  }

  private QuestionBlocks blocks(Learner learner) {
    return new QuestionBlocks(desk.texts(learner.user()), link);
  }

  private static Learner learner(BlockActionPayload payload) {
    return new Learner(payload.getTeam().getId(), payload.getUser().getId());
  }

  private Response answer(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Learner learner = learner(payload);
    String[] pressed = LookupRoutes.Reference.value(payload).split(" ", -1);
    AskedId id = new AskedId(pressed[0]);
    int option =
        pressed.length == 2 && pressed[1].matches("\\d") ? Integer.parseInt(pressed[1]) : -1;
    Instant now = clock.instant();
    Verdict verdict = answers.answer(learner, id, option, now, payload.getTriggerId());
    desk.metrics().answer(verdict.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    answers
        .asked(id)
        .ifPresentOrElse(
            asked -> {
              desk.whisper(payload, blocks(learner).verdict(asked, verdict, now));
              count(payload, asked);
              desk.answered(learner);
            },
            () ->
                desk.whisper(
                    payload,
                    blocks(learner).said(desk.texts(learner.user()).say("verdict.unknown"))));
    return context.ack();
  }

  /** Brings the number of answers under a daily question up to date, quietly. */
  private void count(BlockActionPayload payload, Asked asked) {
    if (asked.daily().isPresent() && payload.getContainer() != null) {
      desk.counted(
          asked, payload.getContainer().getChannelId(), payload.getContainer().getMessageTs());
    }
  }

  private Response another(BlockActionRequest request, ActionContext context) {
    Learner learner = learner(request.getPayload());
    desk.whisper(request.getPayload(), one.to(learner));
    return context.ack();
  }

  /** Home is no message: the round goes on in the direct message. */
  private Response fromHome(BlockActionRequest request, ActionContext context) {
    Learner learner = learner(request.getPayload());
    Message first = one.to(learner);
    desk.later().run("beginning a round", () -> desk.direct(learner.user(), first));
    return context.ack();
  }

  private Response about(BlockActionRequest request, ActionContext context) {
    Learner learner = learner(request.getPayload());
    SectionId section = LookupRoutes.Reference.of(request.getPayload()).section();
    desk.whisper(request.getPayload(), one.about(learner, section));
    return context.ack();
  }

  private Response skip(BlockActionRequest request, ActionContext context) {
    Learner learner = learner(request.getPayload());
    answers.skip(
        learner, new AskedId(LookupRoutes.Reference.value(request.getPayload())), clock.instant());
    Message next = one.to(learner);
    desk.respond(request.getPayload().getResponseUrl(), next, Map.of("replace_original", true));
    return context.ack();
  }

  /** A slip is taken back, and the question comes again; after ten minutes it stands. */
  private Response undo(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Learner learner = learner(payload);
    Message said =
        asked(payload)
            .filter(asked -> answers.undo(learner, asked.id(), clock.instant()))
            .map(asked -> blocks(learner).privately(asked))
            .orElseGet(() -> blocks(learner).said(desk.texts(learner.user()).say("undo.late")));
    desk.respond(payload.getResponseUrl(), said, Map.of("replace_original", true));
    desk.answered(learner);
    return context.ack();
  }

  private Response read(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Learner learner = learner(payload);
    asked(payload)
        .flatMap(asked -> lookup.get().section(asked.question().source().section()))
        .ifPresentOrElse(
            section ->
                desk.open(
                    payload.getTriggerId(), notes.in(desk.texts(learner.user())).whole(section)),
            () -> desk.whisper(payload, moved(payload)));
    return context.ack();
  }

  private Message moved(BlockActionPayload payload) {
    Texts texts = desk.texts(payload.getUser().getId());
    String quote = asked(payload).map(a -> a.question().source().text()).orElse("");
    return new QuestionBlocks(texts, link).said(texts.say("note.moved") + "\n" + quote);
  }

  private Optional<Asked> asked(BlockActionPayload payload) {
    return answers.asked(new AskedId(LookupRoutes.Reference.value(payload)));
  }

  private Response flag(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Texts texts = desk.texts(payload.getUser().getId());
    asked(payload).ifPresent(asked -> desk.open(payload.getTriggerId(), FlagView.of(texts, asked)));
    return context.ack();
  }

  private Response flagged(ViewSubmissionRequest request, ViewSubmissionContext context) {
    var payload = request.getPayload();
    Learner learner = new Learner(payload.getTeam().getId(), payload.getUser().getId());
    Texts texts = desk.texts(learner.user());
    boolean withdrawn =
        flags.flag(
            learner,
            new AskedId(payload.getView().getPrivateMetadata()),
            FlagView.reason(payload.getView()),
            clock.instant());
    return context.ack(r -> r.responseAction("update").view(FlagView.thanks(texts, withdrawn)));
  }
}
