package dev.terakoya.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: instead of waiting for Slack's requests, connects to Slack and gets them over that
 * connection. When it ends, or Slack announces that it will, the next one is opened at once; after
 * short-lived ones and failures ever more patiently.
 */
public final class SocketMode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration SHORT_LIFE = Duration.ofSeconds(5);

  private final WebApi api;
  private final SlackApp app;
  private final Duration firstWait;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("socket-mode").unstarted(this::run);
  private volatile @Nullable SlackSocket socket;

  /**
   * @param api with the app-level token
   * @param app answers what comes
   * @param firstWait before the second attempt to connect; doubled up to half a minute
   */
  public SocketMode(WebApi api, SlackApp app, Duration firstWait) {
    this.api = api;
    this.app = app;
    this.firstWait = firstWait;
  }

  /** Begins to connect, and goes on until it is closed. */
  public void start() {
    thread.start();
  }

  /** Whether Slack can reach us now. */
  public boolean connected() {
    SlackSocket now = socket;
    return now != null && now.greeted();
  }

  private void run() {
    int failures = 0;
    while (closing.getCount() > 0) {
      long start = System.nanoTime();
      connect();
      boolean lasted = System.nanoTime() - start > SHORT_LIFE.toNanos();
      failures = lasted ? 0 : failures + 1;
      if (failures > 0) {
        pause(wait(failures));
      }
    }
  }

  /** One connection, from its opening to its end or to the announcement of its end. */
  private void connect() {
    try {
      String address = api.call("apps.connections.open", Map.of()).get("url").getAsString();
      SlackSocket open = SlackSocket.open(URI.create(address), app);
      socket = open;
      if (closing.getCount() == 0) {
        open.close();
      }
      LOG.info("connected to Slack");
      LOG.info("connecting to Slack anew: {}", open.ended());
    } catch (SlackException e) {
      LOG.warn("cannot connect to Slack, trying again: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("cannot connect to Slack, trying again: {}", e.getClass().getName());
    }
  }

  /** Twice as long after each failure, with chance, so that replicas do not come all at once. */
  private Duration wait(int failures) {
    long doubled = firstWait.toMillis() << Math.min(failures - 1, 12);
    long most = Math.min(LONGEST_WAIT.toMillis(), doubled);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  private void pause(Duration time) {
    try {
      var _ = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  /** Acknowledges what has come, then hangs up. */
  @Override
  public void close() {
    closing.countDown();
    SlackSocket last = socket;
    if (last != null) {
      last.close();
    }
  }
}
