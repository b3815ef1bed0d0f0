package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;

/** Rows of tables, with or without the row of dashes that GitHub asks for. */
final class TableRow {
  private TableRow() {}

  /** Whether a line is a row between bars. */
  static boolean is(String line) {
    String bare = line.strip();
    return bare.startsWith("|") && bare.indexOf('|', 1) > 0;
  }

  /** Whether a line is the row of dashes between header and rows. */
  static boolean separates(String line) {
    String bare = line.strip();
    return bare.indexOf('-') >= 0
        && bare.indexOf('|') >= 0
        && bare.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
  }

  /** The row's cells. */
  static List<Line> cells(String line, int number) {
    String bare = line.strip();
    List<Line> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    int last = bare.endsWith("|") && !bare.endsWith("\\|") ? bare.length() - 1 : bare.length();
    boolean wikilink = false;
    for (int n = bare.startsWith("|") ? 1 : 0; n < last; n++) {
      char c = bare.charAt(n);
      wikilink = c != ']' && (wikilink || bare.startsWith("[[", n));
      if (c == '\\' && n + 1 < last && bare.charAt(n + 1) == '|') {
        cell.append('|');
        n++;
      } else if (c == '|' && !wikilink) {
        cells.add(cell(cell, number));
      } else {
        cell.append(c);
      }
    }
    cells.add(cell(cell, number));
    return cells;
  }

  private static Line cell(StringBuilder text, int number) {
    Line cell = new Line(number, Inline.read(text.toString().strip()));
    text.setLength(0);
    return cell;
  }
}
