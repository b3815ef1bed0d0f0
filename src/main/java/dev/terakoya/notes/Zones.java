package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells text from front matter, fenced code and comments, for {@code #} inside those is no heading.
 * Linear in the number of lines.
 */
final class Zones {
  private static final Pattern PREFIX =
      Pattern.compile("[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*");
  private static final Pattern YAML =
      Pattern.compile("^(?:\\s*#.*|\\s+\\S.*|-\\s.*|[\\w\"'.-]{1,60}\\s*:(?:\\s.*)?)?$");
  private static final Pattern ANEW =
      Pattern.compile(" {0,3}(?:[-*+]\\s|#{2,6}\\s|(?:```+|~~~+)\\s*\\w)");
  private static final int LONGEST_MARKER = 1000;
  private static final int LONGEST_INFO = 200;
  private static final String MARKS = " \t>-*+.)0123456789";

  private final List<String> lines;
  private final Zone[] zones;
  private final List<Integer> unclosed = new ArrayList<>();
  private final Map<String, Integer> closers = new HashMap<>();
  private String frontMatterFault = "";
  private int commentEnd = -1;

  private Zones(List<String> lines) {
    this.lines = lines;
    this.zones = new Zone[lines.size()];
    Arrays.fill(zones, Zone.TEXT);
  }

  /**
   * Reads the zones of some lines.
   *
   * @param top whether the first of them is the first of its file, where front matter may stand
   */
  static Zones of(List<String> lines, boolean top) {
    Zones zones = new Zones(lines);
    int n = top ? zones.frontMatter() : 0;
    while (n < lines.size()) {
      n = zones.read(n);
    }
    return zones;
  }

  Zone at(int n) {
    return zones[n];
  }

  private void fill(int from, int to, Zone zone) {
    Arrays.fill(zones, from, to, zone);
  }

  /** Lines, from 0, of fences that nothing closes. */
  List<Integer> unclosed() {
    return List.copyOf(unclosed);
  }

  /** What is wrong with the front matter, for people to read; empty for nothing. */
  String frontMatterFault() {
    return frontMatterFault;
  }

  private int read(int n) {
    String line = lines.get(n);
    int first = line.length() > LONGEST_MARKER ? line.length() : behindMarks(line);
    if (line.startsWith("<!--", first) && line.stripLeading().startsWith("<!--")) {
      return comment(n);
    }
    int behind = first;
    while (behind < line.length() && line.charAt(behind) == line.charAt(first)) {
      behind++;
    }
    return behind > first && "`~".indexOf(line.charAt(first)) >= 0 && opens(line, first, behind)
        ? code(n, line.substring(0, first), line.substring(first, behind))
        : n + 1;
  }

  private static boolean opens(String line, int first, int behind) {
    return behind - first >= 3
        && line.length() - behind <= LONGEST_INFO
        && line.indexOf('`', behind) < 0
        && (first == 0 || PREFIX.matcher(line).region(0, first).matches());
  }

  /** The first character that no bullet, number or quotation mark is made of. */
  private static int behindMarks(String line) {
    int n = 0;
    while (n < line.length() && line.charAt(n) <= '>' && MARKS.indexOf(line.charAt(n)) >= 0) {
      n++;
    }
    return n;
  }

  /** A comment that never ends, or that text follows on its last line, is read as text. */
  private int comment(int n) {
    if (commentEnd < n) {
      commentEnd = n;
      while (commentEnd < lines.size() && !lines.get(commentEnd).contains("-->")) {
        commentEnd++;
      }
    }
    if (commentEnd == lines.size() || !lines.get(commentEnd).stripTrailing().endsWith("-->")) {
      return n + 1;
    }
    fill(n, commentEnd + 1, Zone.COMMENT);
    return commentEnd + 1;
  }

  private int code(int open, String prefix, String mark) {
    int inside = Columns.of(prefix);
    int close = closer(open, mark);
    boolean closed =
        close < lines.size()
            && Columns.indent(lines.get(close)) + 4 > inside
            && !(inside > 0 && left(open + 1, close, inside));
    int end =
        closed ? close : inside == 0 ? lines.size() : outdented(open + 1, lines.size(), inside);
    fill(open, open + 1, Zone.FENCE);
    fill(open + 1, end, Zone.CODE);
    if (closed) {
      fill(close, close + 1, Zone.FENCE);
      return close + 1;
    }
    unclosed.add(open);
    return end;
  }

  /** The line that closes a fence, or the number of lines; remembered, so that it stays linear. */
  private int closer(int open, String mark) {
    Integer known = closers.get(mark);
    if (known != null && known > open) {
      return known;
    }
    int n = open + 1;
    while (n < lines.size() && !closes(lines.get(n), mark)) {
      n++;
    }
    closers.put(mark, n);
    return n;
  }

  private static boolean closes(String line, String mark) {
    if (line.length() > LONGEST_MARKER || !line.contains(mark)) {
      return false;
    }
    String bare = line.strip();
    while (bare.startsWith(">")) {
      bare = bare.substring(1).strip();
    }
    return bare.startsWith(mark) && bare.chars().allMatch(c -> c == mark.charAt(0));
  }

  /** Whether an item, a heading or a fence further out says that the fence's own item is over. */
  private boolean left(int from, int to, int inside) {
    int n = outdented(from, to, inside);
    while (n < to && !ANEW.matcher(lines.get(n)).lookingAt()) {
      n++;
    }
    return n < to;
  }

  private int outdented(int from, int to, int inside) {
    int end = from;
    while (end < to && (lines.get(end).isBlank() || Columns.indent(lines.get(end)) >= inside)) {
      end++;
    }
    return end;
  }

  private int frontMatter() {
    boolean opens = !lines.isEmpty() && lines.getFirst().stripTrailing().equals("---");
    if (!opens || lines.size() < 2 || !isYaml(lines.get(1)) || lines.get(1).isBlank()) {
      return 0;
    }
    int end = 1;
    boolean yaml = true;
    while (end < lines.size() && !endsFrontMatter(end) && goesOn(end, yaml)) {
      yaml &= isYaml(lines.get(end)) && balanced(lines.get(end));
      end++;
    }
    boolean closed = end < lines.size() && endsFrontMatter(end);
    frontMatterFault = !closed ? "フロントマターが閉じていません" : yaml ? "" : "フロントマターが YAML として読めません";
    int after = closed ? end + 1 : end;
    fill(0, after, Zone.FRONT_MATTER);
    return after;
  }

  private boolean endsFrontMatter(int n) {
    String line = lines.get(n).stripTrailing();
    return line.equals("---") || line.equals("...");
  }

  /** One line that is no YAML is a slip; a second one, or a blank one with no end near, is text. */
  private boolean goesOn(int n, boolean yaml) {
    return lines.get(n).isBlank() ? laterEnd(n) : yaml || isYaml(lines.get(n));
  }

  /** Whether front matter goes on behind a blank line. */
  private boolean laterEnd(int blank) {
    int limit = Math.min(lines.size(), blank + 40);
    for (int n = blank; n < limit; n++) {
      if (lines.get(n).stripTrailing().equals("---")) {
        return true;
      }
      if (!isYaml(lines.get(n))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isYaml(String line) {
    return line.length() <= LONGEST_MARKER && YAML.matcher(line).matches();
  }

  private static boolean balanced(String line) {
    String value = line.substring(line.indexOf(':') + 1).strip();
    char quote = value.isEmpty() ? ' ' : value.charAt(0);
    return (quote != '"' && quote != '\'') || value.indexOf(quote, 1) > 0;
  }
}
