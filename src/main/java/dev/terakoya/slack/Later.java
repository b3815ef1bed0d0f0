package dev.terakoya.slack;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What is done after Slack has its answer: calls back to Slack. Bounded, and finished before the
 * program ends.
 */
public final class Later implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Later.class);
  private static final int THREADS = 4;
  private static final int MOST_WAITING = 500;

  /** One of so many that are dropped is told of. */
  private static final int TELL_OF = 1_000;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("later-", 0).factory());
  private final AtomicLong dropped = new AtomicLong();
  private final Duration grace;

  /** Waits so long at the end for what is under way. */
  public Later(Duration grace) {
    this.grace = grace;
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Does something soon; a failure is logged under its name.
   *
   * @return false where it is dropped, because too much waits
   */
  public boolean run(String what, Call call) {
    return run(what, MDC.get("request"), call);
  }

  /**
   * The same after a pause, in which an answer goes out.
   *
   * @param dropped is called where it is dropped
   */
  void after(Duration pause, String what, Call call, Runnable dropped) {
    String request = MDC.get("request");
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> {
          if (!run(what, request, call)) {
            dropped.run();
          }
        });
  }

  private boolean run(String what, @Nullable String request, Call call) {
    try {
      threads.execute(() -> {
        try (var _ = MDC.putCloseable("request", request)) {
          call.run();
        } catch (Exception e) {
          LOG.warn("{} failed: {}", what, e.toString());
        }
      });
      return true;
    } catch (RejectedExecutionException e) {
      if (dropped.getAndIncrement() % TELL_OF == 0 && !threads.isShutdown()) {
        LOG.error("{} was dropped: {} calls wait; {} dropped so far", what, waiting(), dropped);
      }
      return false;
    }
  }

  /** How many were dropped because too many waited. */
  public long dropped() {
    return dropped.get();
  }

  /** How many wait. */
  public int waiting() {
    return threads.getQueue().size();
  }

  /** Something that may fail. */
  public interface Call {
    /** Does it. */
    void run() throws Exception;
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.error("{} calls to Slack were left undone", threads.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
