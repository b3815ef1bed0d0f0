package dev.terakoya.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite database file. A new one is built under another name and then put in place whole, so
 * that a file under the right name which is empty, cut off or not ours was never made by us: it is
 * refused, never replaced.
 */
record SqliteFile(Path file) {
  static final String PREFIX = "jdbc:sqlite:";
  private static final String MAGIC = "SQLite format 3\0";
  private static final int BUSY_MILLIS = 10_000;

  static SqliteFile of(String url) {
    String name = url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
    if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) {
      throw new DatabaseException("a database needs a file: " + PREFIX + "FILE, not " + url);
    }
    return new SqliteFile(Path.of(name).toAbsolutePath());
  }

  /** The database in this file, checked when it was there, made when it was not. */
  DataSource prepared() {
    if (Files.notExists(file)) {
      create();
    }
    refuseForeign();
    refuseDamaged();
    return source(file);
  }

  private void create() {
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Database.migrate(source(draft));
      putInPlace(draft);
    } catch (IOException e) {
      throw new DatabaseException("making the database file " + file, e);
    }
  }

  /** Another process may have been quicker: then its file stays, and ours goes. */
  private void putInPlace(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
      Files.delete(draft);
    } catch (FileAlreadyExistsException e) {
      Files.delete(draft);
    } catch (IOException | UnsupportedOperationException e) {
      Files.move(draft, file);
    } finally {
      Files.deleteIfExists(Path.of(draft + "-wal"));
      Files.deleteIfExists(Path.of(draft + "-shm"));
    }
  }

  private void refuseForeign() {
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    try (var in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(magic.length), magic)) {
        throw refused("is not an SQLite database, or is cut off");
      }
    } catch (IOException e) {
      throw new DatabaseException("reading the database file " + file, e);
    }
  }

  private void refuseDamaged() {
    String found;
    boolean ours;
    try (Connection connection = untouched().getConnection()) {
      found = first(connection, "pragma quick_check(1)");
      ours =
          !first(
                  connection,
                  "select count(*) from sqlite_master where name = 'flyway_schema_history'")
              .equals("0");
    } catch (SQLException e) {
      throw refused("cannot be read (" + e.getMessage() + ")");
    }
    if (!found.equals("ok")) {
      throw refused("is damaged (" + found.strip() + ")");
    }
    if (!ours) {
      throw refused("belongs to another program");
    }
  }

  /** A connection that changes nothing in the file, not even its journal mode. */
  private DataSource untouched() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(PREFIX + file);
    return source;
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private DatabaseException refused(String why) {
    return new DatabaseException(
        file + " " + why + "; it was left as it is. Restore a backup, or name another file");
  }

  private static DataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(PREFIX + file);
    return source;
  }
}
