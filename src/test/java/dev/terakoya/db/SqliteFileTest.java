package dev.terakoya.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
  @TempDir Path folder;

  @Test
  void makesFoldersAndFileAndOpensThemAgain() {
    String url = "jdbc:sqlite:" + folder.resolve("a/b/t.db");
    Database.open(url).close();
    try (Database again = Database.open(url)) {
      assertThat(again.answers()).isTrue();
    }
    assertThat(folder.resolve("a/b")).isDirectoryNotContaining("glob:**.new*");
  }

  @Test
  void refusesAnEmptyFileAndLeavesIt() throws Exception {
    refuses(new byte[0], "cut off");
  }

  @Test
  void refusesAFileThatIsNoDatabaseAndLeavesIt() throws Exception {
    refuses("important letters".getBytes(StandardCharsets.UTF_8), "not an SQLite");
  }

  @Test
  void refusesATruncatedDatabaseAndLeavesIt() throws Exception {
    Path whole = folder.resolve("whole.db");
    Database.open("jdbc:sqlite:" + whole).close();
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {50, 100, 4096, 9000, bytes.length / 2, bytes.length - 4096}) {
      refuses(Arrays.copyOf(bytes, length), "left as it is");
    }
  }

  @Test
  void refusesAnotherProgramsDatabase() throws Exception {
    Path file = folder.resolve("foreign.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("create table letters (text text)");
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("another program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void saysWhatIsWrongWithAUrlWithoutItsPassword() {
    assertThatThrownBy(() -> Database.open("jdbc:mysql://me:secret@host/db?password=secret"))
        .hasMessageContaining("jdbc:mysql://host/db")
        .hasMessageNotContaining("secret");
  }

  private void refuses(byte[] content, String why) throws Exception {
    Path file = folder.resolve("damaged" + content.length + ".db");
    Files.write(file, content);
    assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(why);
    assertThat(Files.readAllBytes(file)).isEqualTo(content);
  }
}
