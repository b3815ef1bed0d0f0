package dev.terakoya.slack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Hangs up on connections that take their time: in each interval a connection brings the whole head
 * of a request, or it is closed. Jetty itself limits only the silence between two bytes.
 */
final class Dawdlers implements Connection.Listener {
  private final Duration interval;
  private final Scheduler scheduler;

  Dawdlers(Duration interval, Scheduler scheduler) {
    this.interval = interval;
    this.scheduler = scheduler;
  }

  @Override
  public void onOpened(Connection connection) {
    watch(connection, 0);
  }

  private void watch(Connection connection, long before) {
    scheduler.schedule(() -> look(connection, before), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(Connection connection, long before) {
    long requests = connection.getMessagesIn();
    if (!connection.getEndPoint().isOpen()) {
      return;
    }
    if (requests == before) {
      connection.getEndPoint().close();
    } else {
      watch(connection, requests);
    }
  }
}
