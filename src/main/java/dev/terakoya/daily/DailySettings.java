package dev.terakoya.daily;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When and about what a channel is asked.
 *
 * @param team the workspace
 * @param channel id of the channel
 * @param at local time of the question
 * @param closeAt local time when it closes; on the next day when it is not after {@code at}
 * @param zone whose time {@code at} and {@code closeAt} are
 * @param days days of the week with a question, at least one
 * @param holidays country whose public holidays have none, such as {@code JP}; empty for no country
 * @param topics topics or file prefixes asked about; empty for all
 * @param language of the post, such as {@code ja}
 * @param approval whether only approved questions are posted
 * @param pausedUntil first day with a question again; nothing when not paused
 * @param lateness how late a question may still be posted, up to a day
 * @param examDay when the exam is; nothing for none
 * @param weights how much a topic counts until the exam; 1 where it is not named
 */
public record DailySettings(
    String team,
    String channel,
    LocalTime at,
    LocalTime closeAt,
    ZoneId zone,
    Set<DayOfWeek> days,
    String holidays,
    List<String> topics,
    String language,
    boolean approval,
    @Nullable LocalDate pausedUntil,
    Duration lateness,
    @Nullable LocalDate examDay,
    Map<String, Double> weights) {
  public DailySettings {
    days = Set.copyOf(days);
    topics = List.copyOf(topics);
    /* Settings kept by an earlier version have none. */
    weights = weights == null ? Map.of() : Map.copyOf(weights);
    List<String> faults = new ArrayList<>();
    if (channel.isBlank()) {
      faults.add("a channel is needed");
    }
    if (days.isEmpty()) {
      faults.add("at least one day of the week is needed");
    }
    if (lateness.isNegative() || lateness.compareTo(Duration.ofDays(1)) > 0) {
      faults.add("lateness is between nothing and one day");
    }
    if (!Holidays.known(holidays)) {
      faults.add("no public holidays are known for '" + holidays + "'");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  /** A channel with the usual settings: 9:00 to 18:00 in Tokyo, Monday to Friday, no holidays. */
  public static DailySettings usual(String team, String channel) {
    return new DailySettings(
        team,
        channel,
        LocalTime.of(9, 0),
        LocalTime.of(18, 0),
        ZoneId.of("Asia/Tokyo"),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        "JP",
        List.of(),
        "ja",
        false,
        null,
        Duration.ofHours(4),
        null,
        Map.of());
  }

  /** The same at another time. */
  public DailySettings at(LocalTime from, LocalTime to, ZoneId where) {
    return new DailySettings(
        team,
        channel,
        from,
        to,
        where,
        days,
        holidays,
        topics,
        language,
        approval,
        pausedUntil,
        lateness,
        examDay,
        weights);
  }

  /** The same on other days. */
  public DailySettings on(Set<DayOfWeek> week, String country) {
    return new DailySettings(
        team,
        channel,
        at,
        closeAt,
        zone,
        week,
        country,
        topics,
        language,
        approval,
        pausedUntil,
        lateness,
        examDay,
        weights);
  }

  /** The same about other topics. */
  public DailySettings about(List<String> asked, String inLanguage, boolean approved) {
    return new DailySettings(
        team,
        channel,
        at,
        closeAt,
        zone,
        days,
        holidays,
        asked,
        inLanguage,
        approved,
        pausedUntil,
        lateness,
        examDay,
        weights);
  }

  /** The same, without questions before a day; nothing ends the pause. */
  public DailySettings pausedUntil(@Nullable LocalDate day) {
    return new DailySettings(
        team, channel, at, closeAt, zone, days, holidays, topics, language, approval, day, lateness,
        examDay, weights);
  }

  /** The same, posted so late at most. */
  public DailySettings within(Duration late) {
    return new DailySettings(
        team,
        channel,
        at,
        closeAt,
        zone,
        days,
        holidays,
        topics,
        language,
        approval,
        pausedUntil,
        late,
        examDay,
        weights);
  }

  /** The same with an exam on a day, or none, and how much its topics count. */
  public DailySettings examined(@Nullable LocalDate exam, Map<String, Double> topicWeights) {
    return new DailySettings(
        team,
        channel,
        at,
        closeAt,
        zone,
        days,
        holidays,
        topics,
        language,
        approval,
        pausedUntil,
        lateness,
        exam,
        topicWeights);
  }

  /** The days of the week in their order. */
  public Set<DayOfWeek> week() {
    return new TreeSet<>(days);
  }
}
