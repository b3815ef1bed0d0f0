package dev.terakoya.slack;

import dev.terakoya.db.DatabaseException;
import dev.terakoya.learner.Seen;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of a request once, however often Slack sends it and whichever replica gets it.
 * Without the database it is done rather twice than never.
 */
public final class Once {
  private static final Logger LOG = LoggerFactory.getLogger(Once.class);

  private final Seen seen;
  private final InstantSource clock;

  public Once(Seen seen, InstantSource clock) {
    this.seen = seen;
    this.clock = clock;
  }

  boolean first(String id) {
    try {
      return id.isEmpty() || seen.first(id, clock.instant());
    } catch (DatabaseException e) {
      LOG.warn("not known whether a request was handled already; handled: {}", e.toString());
      return true;
    }
  }
}
