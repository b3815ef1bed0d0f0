package dev.terakoya.cli;

import com.google.gson.JsonObject;
import dev.terakoya.db.Database;
import dev.terakoya.db.DatabaseException;
import dev.terakoya.lookup.Lookup;
import dev.terakoya.slack.SlackException;
import dev.terakoya.slack.WebApi;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks everything that has to be right, and says how to mend what is not. */
@Command(
    name = "doctor",
    description =
        "Checks configuration, tokens, notes, index, database, and says how to mend each fault.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  private boolean faults;

  @Override
  public Integer call() {
    check(
        "configuration",
        "set the variables named above",
        () ->
            Settings.of(System.getenv()).command()
                + ", language "
                + Settings.of(System.getenv()).language());
    check("notes", "name the folder of your notes with --notes or TERAKOYA_NOTES", this::notes);
    check("index", "delete the folder; it is built again. It must be writable", this::index);
    check(
        "database",
        "see the message; the file or server must be reachable and writable",
        this::database);
    check("disk", "free some space", this::disk);
    Settings settings = settings();
    if (settings.botToken().isEmpty()) {
      say(
          "faint",
          "–",
          "slack",
          "no SLACK_BOT_TOKEN: create the app with the link below, install it, copy the token");
      out().println("    " + createLink(settings));
    } else {
      check("slack", "install the app again and copy its bot token", () -> slack(settings));
      check("channel", "invite the bot: /invite @terakoya in the channel", () -> channel(settings));
    }
    out().flush();
    return faults ? Main.FAILED : Main.OK;
  }

  private static Settings settings() {
    try {
      return Settings.of(System.getenv());
    } catch (ConfigurationException e) {
      return Settings.of(Map.of());
    }
  }

  private interface Check {
    String run() throws Exception;
  }

  private void check(String name, String mend, Check check) {
    try {
      say("green", "✓", name, check.run());
    } catch (Exception e) {
      faults = true;
      say("red", "✗", name, String.valueOf(e.getMessage()));
      out().println("    → " + mend);
    }
  }

  private void say(String style, String mark, String name, String what) {
    out()
        .println(
            Ansi.AUTO.string("@|" + style + " " + mark + "|@ ") + "%-14s %s".formatted(name, what));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private String notes() {
    int[] counts = new int[3];
    places
        .notes()
        .read(note -> {
          counts[0]++;
          counts[1] += note.sections().size();
          counts[2] += note.problems().size();
        });
    if (counts[0] == 0) {
      throw new IllegalStateException("no notes (.md, .txt) in " + places.notes().root());
    }
    return "%d files, %d sections, %d problems in %s"
        .formatted(counts[0], counts[1], counts[2], places.notes().root());
  }

  private String index() {
    try (Lookup lookup = places.lookup()) {
      return lookup.sections() + " sections in " + places.index();
    }
  }

  private String database() throws DatabaseException {
    try (Database database = Database.open(places.database())) {
      return database.kind() + ", at the newest schema";
    }
  }

  private String disk() throws java.io.IOException {
    long free = Files.getFileStore(Path.of(places.home().toString())).getUsableSpace() / 1_000_000;
    if (free < 200) {
      throw new IllegalStateException("only " + free + " MB free");
    }
    return free + " MB free";
  }

  private static WebApi api(Settings settings) {
    return new WebApi(
        settings.api(), settings.botToken(), Duration.ofSeconds(8), (method, outcome) -> {});
  }

  private static String slack(Settings settings) throws SlackException {
    JsonObject answer = api(settings).call("auth.test", Map.of());
    return "team " + answer.get("team").getAsString() + ", bot " + answer.get("user").getAsString();
  }

  private static String channel(Settings settings) throws SlackException {
    String channel = settings.daily().getOrDefault("TERAKOYA_CHANNEL", "");
    if (channel.isEmpty()) {
      return "none configured: no daily question until one is chosen with "
          + settings.command()
          + " daily";
    }
    JsonObject answer =
        api(settings)
            .call("conversations.info", Map.of("channel", channel))
            .getAsJsonObject("channel");
    if (answer.has("is_member") && !answer.get("is_member").getAsBoolean()) {
      throw new IllegalStateException(
          "the bot is not a member of #" + answer.get("name").getAsString());
    }
    return "#" + answer.get("name").getAsString();
  }

  /** Slack's address that creates the app from a manifest in one click. */
  private static String createLink(Settings settings) {
    String yaml = Manifest.of(settings.command(), "https://terakoya.example.org", true).yaml();
    return "https://api.slack.com/apps?new_app=1&manifest_yaml="
        + URLEncoder.encode(yaml, StandardCharsets.UTF_8);
  }
}
