package dev.terakoya.notes;

import java.util.List;

/**
 * One file's lines, with what part of the file each lies in.
 *
 * @param lines as decoded, without line ends
 * @param zones the part each line lies in
 */
record Page(List<String> lines, Zones zones) {
  /** No heading is longer than this many characters. */
  static final int LONGEST_HEADING = 3000;

  static Page of(List<String> lines) {
    return new Page(lines, Zones.of(lines, true));
  }

  int size() {
    return lines.size();
  }

  /** The line where it is text and short enough to be a heading, otherwise empty. */
  String text(int n) {
    boolean text = n >= 0 && n < size() && zones.at(n) == Zone.TEXT;
    return text && lines.get(n).length() <= LONGEST_HEADING ? lines.get(n) : "";
  }

  /** Whether nothing stands on the line; also true before and behind the file. */
  boolean blank(int n) {
    return n < 0 || n >= size() || lines.get(n).isBlank();
  }

  /** The next line that is not blank (nor front matter), or the number of lines. */
  int next(int n) {
    int next = n + 1;
    while (next < size() && (lines.get(next).isBlank() || zones.at(next) == Zone.FRONT_MATTER)) {
      next++;
    }
    return next;
  }
}
