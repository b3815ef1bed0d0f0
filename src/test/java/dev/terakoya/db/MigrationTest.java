package dev.terakoya.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationTest {
  @Test
  void anEmptyPostgresIsBroughtUpToDateAndOpenedAgain() throws SQLException {
    String url = TestDatabases.postgres();
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("drop schema public cascade; create schema public");
    }
    Database.open(url).close();
    try (Database again = Database.open(url)) {
      assertThat(again.answers()).isTrue();
      assertThat(again.kind()).isEqualTo("postgresql");
    }
  }
}
