package dev.terakoya.daily;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The public holidays of Japan by the Act on National Holidays as it stands since 2022: fixed days,
 * four Mondays, the equinoxes, a substitute after a Sunday, a day between two holidays. Equinoxes
 * by the usual approximation, right from 1980 to 2099; the law fixes them a year ahead.
 */
final class JapaneseHolidays {
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(2, 11),
          MonthDay.of(2, 23),
          MonthDay.of(4, 29),
          MonthDay.of(5, 3),
          MonthDay.of(5, 4),
          MonthDay.of(5, 5),
          MonthDay.of(8, 11),
          MonthDay.of(11, 3),
          MonthDay.of(11, 23));

  private JapaneseHolidays() {}

  static boolean on(LocalDate day) {
    return named(day) || substitute(day) || (named(day.minusDays(1)) && named(day.plusDays(1)));
  }

  private static boolean named(LocalDate day) {
    return FIXED.contains(MonthDay.from(day)) || monday(day) || equinox(day);
  }

  private static boolean monday(LocalDate day) {
    int which =
        switch (day.getMonth()) {
          case JANUARY, OCTOBER -> 2;
          case JULY, SEPTEMBER -> 3;
          default -> 0;
        };
    return which > 0 && day.equals(day.with(dayOfWeekInMonth(which, MONDAY)));
  }

  private static boolean equinox(LocalDate day) {
    double first =
        switch (day.getMonth()) {
          case MARCH -> 20.8431;
          case SEPTEMBER -> 23.2488;
          default -> -100;
        };
    int years = day.getYear() - 1980;
    return day.getDayOfMonth() == (int) (first + 0.242194 * years - Math.floorDiv(years, 4));
  }

  /** The first day after a holiday on a Sunday that is no holiday itself. */
  private static boolean substitute(LocalDate day) {
    LocalDate before = day.minusDays(1);
    while (named(before) && before.getDayOfWeek() != SUNDAY) {
      before = before.minusDays(1);
    }
    return named(before);
  }
}
