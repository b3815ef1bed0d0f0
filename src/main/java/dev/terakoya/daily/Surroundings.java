package dev.terakoya.daily;

import java.time.Duration;
import java.time.Instant;

/** What the poster needs of the program around it. */
public interface Surroundings {
  /**
   * Lets time pass.
   *
   * @return the moment after it
   */
  Instant pause(Duration time);

  /** Tells those who run the bot; called once for each thing that happened. */
  void tell(Notice notice);
}
