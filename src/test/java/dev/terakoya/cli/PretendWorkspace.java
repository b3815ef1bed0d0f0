package dev.terakoya.cli;

import dev.terakoya.db.Database;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.playground.FakeSlack;
import dev.terakoya.playground.Message;
import dev.terakoya.playground.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The real app on our own notes, wired to a pretend Slack on loopback, in time that a test can
 * move.
 */
final class PretendWorkspace implements AutoCloseable {
  static final String CHANNEL = "C0STUDY";
  static final String SATO = "U0SATO";
  static final String SUZUKI = "U0SUZUKI";
  static final String EMMA = "U0EMMA";

  final PretendClock clock = new PretendClock();
  final FakeSlack slack;
  final Study study;
  final Database database;
  final Wiring wiring;

  PretendWorkspace(Path notes, Path folder) {
    this(notes, folder, "jdbc:sqlite:" + folder.resolve("terakoya.db"));
  }

  PretendWorkspace(Path notes, Path folder, String url) {
    this(notes, folder, url, "/aws", Glossary.bundled());
  }

  PretendWorkspace(Path notes, Path folder, String url, String command, Glossary glossary) {
    String secret = "a secret for tests";
    PlaygroundControls controls = new PlaygroundControls(clock, () -> glossary);
    slack = FakeSlack.start(0, secret, PlaygroundCommand.workspace(command), controls);
    Settings settings =
        Settings.of(
            Map.of(
                "SLACK_SIGNING_SECRET",
                secret,
                "SLACK_BOT_TOKEN",
                Workspace.BOT_TOKEN,
                "SLACK_API_URL",
                slack.api().toString(),
                "PORT",
                "0",
                "TERAKOYA_CHANNEL",
                CHANNEL,
                "TERAKOYA_COMMAND",
                command,
                "TERAKOYA_ADMINS",
                SATO));
    study = Study.open(new NotesFolder(notes), folder.resolve("index"), glossary);
    database = Database.open(url);
    wiring =
        new Wiring(
            settings, CompletableFuture.completedFuture(study), database, "127.0.0.1", clock);
    controls.wired(wiring);
    wiring.start();
    slack.app(URI.create("http://127.0.0.1:" + wiring.port() + "/slack/events"));
  }

  /** Moves time to the next daily question and has it posted. */
  void nextQuestion() {
    eventually(() -> wiring.daily().next(clock.instant()).isPresent());
    clock.forwardTo(wiring.daily().next(clock.instant()).orElseThrow());
    wiring.daily().tick();
  }

  /** What a member sees in the channel, the latest last. */
  List<Message> seenBy(String user) {
    return slack.messages(CHANNEL, user);
  }

  /** Waits until something holds, at most twenty seconds. */
  static void eventually(Supplier<Boolean> holds) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds.get()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within twenty seconds");
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    String blocks = System.getProperty("blocks", "");
    if (!blocks.isEmpty()) {
      write(Path.of(blocks + ".calls"));
    }
    wiring.close();
    slack.close();
  }

  /** Every call that the app made, a line each, for {@code checks/slack/run}. */
  private void write(Path to) {
    String calls =
        slack.calls().stream()
            .map(c -> "{\"method\":\"" + c.method() + "\",\"json\":" + c.arguments() + "}\n")
            .collect(Collectors.joining());
    try {
      Files.writeString(to, calls, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
