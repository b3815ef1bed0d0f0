package dev.terakoya.notes;

/** How far a line is indented, as people see it. */
final class Columns {
  private Columns() {}

  /** Columns of the white space that a line begins with. */
  static int indent(String line) {
    int column = 0;
    for (int n = 0; n < line.length(); n++) {
      char c = line.charAt(n);
      if (c != ' ' && c != '\t' && c != '\u3000' && c != '\u00a0') {
        return column;
      }
      column = after(column, c);
    }
    return column;
  }

  /** Columns that a text takes: a tab goes on to the next multiple of four. */
  static int of(String text) {
    int column = 0;
    for (int n = 0; n < text.length(); n++) {
      column = after(column, text.charAt(n));
    }
    return column;
  }

  private static int after(int column, char c) {
    return c == '\t' ? column + 4 - column % 4 : column + (c == '\u3000' ? 2 : 1);
  }
}
