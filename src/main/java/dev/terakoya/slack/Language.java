package dev.terakoya.slack;

import java.util.Locale;

/** The languages that people are answered in. */
public enum Language {
  JA(Locale.JAPANESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /** The language of a locale such as {@code ja-JP}; English for any that is not Japanese. */
  public static Language of(String locale) {
    return locale.toLowerCase(Locale.ROOT).startsWith("ja") ? JA : EN;
  }
}
