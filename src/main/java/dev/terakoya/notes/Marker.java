package dev.terakoya.notes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the words of a list item.
 *
 * @param indent columns before the mark
 * @param ordinal the number of a numbered item, 0 for a bullet
 * @param wide whether it is a full-width bullet, which no indentation ties to the next line
 * @param rest what follows the mark
 */
record Marker(int indent, int ordinal, boolean wide, String rest) {
  /** Full-width bullets; also the marks that some write before headings. */
  static final String WIDE = "・●○◯〇■□◆◇▪•‣◦▲△▼▽★☆◎▶►➤✓✔";

  private static final Pattern BULLET =
      Pattern.compile(
          "^[\\s　]*(?:[-*+](?:[ \\t　]+|$)|-(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]))");
  private static final Pattern BULLET_WIDE =
      Pattern.compile("^[\\s　]*[" + WIDE + "](?![・.])[ \\t　]*(?=\\S)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "^[\\s　]*(?:(\\p{Nd}{1,9})(?:[.)](?:[ \\t　]+|$|(?=[^\\p{Nd}\\s.\\p{IsLatin}]))"
              + "|[．）](?=\\s*[^\\s\\p{Nd}]))|[(（](\\p{Nd}{1,3})[)）]\\s*(?=\\S)|([①-⑳])\\s*(?=\\S))");
  private static final Pattern BOX = Pattern.compile("^\\[[ xX]][ \\t]+");

  /** The mark that a line begins with, or null. */
  static @Nullable Marker of(String line) {
    Pattern pattern = pattern(first(line));
    if (pattern == null) {
      return null;
    }
    Matcher mark = pattern.matcher(line.length() > 200 ? line.substring(0, 200) : line);
    if (!mark.find()) {
      return null;
    }
    String words = line.substring(mark.end());
    String rest = words.startsWith("[") ? BOX.matcher(words).replaceFirst("") : words;
    return new Marker(Columns.indent(line), ordinal(mark, pattern), pattern == BULLET_WIDE, rest);
  }

  private static @Nullable Pattern pattern(char first) {
    if (first == '-' || first == '*' || first == '+') {
      return BULLET;
    }
    boolean number = Character.isDigit(first) || (first >= '①' && first <= '⑳');
    return number || first == '(' || first == '（'
        ? NUMBER
        : WIDE.indexOf(first) >= 0 ? BULLET_WIDE : null;
  }

  /** The first character that is no white space, or a space. */
  static char first(String line) {
    int n = 0;
    while (n < line.length() && (line.charAt(n) <= ' ' || line.charAt(n) == '\u3000')) {
      n++;
    }
    return n < line.length() ? line.charAt(n) : ' ';
  }

  /** Whether a line begins with a mark of a list, a table, a quotation or a remark. */
  static boolean begins(String line) {
    String bare = line.stripLeading();
    return (!bare.isEmpty() && "|>※＊*-+<!".indexOf(bare.charAt(0)) >= 0) || of(line) != null;
  }

  private static int ordinal(Matcher mark, Pattern pattern) {
    if (pattern != NUMBER) {
      return 0;
    }
    String digits = mark.group(1) == null ? mark.group(2) : mark.group(1);
    return digits == null
        ? mark.group(3).charAt(0) - '①' + 1
        : Math.max(1, Integer.parseInt(digits));
  }
}
