package dev.terakoya.cli;

import static dev.terakoya.cli.PretendWorkspace.CHANNEL;
import static dev.terakoya.cli.PretendWorkspace.SATO;
import static dev.terakoya.cli.PretendWorkspace.SUZUKI;
import static dev.terakoya.cli.PretendWorkspace.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.playground.Message;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The world breaks; what people see, and that nothing is lost. {@code checks/faults} breaks more.
 */
class FaultsTest {
  @TempDir private Path folder;
  private Path notes;
  private PretendWorkspace workspace;

  @BeforeEach
  void open() throws IOException {
    notes = Files.createDirectories(folder.resolve("notes"));
    try (Stream<Path> ours = Files.list(Path.of("notes/network"))) {
      for (Path note : ours.toList()) {
        Files.copy(note, notes.resolve(note.getFileName()));
      }
    }
    workspace = new PretendWorkspace(notes, folder);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private Message last(String user) {
    return workspace.seenBy(user).getLast();
  }

  private String lookUp() {
    workspace.slack.command(SATO, CHANNEL, "/aws", "NLB");
    return last(SATO).blocks().toString();
  }

  @Test
  void aPressIsKeptThatMetALockedDatabaseAndALookUpDoesNotWaitForIt() throws Exception {
    workspace.nextQuestion();
    Message question = last(SUZUKI);
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("terakoya.db"));
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      Thread press =
          Thread.ofVirtual().start(() -> workspace.slack.press(SUZUKI, question, "quiz_answer_0"));
      assertThat(lookUp()).contains("NLB");
      assertThat(press.isAlive()).isTrue();
      statement.execute("commit");
      press.join();
    }
    eventually(() -> workspace.seenBy(SUZUKI).size() > 1);
    workspace.slack.press(SUZUKI, question, "quiz_answer_0");
    eventually(() -> last(SUZUKI).text().contains("回答済み"));
  }

  @Test
  void whoPressesWithoutADatabaseIsToldAndLookUpsGoOn() {
    workspace.nextQuestion();
    Message question = last(SUZUKI);
    workspace.database.close();
    workspace.slack.press(SUZUKI, question, "quiz_answer_0");
    eventually(() -> last(SUZUKI).text().startsWith("うまく答えられませんでした"));
    workspace.slack.command(SATO, CHANNEL, "/aws", "quiz");
    assertThat(last(SATO).text()).startsWith("うまく答えられませんでした");
    assertThat(lookUp()).contains("NLB");
  }

  @Test
  void aServerThatIsAwayIsToldOfWithinSlacksTimeAndNothingIsLostWhenItIsBack() throws Exception {
    Path files = folder.resolve("postgres");
    int port;
    EmbeddedPostgres server = server(files, 0);
    try {
      port = server.getPort();
      workspace.close();
      String url = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
      workspace = new PretendWorkspace(notes, folder, url);
      workspace.nextQuestion();
    } finally {
      server.close();
    }
    Message question = last(SUZUKI);
    long start = System.nanoTime();
    workspace.slack.command(SATO, CHANNEL, "/aws", "quiz");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(last(SATO).text()).startsWith("うまく答えられませんでした");
    workspace.slack.press(SUZUKI, question, "quiz_answer_0");
    eventually(() -> last(SUZUKI).text().startsWith("うまく答えられませんでした"));
    assertThat(lookUp()).contains("NLB");
    try (var _ = server(files, port)) {
      eventually(workspace.database::answers);
      workspace.slack.press(SUZUKI, question, "quiz_answer_0");
      eventually(() -> last(SUZUKI).text().contains("正解"));
    }
  }

  private static EmbeddedPostgres server(Path files, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(files)
        .setCleanDataDirectory(false)
        .start();
  }

  @Test
  void lookUpsGoOnWithoutTheFolderOfNotesAndWithoutTheFilesOfTheIndex() throws Exception {
    assertThat(lookUp()).contains("NLB");
    Files.move(folder.resolve("notes"), folder.resolve("away"));
    try (Stream<Path> index = Files.walk(folder.resolve("index"))) {
      for (Path file : index.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThat(lookUp()).contains("NLB");
  }
}
