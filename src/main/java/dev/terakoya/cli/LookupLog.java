package dev.terakoya.cli;

import dev.terakoya.db.DatabaseException;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Lookups;
import dev.terakoya.slack.Later;
import dev.terakoya.slack.LookupRoutes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes look-ups after they are answered: while some are written, the next gather. */
final class LookupLog implements LookupRoutes.Log {
  private static final Logger LOG = LoggerFactory.getLogger(LookupLog.class);
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_WAITING = 10 * MOST_AT_ONCE;

  private final BlockingQueue<Lookups.Looked> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();

  /** Whether somebody will come and write; whoever adds after that calls anew. */
  private final AtomicBoolean called = new AtomicBoolean();

  private final Lookups lookups;
  private final Later later;
  private final InstantSource clock;

  LookupLog(Lookups lookups, Later later, InstantSource clock) {
    this.lookups = lookups;
    this.later = later;
    this.clock = clock;
  }

  @Override
  public void lookedUp(Learner learner, String query, String section) {
    boolean room = waiting.offer(new Lookups.Looked(learner, query, section, clock.instant()));
    if (!room && dropped.getAndIncrement() % MOST_AT_ONCE == 0) {
      LOG.error("look-ups are not noted: {} wait; {} dropped so far", waiting.size(), dropped);
    }
    if (called.compareAndSet(false, true) && !later.run("noting look-ups", this::write)) {
      called.set(false);
    }
  }

  /** Writes all that wait; what the database refuses waits on, as far as there is room. */
  synchronized void write() {
    called.set(false);
    List<Lookups.Looked> some = new ArrayList<>();
    while (waiting.drainTo(some, MOST_AT_ONCE) > 0) {
      try {
        lookups.record(some);
      } catch (DatabaseException e) {
        some.forEach(waiting::offer);
        throw e;
      }
      some.clear();
    }
  }
}
