package dev.terakoya.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DailyPlanTest {
  private static final DailySettings TOKYO = DailySettings.usual("T", "C");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static DailySettings every(String zone, LocalTime at, LocalTime close) {
    return TOKYO.at(at, close, ZoneId.of(zone)).on(Set.of(DayOfWeek.values()), "");
  }

  private static Instant utc(String text) {
    return Instant.parse(text);
  }

  @Test
  void isOwedFromItsTimeUntilTheAllowedLateness() {
    assertThat(DailyPlan.owed(TOKYO, utc("2026-03-01T23:59:59.999Z"))).isEmpty();
    assertThat(DailyPlan.owed(TOKYO, utc("2026-03-02T00:00:00Z"))).contains(MONDAY);
    assertThat(DailyPlan.owed(TOKYO, utc("2026-03-02T03:59:59Z"))).contains(MONDAY);
    assertThat(DailyPlan.owed(TOKYO, utc("2026-03-02T04:00:00Z"))).isEmpty();
  }

  @Test
  void isNotOwedAfterClosingTime() {
    DailySettings short_ = TOKYO.at(LocalTime.of(9, 0), LocalTime.of(10, 0), TOKYO.zone());
    assertThat(DailyPlan.owed(short_, utc("2026-03-02T01:00:00Z"))).isEmpty();
  }

  @Test
  void lateAtNightItIsOwedBeyondMidnightAsTheOldDay() {
    DailySettings night = every("Asia/Tokyo", LocalTime.of(23, 30), LocalTime.of(18, 0));
    assertThat(DailyPlan.owed(night, utc("2026-03-02T15:10:00Z"))).contains(MONDAY);
    assertThat(DailyPlan.closes(night, MONDAY)).isEqualTo(utc("2026-03-03T09:00:00Z"));
  }

  @Test
  void aTimeThatSummerTimeSkipsComesAnHourLater() {
    DailySettings york = every("America/New_York", LocalTime.of(2, 30), LocalTime.of(18, 0));
    LocalDate spring = LocalDate.of(2026, 3, 8);
    assertThat(DailyPlan.opens(york, spring)).isEqualTo(utc("2026-03-08T07:30:00Z"));
    assertThat(DailyPlan.owed(york, utc("2026-03-08T07:29:00Z"))).isEmpty();
    assertThat(DailyPlan.owed(york, utc("2026-03-08T07:30:00Z"))).contains(spring);
  }

  @Test
  void aTimeThatComesTwiceCountsTheFirstTime() {
    DailySettings york = every("America/New_York", LocalTime.of(1, 30), LocalTime.of(18, 0));
    LocalDate autumn = LocalDate.of(2026, 11, 1);
    assertThat(DailyPlan.opens(york, autumn)).isEqualTo(utc("2026-11-01T05:30:00Z"));
    assertThat(DailyPlan.owed(york, utc("2026-11-01T06:30:00Z"))).contains(autumn);
  }

  @Test
  void everyDayInEveryZoneIsOwedOnceAndOnlyInItsWindow() {
    Random random = new Random(20260302);
    for (String zone :
        List.of(
            "Asia/Tokyo",
            "America/New_York",
            "Europe/Lisbon",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Africa/Casablanca")) {
      LocalTime at = LocalTime.of(random.nextInt(24), random.nextInt(60));
      DailySettings settings = every(zone, at, at.minusHours(1));
      Set<LocalDate> owed = new HashSet<>();
      Instant now = utc("2026-01-01T00:00:00Z");
      for (int i = 0; i < 366 * 24 * 6; i++, now = now.plus(Duration.ofMinutes(10))) {
        Optional<LocalDate> day = DailyPlan.owed(settings, now);
        if (day.isPresent()) {
          owed.add(day.get());
          Duration late = Duration.between(DailyPlan.opens(settings, day.get()), now);
          assertThat(late).isBetween(Duration.ZERO, settings.lateness());
        }
      }
      assertThat(owed.size()).as(zone + " at " + at).isBetween(365, 368);
    }
  }

  @Test
  void weekendsHolidaysAndPausesHaveNone() {
    assertThat(DailyPlan.asks(TOKYO, MONDAY.minusDays(1))).isFalse();
    assertThat(DailyPlan.asks(TOKYO, LocalDate.of(2026, 5, 6))).isFalse();
    assertThat(DailyPlan.asks(TOKYO.pausedUntil(MONDAY.plusDays(1)), MONDAY)).isFalse();
    assertThat(DailyPlan.asks(TOKYO.pausedUntil(MONDAY), MONDAY)).isTrue();
    assertThat(DailyPlan.asks(TOKYO.on(TOKYO.days(), "DE"), LocalDate.of(2026, 12, 25))).isFalse();
    assertThat(DailyPlan.next(TOKYO, utc("2026-05-01T10:00:00Z")))
        .contains(utc("2026-05-07T00:00:00Z"));
  }

  @Test
  void knowsTheJapaneseHolidaysOfTwoYears() {
    assertThat(holidays(2026))
        .isEqualTo(
            "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22"
                + " 09-23 10-12 11-03 11-23");
    assertThat(holidays(2027))
        .isEqualTo(
            "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23"
                + " 10-11 11-03 11-23");
  }

  private static String holidays(int year) {
    return Stream.iterate(LocalDate.of(year, 1, 1), d -> d.getYear() == year, d -> d.plusDays(1))
        .filter(JapaneseHolidays::on)
        .map(d -> d.toString().substring(5))
        .collect(Collectors.joining(" "));
  }

  @Test
  void faultsInSettingsAreSaidTogether() {
    assertThatThrownBy(() -> TOKYO.on(Set.of(), "XX"))
        .hasMessageContaining("day of the week")
        .hasMessageContaining("'XX'");
  }
}
