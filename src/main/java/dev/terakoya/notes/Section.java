package dev.terakoya.notes;

import java.util.List;

/**
 * The text under one heading, up to the next heading of any level.
 *
 * @param id a pure function of path and lines
 * @param level depth of the heading, 1 for the outermost; 0 for text before a file's first heading
 * @param path headings from the outermost down to this section's own, without markup; empty for
 *     level 0
 * @param headingLines how many of {@code lines} are the heading itself: 0, 1, or 2 (setext)
 * @param lines the lines as written, heading included, trailing blank lines left out
 * @param source the file and the lines that {@code lines} are
 */
public record Section(
    SectionId id,
    int level,
    List<String> path,
    int headingLines,
    List<String> lines,
    Source source) {
  public Section {
    path = List.copyOf(path);
    lines = List.copyOf(lines);
  }

  /** The section's own heading without markup; empty for text before the first heading. */
  public String heading() {
    return path.isEmpty() ? "" : path.getLast();
  }

  /** The text under the heading as blocks. Read anew at each call; linear in the section's size. */
  public List<Block> blocks() {
    return BlockReader.read(this);
  }

  /** The lines of the text that say what something is, in their order. Read anew at each call. */
  public List<Definition> definitions() {
    return Definitions.of(blocks());
  }

  /**
   * A line of the file as written; {@code number} counts from 1 and lies within {@link #source}.
   */
  public String line(int number) {
    return lines.get(number - source.from());
  }
}
