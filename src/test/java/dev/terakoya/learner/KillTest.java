package dev.terakoya.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.db.Database;
import dev.terakoya.db.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final int ANSWERS = 40;

  @TempDir Path folder;

  @Test
  void aKilledProcessLosesNoAcknowledgedAnswerOnSqlite() throws Exception {
    answersSurvive(TestDatabases.sqlite(folder));
  }

  @Test
  void aKilledProcessLosesNoAcknowledgedAnswerOnPostgres() throws Exception {
    answersSurvive(TestDatabases.postgres());
  }

  private static void answersSurvive(String url) throws Exception {
    List<String> acknowledged = acknowledged(url);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ANSWERS);
    try (Database database = Database.open(url)) {
      List<String> kept =
          database.read(
              "reading the answers",
              h -> h.select("select asked from answer").mapTo(String.class).list());
      assertThat(kept).containsAll(acknowledged);
    }
  }

  /** Kills the process in the middle of its work; what it had said by then was acknowledged. */
  private static List<String> acknowledged(String url) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Answering.class.getName(),
                url)
            .redirectError(Redirect.DISCARD)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.matches("[0-9a-f-]{36}")) {
          said.add(line);
        }
        if (said.size() == ANSWERS) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.onExit().join();
    return said;
  }
}
