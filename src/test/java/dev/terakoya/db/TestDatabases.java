package dev.terakoya.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Real databases for tests: SQLite files, and one PostgreSQL server a test run. */
public final class TestDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabases() {}

  /** Starts at first use; stops with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();
    static final String TEMPLATE = "migrated";

    static {
      Database.open(create(TEMPLATE)).close();
    }

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        return postgres;
      } catch (IOException e) {
        throw new IllegalStateException("no PostgreSQL", e);
      }
    }

    private static void close(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A SQLite database at the newest schema, made once and copied. */
  private static final class Template {
    static final byte[] SQLITE = make();

    private static byte[] make() {
      try {
        Path folder = Files.createTempDirectory("terakoya");
        Path file = folder.resolve("template.db");
        Database.open("jdbc:sqlite:" + file).close();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder);
        return bytes;
      } catch (IOException e) {
        throw new IllegalStateException("no SQLite", e);
      }
    }
  }

  /** The URL of a new SQLite database in a folder, without rows. */
  public static String sqlite(Path folder) {
    Path file = folder.resolve("terakoya" + COUNT.incrementAndGet() + ".db");
    try {
      Files.write(file, Template.SQLITE);
    } catch (IOException e) {
      throw new IllegalStateException("no SQLite", e);
    }
    return "jdbc:sqlite:" + file;
  }

  /** The URL of a new PostgreSQL database, without rows. */
  public static String postgres() {
    return create("terakoya" + COUNT.incrementAndGet() + " template " + Server.TEMPLATE);
  }

  private static String create(String what) {
    String name = what.replaceFirst(" .*", "");
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + what);
      return "jdbc:postgresql://localhost:"
          + Server.POSTGRES.getPort()
          + "/"
          + name
          + "?user=postgres";
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name, e);
    }
  }
}
