package dev.terakoya.notes;

import java.util.Set;

/**
 * A run of characters within a line that looks the same.
 *
 * @param text what a reader sees: no markup, character references resolved; for an image its
 *     alternative text
 * @param marks how it is emphasised
 * @param target where it links to (or the image's address), as written in the note and not to be
 *     trusted; empty for none
 */
public record Span(String text, Set<Mark> marks, String target) {
  /** Kinds of emphasis that notes use. */
  public enum Mark {
    BOLD,
    ITALIC,
    STRIKE,
    CODE,
    HIGHLIGHT,
    IMAGE
  }

  public Span {
    marks = Set.copyOf(marks);
  }

  /** Plain text. */
  public static Span of(String text) {
    return new Span(text, Set.of(), "");
  }
}
