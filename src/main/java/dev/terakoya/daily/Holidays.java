package dev.terakoya.daily;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Public holidays, as Jollyday knows them. */
final class Holidays {
  private static final Map<String, HolidayManager> MANAGERS = new ConcurrentHashMap<>();

  private Holidays() {}

  /** Whether a country's holidays are known; the empty country has none. */
  static boolean known(String country) {
    return country.isEmpty()
        || HolidayManager.getSupportedCalendarCodes().contains(country.toLowerCase(Locale.ROOT));
  }

  /** Whether a day is a public holiday everywhere in a country. */
  static boolean on(LocalDate day, String country) {
    return !country.isEmpty() && manager(country).isHoliday(day);
  }

  private static HolidayManager manager(String country) {
    return MANAGERS.computeIfAbsent(
        country.toLowerCase(Locale.ROOT),
        code -> HolidayManager.getInstance(ManagerParameters.create(code)));
  }
}
