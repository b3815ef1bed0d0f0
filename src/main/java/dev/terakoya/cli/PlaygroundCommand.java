package dev.terakoya.cli;

import dev.terakoya.db.Database;
import dev.terakoya.playground.FakeSlack;
import dev.terakoya.playground.Workspace;
import dev.terakoya.playground.Workspace.Words;
import dev.terakoya.slack.ShortcutRoutes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A pretend workspace in the browser, with the real app behind it. */
@Command(
    name = "playground",
    description =
        "A pretend workspace in the browser, on this machine, with the real app behind it.",
    mixinStandardHelpOptions = true)
final class PlaygroundCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "of the page (default 8080; 0: any)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default 127.0.0.1; 0.0.0.0 in a container)")
  private String host;

  @Override
  public Integer call() throws Exception {
    PretendClock clock = new PretendClock();
    String secret = UUID.randomUUID().toString();
    Study study = Study.open(places.notes(), places.index(), places.glossary());
    PlaygroundControls controls = new PlaygroundControls(clock, places::glossary);
    try (FakeSlack slack =
        FakeSlack.start(new InetSocketAddress(host, port), secret, workspace("/aws"), controls)) {
      Settings settings = Settings.of(environment(secret, slack));
      try (Wiring wiring =
          new Wiring(
              settings, CompletableFuture.completedFuture(study), database(), "127.0.0.1", clock)) {
        controls.wired(wiring);
        wiring.start();
        study.rehearse();
        slack.app(URI.create("http://127.0.0.1:" + wiring.port() + "/slack/events"));
        spec.commandLine().getOut().println("Playground: " + slack.page());
        spec.commandLine().getOut().flush();
        Browser.open(slack.page());
        new CountDownLatch(1).await();
      }
    }
    return Main.OK;
  }

  /** A database of its own, unless one is named: the playground starts fresh each time. */
  private Database database() throws IOException {
    return Database.open(
        places.databaseNamed()
            ? places.database()
            : "jdbc:sqlite:"
                + Files.createTempDirectory("terakoya-playground-").resolve("terakoya.db"));
  }

  private static Map<String, String> environment(String secret, FakeSlack slack) {
    return Map.of(
        "SLACK_SIGNING_SECRET",
        secret,
        "SLACK_BOT_TOKEN",
        Workspace.BOT_TOKEN,
        "SLACK_API_URL",
        slack.api().toString(),
        "PORT",
        "0",
        "TERAKOYA_CHANNEL",
        "C0STUDY",
        "TERAKOYA_ADMINS",
        "U0SATO");
  }

  static Workspace workspace(String command) {
    return Workspace.pretend(
        List.of(
            new Workspace.Command(
                command,
                new Words("調べたい言葉", "what to look up"),
                new Words("ノートを調べる", "Look up the notes")),
            new Workspace.Command(
                command + " quiz",
                new Words("", ""),
                new Words("自分だけに 1 問", "One question, only for you")),
            new Workspace.Command(
                command + " stats",
                new Words("", ""),
                new Words("チームの進み具合", "How the team is doing")),
            new Workspace.Command(
                command + " daily",
                new Words("", ""),
                new Words("毎日の一問の設定", "Settings of the daily question")),
            new Workspace.Command(
                command + " help", new Words("", ""), new Words("使い方", "How to use"))),
        List.of(
            new Workspace.Shortcut(
                ShortcutRoutes.LOOK_UP, new Words("この用語を調べる", "Look up terms"), true),
            new Workspace.Shortcut(
                ShortcutRoutes.QUIZ_ME, new Words("一問解く", "One question for me"), false)));
  }
}
