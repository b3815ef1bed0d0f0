package dev.terakoya.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite or PostgreSQL database at the newest schema. Safe for any thread; several processes may
 * open the same one. What {@link #change} returned from is on disk: SQLite runs with a write-ahead
 * log and {@code synchronous=FULL}, PostgreSQL with its own default.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 6;

  /** A server that is away: told before Slack gives up, after three seconds. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final boolean sqlite;
  private final String url;
  private volatile @Nullable Connections connections;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile boolean closed;

  private Database(String url) {
    this.url = url;
    this.sqlite = url.startsWith(SqliteFile.PREFIX);
  }

  private record Connections(HikariDataSource pool, Jdbi jdbi) {}

  /**
   * Opens a database, makes it when it is not there, and brings its schema up to date.
   *
   * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   * @throws DatabaseException for an unknown kind of URL, a file that is not ours or damaged, a
   *     server out of reach
   */
  public static Database open(String url) {
    return at(url).opened();
  }

  /** A database that is opened when it is first needed. */
  public static Database at(String url) {
    return new Database(url);
  }

  /**
   * Opens it, unless it is open.
   *
   * @throws DatabaseException as {@link #open}
   */
  public Database opened() {
    opening.lock();
    try {
      connect();
    } finally {
      opening.unlock();
    }
    return this;
  }

  private Connections connections() {
    Connections open = connections;
    if (open != null) {
      return open;
    }
    try {
      if (!opening.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new DatabaseException("the database " + nameOf(url) + " is still being opened");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("waiting for the database " + nameOf(url), e);
    }
    try {
      return connect();
    } finally {
      opening.unlock();
    }
  }

  /** The connections; whoever calls it has the lock. */
  private Connections connect() {
    Connections open = connections;
    if (open == null) {
      refuseClosed();
      open = connected();
      connections = open;
      if (closed) {
        open.pool.close();
      }
      refuseClosed();
    }
    return open;
  }

  private void refuseClosed() {
    if (closed) {
      throw new DatabaseException("the database " + nameOf(url) + " is closed");
    }
  }

  private Connections connected() {
    String name = nameOf(url);
    try {
      if (!sqlite && !url.startsWith("jdbc:postgresql:")) {
        throw new DatabaseException(
            name + " is neither jdbc:sqlite:FILE nor jdbc:postgresql://HOST/NAME");
      }
      DataSource source = sqlite ? SqliteFile.of(url).prepared() : Postgres.at(url);
      HikariDataSource pool = new HikariDataSource(pooled(source));
      try {
        migrate(pool);
      } catch (RuntimeException e) {
        pool.close();
        throw new DatabaseException("bringing the schema of " + name + " up to date", e);
      }
      return new Connections(pool, Jdbi.create(pool));
    } catch (DatabaseException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DatabaseException("opening the database " + name, e);
    }
  }

  /** Applies the migrations that a database has not seen yet; refuses one that is not ours. */
  static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private static HikariConfig pooled(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("terakoya");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setValidationTimeout(PATIENCE_MILLIS / 2);
    return config;
  }

  /** The URL without user, password and parameters, for messages. */
  private static String nameOf(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
  }

  /**
   * Reads; each statement sees what was committed before it.
   *
   * @param doing what is being done, for the message of a failure
   */
  public <T> T read(String doing, HandleCallback<T, RuntimeException> work) {
    try {
      return connections().jdbi.withHandle(work);
    } catch (RuntimeException e) {
      throw failed(doing, e);
    }
  }

  /**
   * Reads and writes in one transaction, all or nothing; on disk when it returns.
   *
   * @param doing what is being done, for the message of a failure
   */
  public <T> T change(String doing, HandleCallback<T, RuntimeException> work) {
    try {
      return connections().jdbi.inTransaction(work);
    } catch (RuntimeException e) {
      throw failed(doing, e);
    }
  }

  /** Reads all statements from one moment's state, without holding up those who write. */
  <T> T snapshot(String doing, HandleCallback<T, RuntimeException> work) {
    try {
      return sqlite
          ? connections()
              .jdbi
              .withHandle(handle -> {
                handle.execute("begin deferred");
                try {
                  return work.withHandle(handle);
                } finally {
                  handle.execute("commit");
                }
              })
          : connections().jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
    } catch (RuntimeException e) {
      throw failed(doing, e);
    }
  }

  /** Whether the database answers at this moment. */
  public boolean answers() {
    try {
      return read("asking for a sign of life", h -> h.select("select 1").mapTo(int.class).one())
          == 1;
    } catch (DatabaseException e) {
      return false;
    }
  }

  private static DatabaseException failed(String doing, RuntimeException e) {
    return e instanceof DatabaseException ours ? ours : new DatabaseException(doing, e);
  }

  /** The kind of database, for health and doctor: {@code sqlite} or {@code postgresql}. */
  public String kind() {
    return sqlite ? "sqlite" : "postgresql";
  }

  @Override
  public void close() {
    closed = true;
    Connections open = connections;
    if (open != null) {
      open.pool.close();
    }
  }
}
