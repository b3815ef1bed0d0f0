package dev.terakoya.cli;

import dev.terakoya.daily.DailySettings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The daily question's first channel, as the environment sets it up. */
final class FirstChannel {
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private FirstChannel() {}

  /**
   * The channel's settings; nothing where no channel is named.
   *
   * @param faults takes what is wrong, by variable
   */
  static Optional<DailySettings> of(
      String team, Map<String, String> daily, String language, List<String> faults) {
    LocalTime at =
        read(
            daily,
            "TERAKOYA_DAILY_AT",
            "a time such as 09:00",
            LocalTime::parse,
            LocalTime.of(9, 0),
            faults);
    LocalTime closeAt =
        read(
            daily,
            "TERAKOYA_CLOSE_AT",
            "a time such as 18:00",
            LocalTime::parse,
            LocalTime.of(18, 0),
            faults);
    ZoneId zone =
        read(
            daily,
            "TERAKOYA_ZONE",
            "a zone such as Asia/Tokyo",
            ZoneId::of,
            ZoneId.of("Asia/Tokyo"),
            faults);
    Set<DayOfWeek> days =
        read(
            daily,
            "TERAKOYA_DAYS",
            "days such as MON-FRI or MON,WED",
            FirstChannel::days,
            EnumSet.allOf(DayOfWeek.class),
            faults);
    String channel = daily.getOrDefault("TERAKOYA_CHANNEL", "");
    if (channel.isEmpty() || !faults.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          DailySettings.usual(team, channel)
              .at(at, closeAt, zone)
              .on(days, daily.getOrDefault("TERAKOYA_HOLIDAYS", ""))
              .about(List.of(), language, false));
    } catch (IllegalArgumentException e) {
      faults.add("the daily question: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static <T> T read(
      Map<String, String> daily,
      String name,
      String wanted,
      Function<String, T> parse,
      T fallback,
      List<String> faults) {
    try {
      return parse.apply(daily.getOrDefault(name, ""));
    } catch (DateTimeException | IllegalArgumentException e) {
      faults.add(name + ": " + wanted + ", not " + daily.get(name));
      return fallback;
    }
  }

  private static Set<DayOfWeek> days(String list) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : list.toUpperCase(Locale.ROOT).split(",", -1)) {
      String[] ends = part.strip().split("-", 2);
      int from = DAYS.indexOf(ends[0]);
      int to = DAYS.indexOf(ends[ends.length - 1]);
      if (from < 0 || to < 0) {
        throw new IllegalArgumentException(part);
      }
      for (int day = from; ; day = (day + 1) % 7) {
        days.add(DayOfWeek.of(day + 1));
        if (day == to) {
          break;
        }
      }
    }
    return days;
  }
}
