package dev.terakoya.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;

  @Test
  void isOpenedWhenFirstNeeded() {
    Path file = folder.resolve("harbour.db");
    try (Database database = Database.at("jdbc:sqlite:" + file)) {
      assertThat(file).doesNotExist();
      assertThat(database.answers()).isTrue();
      assertThat(file).exists();
    }
  }

  @Test
  void whatCannotBeOpenedIsTriedAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("harbour.db"), "letters");
    try (Database database = Database.at("jdbc:sqlite:" + file)) {
      assertThatThrownBy(database::opened).isInstanceOf(DatabaseException.class);
      Files.delete(file);
      assertThat(database.opened().answers()).isTrue();
    }
  }

  @Test
  void closedItIsNotOpenedAnyMore() {
    Path file = folder.resolve("harbour.db");
    Database database = Database.at("jdbc:sqlite:" + file);
    database.close();
    assertThatThrownBy(database::opened).hasMessageContaining("closed");
    assertThat(file).doesNotExist();
  }
}
