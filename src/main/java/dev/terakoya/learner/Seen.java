package dev.terakoya.learner;

import dev.terakoya.db.Database;
import java.time.Duration;
import java.time.Instant;

/** Requests that were handled already, by any replica: Slack repeats what it thinks was lost. */
public final class Seen {
  private static final Duration REMEMBERED = Duration.ofDays(3);

  private final Database database;

  /** Keeps its records in this database. */
  public Seen(Database database) {
    this.database = database;
  }

  /** Whether this id comes for the first time, on any replica. */
  public boolean first(String id, Instant now) {
    return database.change(
        "remembering request " + id,
        handle ->
            handle.execute(
                    "insert into request (id, handled_at) values (?, ?) on conflict do nothing",
                    id,
                    now.toEpochMilli())
                == 1);
  }

  /** Forgets what is older than three days. */
  public void prune(Instant now) {
    database.change(
        "pruning requests",
        handle ->
            handle.execute(
                "delete from request where handled_at < ?", now.minus(REMEMBERED).toEpochMilli()));
  }
}
