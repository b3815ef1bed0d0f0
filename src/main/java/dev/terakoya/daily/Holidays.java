package dev.terakoya.daily;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays: Japan's by {@link JapaneseHolidays}, because Jollyday 1.6.0 knows neither the
 * equinoxes, nor most substitute days, nor the present Emperor's birthday; all others by Jollyday.
 */
final class Holidays {
  private static final String JAPAN = "JP";
  private static final Map<String, HolidayManager> MANAGERS = new ConcurrentHashMap<>();

  private Holidays() {}

  /** Whether a country's holidays are known; the empty country has none. */
  static boolean known(String country) {
    return country.isEmpty()
        || country.equalsIgnoreCase(JAPAN)
        || (country.matches("[A-Za-z]{2}") && calendar(country));
  }

  /** Looks for the calendar itself: Jollyday's list of countries is empty when run from a jar. */
  private static boolean calendar(String country) {
    String file = "/holidays/Holidays_" + country.toLowerCase(Locale.ROOT) + ".xml";
    return HolidayManager.class.getResource(file) != null;
  }

  /** Whether a day is a public holiday everywhere in a country. */
  static boolean on(LocalDate day, String country) {
    if (country.isEmpty()) {
      return false;
    }
    return country.equalsIgnoreCase(JAPAN)
        ? JapaneseHolidays.on(day)
        : manager(country).isHoliday(day);
  }

  private static HolidayManager manager(String country) {
    return MANAGERS.computeIfAbsent(
        country.toLowerCase(Locale.ROOT),
        code -> HolidayManager.getInstance(ManagerParameters.create(code)));
  }
}
