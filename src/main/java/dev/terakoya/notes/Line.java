package dev.terakoya.notes;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a note (or one cell of a table's line) as a reader sees it: block markers and inline
 * markup taken off.
 *
 * @param number the line in the file, counted from 1
 * @param spans its runs from left to right
 */
public record Line(int number, List<Span> spans) {
  public Line {
    spans = List.copyOf(spans);
  }

  /** The line's characters without any markup. */
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
