package dev.terakoya.cli;

import dev.terakoya.daily.Approvals;
import dev.terakoya.daily.DailyChannels;
import dev.terakoya.daily.DailyLedger;
import dev.terakoya.daily.DailyPoster;
import dev.terakoya.daily.DigestPoster;
import dev.terakoya.daily.Notice;
import dev.terakoya.daily.Post;
import dev.terakoya.daily.Surroundings;
import dev.terakoya.daily.TeamChoosing;
import dev.terakoya.db.Database;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Continuity;
import dev.terakoya.learner.Flags;
import dev.terakoya.learner.Learners;
import dev.terakoya.learner.Lookups;
import dev.terakoya.learner.Reminders;
import dev.terakoya.learner.Round;
import dev.terakoya.learner.Seen;
import dev.terakoya.learner.Standings;
import dev.terakoya.slack.AdminRoutes;
import dev.terakoya.slack.Commands;
import dev.terakoya.slack.DailyRoutes;
import dev.terakoya.slack.Desk;
import dev.terakoya.slack.EventRoutes;
import dev.terakoya.slack.FeedbackRoutes;
import dev.terakoya.slack.HomeRoutes;
import dev.terakoya.slack.Later;
import dev.terakoya.slack.LookupBlocks;
import dev.terakoya.slack.LookupRoutes;
import dev.terakoya.slack.Metrics;
import dev.terakoya.slack.NoteLink;
import dev.terakoya.slack.Once;
import dev.terakoya.slack.OneQuestion;
import dev.terakoya.slack.PeopleRoutes;
import dev.terakoya.slack.QuestionRoutes;
import dev.terakoya.slack.Readers;
import dev.terakoya.slack.ShortcutRoutes;
import dev.terakoya.slack.Signature;
import dev.terakoya.slack.SlackApp;
import dev.terakoya.slack.SlackNoticeboard;
import dev.terakoya.slack.SlackServer;
import dev.terakoya.slack.SocketMode;
import dev.terakoya.slack.WebApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/** Puts the parts together; read it from top to bottom to know who talks to whom. */
final class Wiring implements AutoCloseable {
  private static final Duration SLACK_CALL = Duration.ofSeconds(8);

  /** Signatures are made and checked in real time, also where the playground pretends another. */
  private static final InstantSource REAL_TIME = InstantSource.system();

  private volatile CompletableFuture<Study> study;
  private final Database database;
  private final Later later = new Later(Duration.ofSeconds(3));
  private final LookupLog log;
  private final Metrics metrics = new Metrics();
  private final DailyWork daily;
  private final Study.Follower continuity;
  private final SlackServer server;
  private final Optional<SocketMode> socket;
  private volatile boolean closed;

  /**
   * @param first the notes to begin with; they need not be open before {@link #start}, nor the
   *     database
   */
  Wiring(
      Settings settings,
      CompletableFuture<Study> first,
      Database database,
      String host,
      InstantSource clock) {
    this.database = database;
    WebApi api = new WebApi(settings.api(), settings.botToken(), SLACK_CALL, metrics::call);
    NoteLink link = new NoteLink(settings.notesUrl());
    LookupBlocks.Maker notes = new LookupBlocks.Maker(link, () -> study().glossary());
    AnswerBook answers = new AnswerBook(database);
    Learners learners = new Learners(database);
    Flags flags = new Flags(database);
    DailyChannels channels = new DailyChannels(database);
    SlackNoticeboard board = new SlackNoticeboard(api, SLACK_CALL, answers, link, channels::find);
    Desk desk =
        new Desk(
            api,
            later,
            new Readers(api, later, settings.language(), learners::language),
            metrics,
            board);

    Lookups lookups = new Lookups(database);
    log = new LookupLog(lookups, later, clock);
    LookupRoutes lookup = new LookupRoutes(desk, () -> study().lookup(), notes, log);
    PrivateQuestions asking =
        new PrivateQuestions(this::study, new Round(database), channels::calendar);
    OneQuestion one = new OneQuestion(desk, answers, asking, link, clock);
    QuestionRoutes questions =
        new QuestionRoutes(desk, answers, flags, one, () -> study().lookup(), notes, clock);
    HomeRoutes.Records records =
        new HomeRoutes.Records(
            new Standings(database),
            answers,
            new DailyLedger(database),
            channels,
            lookups,
            learners);
    HomeRoutes home =
        new HomeRoutes(
            desk,
            link,
            settings.command(),
            records,
            () -> study().quiz().questions(),
            settings.admins(),
            clock);
    desk.afterAnswer(home::publish);
    DailyRoutes dailySettings = new DailyRoutes(desk, channels, settings.admins());
    PeopleRoutes people = new PeopleRoutes(desk, learners);
    Commands commands =
        new Commands(
            settings.command(),
            desk,
            lookup,
            Map.of(
                "quiz",
                questions::quiz,
                "stats",
                (rest, request) ->
                    study().soon()
                        ? home.stats(rest, request)
                        : one.reading(request.getPayload().getUserId()),
                "daily",
                dailySettings::show,
                "forget-me",
                people::askToForget,
                "export-me",
                people::export));
    TeamChoosing choosing = new TeamChoosing(database, () -> study().quiz().questions());
    AdminRoutes admins =
        new AdminRoutes(
            desk,
            link,
            new AdminRoutes.Records(channels, new Approvals(database), choosing),
            settings.admins(),
            clock);
    Seen seen = new Seen(database);
    Once once = new Once(seen, clock);
    SlackApp app =
        new SlackApp(
            List.of(
                commands,
                lookup,
                questions,
                home,
                dailySettings,
                people,
                admins,
                new EventRoutes(desk, lookup, one, once, settings.command()),
                new ShortcutRoutes(desk, lookup, notes, one, once),
                new FeedbackRoutes(desk, new LookupFeedback(lookups, log, clock), once)),
            desk);

    Surroundings around = surroundings(clock, admins);
    DailyPoster poster = new DailyPoster(database, board, choosing, around);
    DigestPoster digests =
        new DigestPoster(database, () -> study().quiz().questions(), board, around);
    Reminders reminders = new Reminders(database);
    String language = settings.language().name().toLowerCase(Locale.ROOT);
    daily =
        new DailyWork(
            api,
            channels,
            (team, now) -> {
              poster.tick(now);
              digests.tick(now);
              if (!study().ready()) {
                return;
              }
              admins.propose(now);
              reminders
                  .take(team, study().quiz().questions(), channels.calendar(team).zone(), now)
                  .forEach(home::remind);
            },
            team -> FirstChannel.of(team, settings.daily(), language, new ArrayList<>()),
            now -> {
              lookups.prune(now);
              reminders.prune(now);
              seen.prune(now);
            },
            clock);

    continuity = (traces, all) -> new Continuity(database).follow(traces, all, clock.instant());
    study =
        first.thenApply(opened -> {
          opened.followedBy(continuity);
          return opened;
        });
    socket = settings.appToken().isEmpty() ? Optional.empty() : Optional.of(socket(settings, app));
    Health health = new Health(settings, this::study, database, daily, socket);
    Signature signature = new Signature(settings.signingSecret());
    SlackServer.Door door =
        new SlackServer.Door(
            signature,
            settings.appToken().isEmpty() ? Optional.of(app) : Optional.empty(),
            REAL_TIME,
            health::now,
            metrics);
    server = new SlackServer(host, settings.port(), door);
    gauges(new DailyLedger(database), clock);
  }

