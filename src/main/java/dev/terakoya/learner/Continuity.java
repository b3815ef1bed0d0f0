package dev.terakoya.learner;

import dev.terakoya.db.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * That an old fact lives on under a new id when its note was reworded: one row, written once, read
 * by all replicas. What people remember moves along.
 */
public final class Continuity {
  private final Database database;

  /** Keeps its records in this database. */
  public Continuity(Database database) {
    this.database = database;
  }

  /** The id a fact goes by now. */
  static String now(Handle handle, String fact) {
    return handle
        .select("select new_fact from renamed where old_fact = ?", fact)
        .mapTo(String.class)
        .findOne()
        .orElse(fact);
  }

  /**
   * Says that a fact lives on under another id.
   *
   * @return whether this was new; what was said first stays
   */
  public boolean renamed(String before, String after, Instant now) {
    return database.change(
        "renaming fact " + before,
        handle -> {
          String target = now(handle, after);
          if (before.equals(target) || written(handle, before, target, now) == 0) {
            return false;
          }
          handle.execute("update renamed set new_fact = ? where new_fact = ?", target, before);
          handle.execute("update asked set fact = ? where fact = ?", target, before);
          move(handle, before, target);
          return true;
        });
  }

  private static int written(Handle handle, String before, String after, Instant now) {
    return handle.execute(
        "insert into renamed (old_fact, new_fact, renamed_at) values (?, ?, ?) on conflict do"
            + " nothing",
        before,
        after,
        now.toEpochMilli());
  }

  private static void move(Handle handle, String before, String after) {
    List<Learner> learners =
        handle
            .select("select distinct team, person from answer where fact = ?", before)
            .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
            .list();
    handle.execute("update answer set fact = ? where fact = ?", after, before);
    handle.execute("delete from memory where fact = ?", before);
    learners.forEach(learner -> Recollection.refresh(handle, learner, after));
  }
}
