package dev.terakoya.learner;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a person chose, or what is known of them.
 *
 * @param language such as {@code ja}; nothing for what Slack says
 * @param zone where their day begins and ends
 * @param remindAt local time of a daily reminder; nothing for none
 * @param dailyCap how many private questions a day at most, 1 to 100
 */
public record PersonalSettings(
    Optional<String> language, Optional<ZoneId> zone, Optional<LocalTime> remindAt, int dailyCap) {
  /** What holds for somebody who chose nothing. */
  public static final PersonalSettings NONE =
      new PersonalSettings(Optional.empty(), Optional.empty(), Optional.empty(), 10);

  public PersonalSettings {
    if (dailyCap < 1 || dailyCap > 100) {
      throw new IllegalArgumentException("between 1 and 100 questions a day, not " + dailyCap);
    }
  }

  /** The same with another language; nothing for Slack's. */
  public PersonalSettings inLanguage(Optional<String> chosen) {
    return new PersonalSettings(chosen, zone, remindAt, dailyCap);
  }

  /** The same with a reminder at a local time, or none. */
  public PersonalSettings remindedAt(Optional<LocalTime> at, Optional<ZoneId> home) {
    return new PersonalSettings(language, home, at, dailyCap);
  }
}
