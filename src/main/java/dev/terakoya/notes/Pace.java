package dev.terakoya.notes;

import java.time.Duration;

/**
 * How often a folder of notes is looked at.
 *
 * @param quiet how long a burst of changes must have rested before it is told
 * @param poll how often sizes and times are compared, for systems that report no changes
 * @param content how often contents are compared, for changes that neither shows
 * @param away how long a folder that vanished or was emptied must stay so before it is told
 */
public record Pace(Duration quiet, Duration poll, Duration content, Duration away) {
  /** What suits people who edit notes. */
  public static Pace usual() {
    return new Pace(
        Duration.ofMillis(500),
        Duration.ofSeconds(4),
        Duration.ofMinutes(10),
        Duration.ofSeconds(30));
  }
}
