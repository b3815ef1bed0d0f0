package dev.terakoya.learner;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Facts that do not come to a person for a while. */
final class Pauses {
  private Pauses() {}

  static void begin(Handle handle, Learner learner, String fact, Instant until) {
    handle.execute(
        "insert into pause (team, person, fact, until_at) values (?, ?, ?, ?)"
            + " on conflict (team, person, fact) do update set until_at = excluded.until_at",
        learner.team(),
        learner.user(),
        fact,
        until.toEpochMilli());
  }

  static void end(Handle handle, Learner learner, String fact) {
    handle.execute(
        "delete from pause where team = ? and person = ? and fact = ?",
        learner.team(),
        learner.user(),
        fact);
  }

  /** When the pause ends; long ago if there is none. */
  static Instant until(Handle handle, Learner learner, String fact) {
    return handle
        .select(
            "select until_at from pause where team = ? and person = ? and fact = ?",
            learner.team(),
            learner.user(),
            fact)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli)
        .orElse(Instant.EPOCH);
  }
}
