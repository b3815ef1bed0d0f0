package dev.terakoya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.playground.Controls;
import dev.terakoya.playground.FakeSlack;
import dev.terakoya.playground.Faults.Fault;
import dev.terakoya.playground.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The doctor finds what is wrong, says how to mend it, and finds nothing in what is right. */
class DoctorTest {
  private static final String NOTES =
      """
      # ELB

      ## NLB

      - NLB は L4 で動くロードバランサーである

      ## ALB

      - ALB は L7 で動くロードバランサーである

      ## GWLB

      - GWLB は L3 で動くロードバランサーである
      """;

  @TempDir private Path folder;
  private final FakeSlack slack =
      FakeSlack.start(0, "secret", PlaygroundCommand.workspace("/aws"), Controls.NONE);
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void healthy() throws Exception {
    Files.createDirectories(folder.resolve("notes"));
    Files.writeString(folder.resolve("notes/elb.md"), NOTES);
    environment.putAll(
        Map.of(
            "SLACK_SIGNING_SECRET",
            "secret",
            "SLACK_BOT_TOKEN",
            Workspace.BOT_TOKEN,
            "SLACK_API_URL",
            slack.api().toString(),
            "TERAKOYA_CHANNEL",
            "C0STUDY"));
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private record Told(int status, String text) {}

  private Told doctor() {
    return doctor(folder.resolve("notes"));
  }

  private Told doctor(Path notes, String... more) {
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new DoctorCommand(environment));
    command.setOut(new PrintWriter(out));
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "--notes", notes.toString(),
                "--index", folder.resolve("index").toString(),
                "--database", "jdbc:sqlite:" + folder.resolve("terakoya.db")));
    arguments.addAll(List.of(more));
    return new Told(command.execute(arguments.toArray(String[]::new)), out.toString());
  }

  @Test
  void findsNothingWhereAllIsRight() {
    Told told = doctor();
    assertThat(told.text())
        .contains(
            "command /aws, language ja",
            "1 files, 4 sections",
            "all 11 of the manifest",
            "C0STUDY");
    assertThat(told.text()).doesNotContain("✗", Workspace.BOT_TOKEN);
    assertThat(told.status()).isZero();
  }

  @Test
  void triesEverythingInAChannelAndLeavesNothing() {
    Told told = doctor(Path.of("notes/network"), "--live", "C0STUDY");
    assertThat(told.text()).contains("✓ find it by its key", "everything was taken in C0STUDY");
    assertThat(slack.messages("C0STUDY", "U0SATO")).isEmpty();
    assertThat(slack.refused()).isEmpty();
    slack.faults().next("chat.postMessage", 1, new Fault.Refusal("not_in_channel"));
    assertThat(doctor(Path.of("notes/network"), "--live", "C0STUDY").text())
        .contains("✗ post the daily question: Refused[reason=not_in_channel]", "→ see the steps");
  }

  @Test
  void saysHowToMendWhatSlackRefuses() {
    slack.faults().next("auth.test", 1, new Fault.Refusal("invalid_auth"));
    assertThat(doctor().text())
        .contains("✗ slack", "invalid_auth", "copy the Bot User OAuth Token");
    slack.faults().next("conversations.info", 1, new Fault.Refusal("channel_not_found"));
    Told told = doctor();
    assertThat(told.text()).contains("✗ channel", "/invite @terakoya");
    assertThat(told.status()).isEqualTo(Main.FAILED);
  }

  @Test
  void namesEveryFaultOfTheConfigurationAndTheFilesAtOnce() throws Exception {
    environment.put("PORT", "everywhere");
    environment.put("SLACK_BOT_TOKEN", "");
    Files.writeString(
        folder.resolve("terakoya.db"), "no database at all, but long enough to be read");
    Files.delete(folder.resolve("notes/elb.md"));
    assertThat(doctor().text())
        .contains(
            "✗ configuration", "PORT", "✗ notes", "no notes", "✗ database", "restore a backup")
        .contains("https://api.slack.com/apps?new_app=1&manifest_yaml=display_information");
  }

  @Test
  void saysThatTheDatabaseCountsWhereTheVariablesDiffer() {
    try (PretendWorkspace workspace = new PretendWorkspace(folder.resolve("notes"), folder)) {
      PretendWorkspace.eventually(() -> workspace.wiring.daily().team().isPresent());
    }
    environment.put("TERAKOYA_DAILY_AT", "07:30");
    assertThat(doctor().text()).contains("! times", "09:00–18:00 Asia/Tokyo");
  }
}
