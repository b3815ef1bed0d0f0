package dev.terakoya.cli;

import dev.terakoya.daily.DailyChannels;
import dev.terakoya.daily.DailySettings;
import dev.terakoya.db.Database;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Hit;
import dev.terakoya.lookup.Lookup;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import dev.terakoya.slack.LookupBlocks;
import dev.terakoya.slack.NoteLink;
import dev.terakoya.slack.SlackNoticeboard;
import dev.terakoya.slack.Trial;
import dev.terakoya.slack.WebApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks everything that has to be right, and says how to mend what is not. */
@Command(
    name = "doctor",
    description =
        "Checks configuration, tokens, scopes, channels, clock, notes, index, database and disk,"
            + " and says how to mend each fault.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final Duration SLACK_CALL = Duration.ofSeconds(8);
  private static final long LEAST_MEGABYTES = 200;

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Option(
      names = "--live",
      paramLabel = "CHANNEL",
      description =
          "also posts, finds, updates and deletes in this test channel (its id), and prints what"
              + " Slack answers")
  private String live = "";

  private final Map<String, String> environment;
  private boolean faults;

  DoctorCommand() {
    this(System.getenv());
  }

  DoctorCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    Settings settings = configuration();
    check("notes", "name the folder of your notes with --notes or TERAKOYA_NOTES", this::notes);
    check(
        "index",
        "the folder must be writable by this user; delete it, it is built again",
        this::index);
    check(
        "database",
        "the file or server must be reachable and writable; if it is damaged: restore a backup",
        this::database);
    check("disk", "free some space, or move index and data to a larger disk", this::disk);
    if (settings.botToken().isEmpty()) {
      say("faint", "–", "slack", "no SLACK_BOT_TOKEN: create the app with this link, then install");
      out().println("    " + createLink(settings));
    } else {
      slack(settings);
    }
    out().flush();
    return faults ? Main.FAILED : Main.OK;
  }

  /** The configuration; of a wrong one what can be used, so that the other checks are done. */
  private Settings configuration() {
    Optional<Settings> settings =
        check("configuration", "set these variables right", () -> Settings.of(environment));
    return settings.orElseGet(() -> Settings.of(Map.of()));
  }

  private interface Check<T> {
    T run() throws Exception;
  }

  /** What a check says or gives; nothing, and how to mend it, where it fails. */
  private <T> Optional<T> check(String name, String mend, Check<T> check) {
    try {
      T good = check.run();
      say("green", "✓", name, good.toString());
      return Optional.of(good);
    } catch (Exception e) {
      fault(name, String.valueOf(e.getMessage()), mend);
      return Optional.empty();
    }
  }

  private void fault(String name, String what, String mend) {
    faults = true;
    say("red", "✗", name, what);
    out().println("    → " + mend);
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

  private String database() {
    try (Database database = Database.open(places.database())) {
      return database.kind() + ", at the newest schema";
    }
  }

  private String disk() throws IOException {
    long least = Math.min(free(places.index()), free(places.home()));
    if (least < LEAST_MEGABYTES) {
      throw new IllegalStateException("only " + least + " MB free");
    }
    return least + " MB free";
  }

  private static long free(Path folder) throws IOException {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace() / 1_000_000;
  }

  private static WebApi api(Settings settings, String token) {
    return new WebApi(settings.api(), token, SLACK_CALL, (method, outcome) -> {});
  }

  private void slack(Settings settings) {
    WebApi api = api(settings, settings.botToken());
    check(
        "entrance",
        "Basic Information in Slack's pages: the Signing Secret for HTTP, or an App-Level Token"
            + " with connections:write for Socket Mode",
        () -> entrance(settings));
    Optional<SlackCheckup> slack =
        check(
            "slack",
            "is Slack reachable from here? Else copy the Bot User OAuth Token again, or install the"
                + " app again",
            () -> new SlackCheckup(api));
    slack.ifPresent(checkup -> {
      check(
          "scopes",
          "App Manifest in Slack's pages: paste what `manifest` prints, then install the app again",
          checkup::scopes);
      check(
          "clock",
          "set the machine's clock (NTP); Slack's requests are refused when it is five minutes off",
          () -> checkup.clock(Instant.now()));
      channels(settings, checkup);
      if (!live.isEmpty()) {
        check("live", "see the steps above", () -> live(settings, api, checkup.team()));
      }
    });
  }

  /** How Slack's requests reach us. */
  private static String entrance(Settings settings) {
    if (!settings.appToken().isEmpty()) {
      var _ = api(settings, settings.appToken()).call("apps.connections.open", Map.of());
      return "Socket Mode";
    }
    if (settings.signingSecret().isEmpty()) {
      throw new IllegalStateException("neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set");
    }
    return "HTTP on port " + settings.port();
  }

  /** The channels that are asked, and the configured one. */
  private void channels(Settings settings, SlackCheckup checkup) {
    Set<String> ids = new LinkedHashSet<>();
    String language = settings.language().name().toLowerCase(java.util.Locale.ROOT);
    Optional<DailySettings> first =
        FirstChannel.of(checkup.team(), settings.daily(), language, new ArrayList<>());
    first.ifPresent(s -> ids.add(s.channel()));
    try (Database database = Database.open(places.database())) {
      DailyChannels channels = new DailyChannels(database);
      channels.all().forEach(s -> ids.add(s.channel()));
      first.ifPresent(s ->
          channels
              .find(s.team(), s.channel())
              .filter(stored -> !times(stored).equals(times(s)))
              .ifPresent(stored -> differs(settings, stored)));
    } catch (RuntimeException e) {
      // the database has its own line above
    }
    if (ids.isEmpty()) {
      say("faint", "–", "channel", "none yet: choose one with " + settings.command() + " daily");
    }
    String mend = "in the channel: /invite @terakoya (its id stands at the end of its details)";
    ids.forEach(id -> check("channel", mend, () -> checkup.channel(id) + " (" + id + ")"));
  }

  private void differs(Settings settings, DailySettings stored) {
    say(
        "yellow",
        "!",
        "times",
        "%s is set in the database and counts; the variables only set it up once (%s daily)"
            .formatted(times(stored), settings.command()));
  }

  private static String times(DailySettings s) {
    return "%s–%s %s, %d days a week, holidays of %s"
        .formatted(
            s.at(),
            s.closeAt(),
            s.zone(),
            s.days().size(),
            s.holidays().isEmpty() ? "no country" : s.holidays());
  }

  /** Posts, finds, updates and deletes; prints what Slack says to each. */
  private String live(Settings settings, WebApi api, String team) {
    NoteLink link = new NoteLink(settings.notesUrl());
    try (Database database = Database.open(places.database());
        Lookup lookup = places.lookup()) {
      Question question =
          Quiz.of(places.notes(), places.glossary()).questions().stream()
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("the notes yield no question"));
      Hit hit =
          lookup.worthTrying(5).stream()
              .flatMap(word -> hit(lookup.find(word, 1)).stream())
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("nothing to look up in the notes"));
      SlackNoticeboard board =
          new SlackNoticeboard(
              api, SLACK_CALL, new AnswerBook(database), link, (t, c) -> Optional.empty());
      int[] bad = new int[1];
      LookupBlocks.Maker maker = new LookupBlocks.Maker(link, places::glossary);
      new Trial(api, board, maker, step -> bad[0] += step(step)).of(team, live, question, hit);
      if (bad[0] > 0) {
        throw new IllegalStateException(bad[0] + " steps failed in " + live);
      }
    }
    return "everything was taken in " + live;
  }

  private static Optional<Hit> hit(Found found) {
    return found instanceof Found.Hits hits
        ? Optional.of(hits.hits().getFirst())
        : Optional.empty();
  }

  private int step(Trial.Step step) {
    out().println("    " + (step.good() ? "✓ " : "✗ ") + step.what() + ": " + step.said());
    out().flush();
    return step.good() ? 0 : 1;
  }

  /** Slack's address that creates the app from a manifest in one click. */
  private static String createLink(Settings settings) {
    String yaml = Manifest.of(settings.command(), "https://terakoya.example.org", true).yaml();
    return "https://api.slack.com/apps?new_app=1&manifest_yaml="
        + URLEncoder.encode(yaml, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
