package dev.terakoya.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.terakoya.daily.DailyChannels;
import dev.terakoya.daily.DailyLedger;
import dev.terakoya.daily.Post;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Learners;
import dev.terakoya.learner.Lookups;
import dev.terakoya.learner.PersonalSettings;
import dev.terakoya.learner.Reminders;
import dev.terakoya.learner.Standings;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Home, drawn anew whenever somebody opens it or answers, and the team's standing. */
public final class HomeRoutes implements SlackApp.Routes {
  private static final Duration GAPS = Duration.ofDays(90);

  private final Desk desk;
  private final NoteLink link;
  private final String command;
  private final Records records;
  private final Supplier<List<Question>> questions;
  private final Set<String> admins;
  private final InstantSource clock;

  /** What is kept, as Home reads it. */
  public record Records(
      Standings standings,
      AnswerBook answers,
      DailyLedger ledger,
      DailyChannels channels,
      Lookups lookups,
      Learners learners) {}

  public HomeRoutes(
      Desk desk,
      NoteLink link,
      String command,
      Records records,
      Supplier<List<Question>> questions,
      Set<String> admins,
      InstantSource clock) {
    this.desk = desk;
    this.link = link;
    this.command = command;
    this.records = records;
    this.questions = questions;
    this.admins = Set.copyOf(admins);
    this.clock = clock;
  }

  @Override
  public void register(App app) {
    app.event(AppHomeOpenedEvent.class, this::opened);
    app.blockAction(Actions.HOME_REMIND, this::remind);
    app.blockAction(Actions.HOME_LANGUAGE, this::language);
  }

  private Response remind(BlockActionRequest request, ActionContext context) {
    Learner learner = learner(request);
    Optional<LocalTime> at = chosen(request).map(LocalTime::parse);
    desk.later()
        .run(
            "choosing a reminder",
            () -> choose(learner, s -> s.remindedAt(at, desk.zone(learner.user()).or(s::zone))));
    return context.ack();
  }

  private Response language(BlockActionRequest request, ActionContext context) {
    Learner learner = learner(request);
    choose(learner, settings -> settings.inLanguage(chosen(request)));
    desk.languageChosen(learner.user());
    return context.ack();
  }

  private void choose(Learner learner, UnaryOperator<PersonalSettings> change) {
    Learners learners = records.learners();
    learners.choose(learner, change.apply(learners.settings(learner)), clock.instant());
    publish(learner);
  }

  private static Learner learner(BlockActionRequest request) {
    var payload = request.getPayload();
    return new Learner(payload.getTeam().getId(), payload.getUser().getId());
  }

  private static Optional<String> chosen(BlockActionRequest request) {
    var action = request.getPayload().getActions().getFirst();
    return Optional.of(action.getSelectedOption().getValue())
        .filter(value -> !value.equals(HomeBlocks.NONE));
  }

  /** Tells a person in a direct message that something is due. */
  public void remind(Reminders.Reminder reminder) {
    String user = reminder.learner().user();
    desk.later().run("reminding", () -> desk.direct(user, blocks(user).reminder(reminder.due())));
  }

  private Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    if (!"messages".equals(payload.getEvent().getTab())) {
      publish(new Learner(payload.getTeamId(), payload.getEvent().getUser()));
    }
    return context.ack();
  }

  /** Draws a person's Home anew. */
  public void publish(Learner learner) {
    desk.later()
        .run(
            "drawing Home",
            () ->
                desk.api()
                    .call(
                        "views.publish",
                        Map.of(
                            "user_id",
                            learner.user(),
                            "view",
                            blocks(learner.user()).home(contents(learner)))));
  }

  private HomeBlocks blocks(String user) {
    return new HomeBlocks(desk.texts(user), link, command);
  }

  private HomeBlocks.Contents contents(Learner learner) {
    Instant now = clock.instant();
    Optional<Post> today =
        records
            .ledger()
            .since(learner.team(), now.atZone(ZoneId.of("UTC")).toLocalDate().minusDays(1))
            .stream()
            .filter(post -> post.state() == Post.State.POSTED)
            .findFirst();
    boolean answered =
        today.flatMap(post -> records.answers().choice(learner, post.asked().id())).isPresent();
    List<Lookups.Gap> gaps =
        admins.contains(learner.user())
            ? records.lookups().report(learner.team(), now.minus(GAPS))
            : List.of();
    return new HomeBlocks.Contents(
        records
            .standings()
            .of(learner, questions.get(), records.channels().calendar(learner.team()).zone(), now),
        today,
        answered,
        gaps,
        records.learners().settings(learner));
  }

  /** {@code /aws stats}. */
  public Message stats(String rest, SlashCommandRequest request) {
    String team = request.getPayload().getTeamId();
    return blocks(request.getPayload().getUserId())
        .team(records.standings().ofTeam(team, questions.get(), clock.instant()));
  }
}
