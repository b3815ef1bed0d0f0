package dev.terakoya.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When the next call may go to Slack: about one post a second and channel after a burst of four,
 * and none of a method that Slack has asked to leave alone for a while. (The generic cell rate
 * algorithm of ATM networks: one moment a key.) Times are those of {@link System#nanoTime()}.
 */
final class Pacing {
  private static final long SECOND = 1_000_000_000L;
  private static final long BURST = 3 * SECOND;
  private static final int MOST_CHANNELS = 1_000;

  private final Map<String, Long> channels = new ConcurrentHashMap<>();
  private final Map<String, Long> held = new ConcurrentHashMap<>();

  /** Takes the next turn of a method in a channel (empty for none): how long to wait before it. */
  Duration turn(String method, String channel, long now) {
    long free = Math.max(now, held.getOrDefault(method, now));
    if (!method.startsWith("chat.post") || channel.isEmpty()) {
      return Duration.ofNanos(free - now);
    }
    if (channels.size() > MOST_CHANNELS) {
      channels.values().removeIf(next -> next - now < 0);
    }
    long next =
        channels.merge(channel, now + SECOND, (last, first) -> Math.max(last, now) + SECOND);
    return Duration.ofNanos(Math.max(free, next - SECOND - BURST) - now);
  }

  /** Slack wants no more calls of a method for a while. */
  void hold(String method, Duration pause, long now) {
    held.put(method, now + pause.toNanos());
  }
}
