package dev.terakoya.daily;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * When a channel is owed a question: pure. A local time that a clock change skips comes as much
 * later as the clock jumps; one that comes twice counts the first time.
 */
public final class DailyPlan {
  private DailyPlan() {}

  /**
   * The local day whose question is owed now: its time has come, and neither the allowed lateness
   * nor the closing time has passed. Never more than one, so a machine that slept for days catches
   * up with one question at most.
   */
  public static Optional<LocalDate> owed(DailySettings settings, Instant now) {
    LocalDate today = now.atZone(settings.zone()).toLocalDate();
    return Stream.of(today.plusDays(1), today, today.minusDays(1))
        .filter(day -> !opens(settings, day).isAfter(now))
        .findFirst()
        .filter(day -> asks(settings, day))
        .filter(day -> now.isBefore(opens(settings, day).plus(settings.lateness())))
        .filter(day -> now.isBefore(closes(settings, day)));
  }

  /** Whether a local day has a question at all: day of the week, holidays, pause. */
  public static boolean asks(DailySettings settings, LocalDate day) {
    LocalDate paused = settings.pausedUntil();
    return settings.days().contains(day.getDayOfWeek())
        && (paused == null || !day.isBefore(paused))
        && !Holidays.on(day, settings.holidays());
  }

  /** When the question of a day is posted. */
  public static Instant opens(DailySettings settings, LocalDate day) {
    return moment(settings, day, settings.at());
  }

  /** When the question of a day closes. */
  public static Instant closes(DailySettings settings, LocalDate day) {
    boolean overnight = !settings.closeAt().isAfter(settings.at());
    return moment(settings, overnight ? day.plusDays(1) : day, settings.closeAt());
  }

  /** The next time a question is due, after a moment; nothing within the next 400 days. */
  public static Optional<Instant> next(DailySettings settings, Instant after) {
    LocalDate today = after.atZone(settings.zone()).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(400)
        .filter(day -> asks(settings, day))
        .map(day -> opens(settings, day))
        .filter(opens -> opens.isAfter(after))
        .findFirst();
  }

  /** How many questions are left until the exam, with a day's own; nothing without an exam. */
  public static OptionalLong left(DailySettings settings, LocalDate day) {
    LocalDate exam = settings.examDay();
    return exam == null || !exam.isAfter(day)
        ? OptionalLong.empty()
        : OptionalLong.of(day.datesUntil(exam).filter(d -> asks(settings, d)).count());
  }

  private static Instant moment(DailySettings settings, LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(settings.zone()).toInstant();
  }
}
