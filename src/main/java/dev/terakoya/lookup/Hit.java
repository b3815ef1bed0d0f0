package dev.terakoya.lookup;

import dev.terakoya.notes.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section that answers a query.
 *
 * @param section the section
 * @param score how well, comparable only within one answer
 * @param focus the lines that answer, where only a part of the section does
 * @param snippet the line that answers best, without markup
 * @param marks the words within {@code snippet} that matched, from left to right, not overlapping
 */
public record Hit(
    Section section, double score, @Nullable Focus focus, String snippet, List<Mark> marks) {
  public Hit {
    marks = List.copyOf(marks);
  }

  /** Characters of a snippet, {@code from} counted from 0, {@code to} not included. */
  public record Mark(int from, int to) {}
}
