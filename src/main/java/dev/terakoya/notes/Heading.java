package dev.terakoya.notes;

/**
 * A heading that a rule found.
 *
 * @param line its line, from 0
 * @param lines how many lines it takes: 1, or 2 (setext)
 * @param style how it is written; styles nest in the order in which a file first uses them
 * @param depth its depth within its style, 1 for the outermost
 * @param title its words, without markup
 */
record Heading(int line, int lines, Style style, int depth, String title) {
  /** Ways to write a heading. Markdown's own always holds the others. */
  enum Style {
    MARKDOWN,
    BARE,
    MARK,
    SQUARE_BRACKET,
    BLACK_BRACKET,
    CHAPTER,
    NUMBER,
    PARENTHESIS
  }
}
