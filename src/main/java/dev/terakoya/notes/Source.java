package dev.terakoya.notes;

/**
 * Where something stands in the notes.
 *
 * @param file path relative to the notes folder, with {@code /}
 * @param from first line, counted from 1
 * @param to last line, included
 */
public record Source(String file, int from, int to) {
  public Source {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("lines " + from + "-" + to + " of " + file);
    }
  }
}
