package dev.terakoya.daily;

import dev.terakoya.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who may post a week in review; as {@link DailyLedger}, without a question to keep. */
final class DigestLedger {
  private static final String OF_KEY = " where team = ? and channel = ? and day = ? ";

  private final Database database;

  DigestLedger(Database database) {
    this.database = database;
  }

  /**
   * A digest that is ours to post.
   *
   * @param takenOver whether somebody may have posted it already
   */
  record Mine(PostKey key, boolean takenOver, long version) {}

  /** Tries to get hold of a digest; nothing when it is done, or somebody else has it. */
  Optional<Mine> claim(PostKey key, Instant now, Duration lease) {
    return database.change(
        "claiming the digest " + key.text(),
        handle -> {
          boolean first =
              handle.execute(
                      "insert into digest (team, channel, day, state, version, lease_until)"
                          + " values (?, ?, ?, 'CLAIMED', 1, ?) on conflict do nothing",
                      key.team(),
                      key.channel(),
                      key.day().toString(),
                      now.plus(lease).toEpochMilli())
                  == 1;
          if (first) {
            return Optional.of(new Mine(key, false, 1));
          }
          return handle
              .select(
                  "select state, version from digest"
                      + OF_KEY
                      + "and state <> 'DONE' and lease_until <= ?",
                  key.team(),
                  key.channel(),
                  key.day().toString(),
                  now.toEpochMilli())
              .map((row, _) -> new Mine(key, row.getString(1).equals("CLAIMED"), row.getLong(2)))
              .findOne()
              .flatMap(old ->
                  moved(handle, old, "CLAIMED", now.plus(lease))
                      ? Optional.of(new Mine(key, old.takenOver(), old.version() + 1))
                      : Optional.empty());
        });
  }

  /**
   * Says how far it is, if it is still ours.
   *
   * @param state {@code CLAIMED}, {@code OPEN} (surely not posted) or {@code DONE}
   * @param until when somebody may try again
   */
  boolean move(Mine mine, String state, Instant until) {
    return database.change(
        "moving the digest " + mine.key().text(), handle -> moved(handle, mine, state, until));
  }

  private static boolean moved(Handle handle, Mine mine, String state, Instant until) {
    return handle.execute(
            "update digest set state = ?, version = version + 1, lease_until = ?"
                + OF_KEY
                + "and version = ?",
            state,
            until.toEpochMilli(),
            mine.key().team(),
            mine.key().channel(),
            mine.key().day().toString(),
            mine.version())
        == 1;
  }
}
