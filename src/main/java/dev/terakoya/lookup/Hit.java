package dev.terakoya.lookup;

import dev.terakoya.notes.Block;
import dev.terakoya.notes.Section;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A section that answers a query.
 *
 * @param section the section
 * @param score how well, comparable only within one answer
 * @param focus the lines that answer, where only a part of the section does
 * @param snippet the line that answers best, without markup
 * @param reading reads the text under the heading as blocks, once for all hits of a section
 * @param marking finds the marks; few who ask want them
 */
public record Hit(
    Section section,
    double score,
    @Nullable Focus focus,
    String snippet,
    Supplier<List<Block>> reading,
    Supplier<List<Mark>> marking) {
  /** The text under the heading as blocks. */
  public List<Block> blocks() {
    return reading.get();
  }

  /** The words within the snippet that matched, from left to right, not overlapping. */
  public List<Mark> marks() {
    return marking.get();
  }

  /** Characters of a snippet, {@code from} counted from 0, {@code to} not included. */
  public record Mark(int from, int to) {}
}
