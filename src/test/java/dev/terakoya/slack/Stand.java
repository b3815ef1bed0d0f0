package dev.terakoya.slack;

import dev.terakoya.db.Database;
import dev.terakoya.db.TestDatabases;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Flags;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Seen;
import dev.terakoya.lookup.Lookup;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.SectionId;
import dev.terakoya.playground.Controls;
import dev.terakoya.playground.FakeSlack;
import dev.terakoya.playground.Workspace;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** The whole app of the tests beside a pretend Slack, with a few notes of its own. */
final class Stand implements AutoCloseable {
  static final String SECRET = "a secret of the tests";
  static final String NETWORK =
      """
      # ELB

      ## NLB

      - Network Load Balancer は L4 で振り分ける
      - 固定 IP アドレスを持てる

      ## ALB

      - Application Load Balancer は L7 で振り分ける
      - パスやホスト名でルールを書ける
      """;
  private static final Glossary GLOSSARY = Glossary.bundled();

  final List<Feedback.Useful> useful = new CopyOnWriteArrayList<>();
  final List<String> wishes = new CopyOnWriteArrayList<>();
  final FakeSlack slack =
      FakeSlack.start(0, SECRET, Workspace.pretend(List.of(), List.of()), Controls.NONE);
  final SlackApp app;
  final SlackServer server;
  final Later later = new Later(Duration.ofSeconds(5));
  final Metrics metrics = new Metrics();
  final LookupBlocks.Maker notes = new LookupBlocks.Maker(new NoteLink(""), () -> GLOSSARY);
  volatile boolean made = true;
  private final Database database;
  private final Lookup lookup;

  Stand(Path folder) throws IOException {
    Path files = Files.createDirectories(folder.resolve("notes"));
    Files.writeString(files.resolve("network.md"), NETWORK);
    NotesFolder study = new NotesFolder(files);
    lookup = Lookup.open(study, folder.resolve("index"), GLOSSARY);
    database = Database.open(TestDatabases.sqlite(folder));
    app = app(study);
    server = new SlackServer("127.0.0.1", 0, door(Optional.of(app)));
    server.start();
  }

  SlackServer.Door door(Optional<SlackApp> behind) {
    return new SlackServer.Door(
        new Signature(SECRET),
        behind,
        InstantSource.system(),
        () -> new SlackServer.Readiness(true, "{}"),
        metrics);
  }

  /** Requests come over HTTP. */
  Stand overHttp() {
    slack.app(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"));
    return this;
  }

  private SlackApp app(NotesFolder study) {
    WebApi api = api(Workspace.BOT_TOKEN);
    Readers readers = new Readers(api, later, Language.JA, _ -> Optional.empty());
    Desk desk = new Desk(api, later, readers, metrics, (asked, channel, ts) -> {});
    AnswerBook answers = new AnswerBook(database);
    InstantSource clock = InstantSource.system();
    Once once = new Once(new Seen(database), clock);
    QuestionRoutes.Asking asking = asking(Quiz.of(study, GLOSSARY));
    OneQuestion one = new OneQuestion(desk, answers, asking, notes.link(), clock);
    LookupRoutes looking = new LookupRoutes(desk, () -> lookup, notes, (who, query, found) -> {});
    return new SlackApp(
        List.of(
            new Commands("/aws", desk, looking, Map.of()),
            looking,
            new QuestionRoutes(desk, answers, new Flags(database), one, () -> lookup, notes, clock),
            new EventRoutes(desk, looking, one, once, "/aws"),
            new ShortcutRoutes(desk, looking, notes, one, once),
            new FeedbackRoutes(desk, feedback(), once)),
        desk);
  }

  WebApi api(String token) {
    return new WebApi(slack.api(), token, Duration.ofSeconds(5), (method, outcome) -> {});
  }

  private QuestionRoutes.Asking asking(Quiz quiz) {
    return new QuestionRoutes.Asking() {
      @Override
      public boolean ready() {
        return made;
      }

      @Override
      public Optional<Question> next(Learner learner, Instant now) {
        return quiz.questions().stream().findFirst();
      }

      @Override
      public Optional<Question> about(Learner learner, SectionId section, Instant now) {
        return Optional.empty();
      }
    };
  }

  private Feedback feedback() {
    return new Feedback() {
      @Override
      public void told(Learner learner, Useful said) {
        useful.add(said);
      }

      @Override
      public void wish(Learner learner, String query) {
        wishes.add(query);
      }
    };
  }

  /** Waits until something has come true, for at most ten seconds. */
  static void until(BooleanSupplier truth) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!truth.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true within ten seconds");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public void close() {
    server.close();
    later.close();
    slack.close();
    lookup.close();
    database.close();
  }
}