  private void gauges(DailyLedger ledger, InstantSource clock) {
    metrics.gauge("terakoya.later", "Calls to Slack that wait", later::waiting);
    metrics.gauge("terakoya.dropped", "Calls dropped since the start", later::dropped);
    metrics.gauge("terakoya.notes", "Files of notes", () -> study().counted().files());
    metrics.gauge("terakoya.sections", "Sections to find", () -> study().lookup().sections());
    metrics.gauge("terakoya.problems", "Problems in the notes", () -> study().counted().problems());
    metrics.gauge(
        "terakoya.questions",
        "Questions that can be asked",
        () -> study().ready() ? study().quiz().questions().size() : 0);
    for (Post.State state : Post.State.values()) {
      metrics.gauge(
          "terakoya.posts",
          "Daily questions of the last 30 days by state",
          () -> posts(ledger, state, clock.instant()),
          "state",
          state.name().toLowerCase(Locale.ROOT));
    }
  }

  private long posts(DailyLedger ledger, Post.State state, Instant now) {
    LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(30);
    return daily.team().stream()
        .flatMap(team -> ledger.since(team, from).stream())
        .filter(post -> post.state() == state)
        .count();
  }

  private SocketMode socket(Settings settings, SlackApp app) {
    WebApi api = new WebApi(settings.api(), settings.appToken(), SLACK_CALL, metrics::call);
    SocketMode mode = new SocketMode(api, app, Duration.ofSeconds(1));
    metrics.gauge(
        "terakoya.socket", "1 while connected by Socket Mode", () -> mode.connected() ? 1 : 0);
    return mode;
  }

  private Surroundings surroundings(InstantSource clock, AdminRoutes admins) {
    return new Surroundings() {
      @Override
      public Instant pause(Duration time) {
        try {
          Thread.sleep(time);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return clock.instant();
      }

      @Override
      public void tell(Notice notice) {
        metrics.trouble(notice.kind().name().toLowerCase(Locale.ROOT));
        LoggerFactory.getLogger(DailyPoster.class)
            .warn("{} {}: {}", notice.key().text(), notice.kind(), notice.detail());
        admins.tell(notice);
      }
    };
  }

  /**
   * Begins to answer, unless it is closed already; whether it did.
   *
   * @throws dev.terakoya.db.DatabaseException if the database cannot be opened
   */
  boolean start() {
    if (closed) {
      return false;
    }
    server.start();
    database.opened();
    synchronized (this) {
      if (!closed) {
        socket.ifPresent(SocketMode::start);
        daily.start();
      }
      return !closed;
    }
  }

  private Study study() {
    return study.join();
  }

  /** The port that answers. */
  int port() {
    return server.port();
  }

  DailyWork daily() {
    return daily;
  }

  /** Goes on with other notes. */
  void study(Study next) {
    Study old = study();
    study = CompletableFuture.completedFuture(next);
    next.followedBy(continuity);
    old.close();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    server.close();
    socket.ifPresent(SocketMode::close);
    daily.close();
    later.close();
    log.close();
    study().close();
    database.close();
  }
}
