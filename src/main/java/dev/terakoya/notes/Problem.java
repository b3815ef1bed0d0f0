package dev.terakoya.notes;

import java.util.Locale;

/**
 * Something wrong with a note, told to those who keep the notes.
 *
 * @param file path relative to the notes folder
 * @param line the line, counted from 1; 1 where the whole file is meant
 * @param kind what is wrong
 * @param text the words it is about, as written
 * @param comment what would be right, or what to do
 */
public record Problem(String file, int line, Kind kind, String text, String comment) {
  /** Kinds of problems; {@link #toString} is how the outside writes them. */
  public enum Kind {
    TYPO,
    EMPTY_SECTION,
    TODO,
    OUTDATED,
    CONTRADICTION,
    ERROR,
    DUPLICATE,
    MARKUP,
    ENCODING,
    TOO_LARGE,
    UNREADABLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
