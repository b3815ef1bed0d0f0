package dev.terakoya.cli;

import dev.terakoya.db.DatabaseException;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Lookups;
import dev.terakoya.slack.Later;
import dev.terakoya.slack.LookupRoutes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes look-ups after they are answered. They gather for a moment, as each transaction waits for
 * the disk.
 */
final class LookupLog implements LookupRoutes.Log, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LookupLog.class);
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_WAITING = 10 * MOST_AT_ONCE;
  private static final Duration GATHERING = Duration.ofMillis(200);

  private final BlockingQueue<Lookups.Looked> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();

  /** Whether somebody will come and write; whoever adds after that calls anew. */
  private final AtomicBoolean called = new AtomicBoolean();

  private final Lookups lookups;
  private final Executor soon;
  private final InstantSource clock;

  LookupLog(Lookups lookups, Later later, InstantSource clock) {
    this.lookups = lookups;
    this.soon =
        CompletableFuture.delayedExecutor(
            GATHERING.toMillis(),
            TimeUnit.MILLISECONDS,
            writing -> {
              if (!later.run("noting look-ups", writing::run)) {
                called.set(false);
              }
            });
    this.clock = clock;
  }

  @Override
  public void lookedUp(Learner learner, String query, String section) {
    boolean room = waiting.offer(new Lookups.Looked(learner, query, section, clock.instant()));
    if (!room && dropped.getAndIncrement() % MOST_AT_ONCE == 0) {
      LOG.error("look-ups are not noted: {} wait; {} dropped so far", waiting.size(), dropped);
    }
    if (called.compareAndSet(false, true)) {
      soon.execute(this::write);
    }
  }

  /** Writes all that wait now; what the database refuses waits on, as far as there is room. */
  synchronized void write() {
    called.set(false);
    List<Lookups.Looked> some = new ArrayList<>();
    for (int left = waiting.size(); left > 0; left -= MOST_AT_ONCE) {
      waiting.drainTo(some, MOST_AT_ONCE);
      try {
        lookups.record(some);
      } catch (DatabaseException e) {
        some.forEach(waiting::offer);
        throw e;
      }
      some.clear();
    }
  }

  /** Writes what still waits; what the database refuses now is lost. */
  @Override
  public void close() {
    try {
      write();
    } catch (DatabaseException e) {
      LOG.error("{} look-ups are not noted: {}", waiting.size(), e.getMessage());
    }
  }
}
