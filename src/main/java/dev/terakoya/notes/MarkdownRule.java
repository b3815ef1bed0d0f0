package dev.terakoya.notes;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ATX and setext headings, as people write them: {@code ＃} for {@code #}, no space behind it, a
 * bullet before it.
 */
final class MarkdownRule implements HeadingRule {
  private static final Pattern ATX =
      Pattern.compile("^ {0,3}(?:(?:[-*+]|\\d{1,3}[.)])\\s+)?([#＃]{1,6})(?=[^#＃])");
  private static final Pattern GLUED_TO_ONE =
      Pattern.compile("^[\\p{Lu}\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}][^#＃]*$");
  private static final Pattern CLOSING = Pattern.compile("\\s[#＃]+\\s*$");
  private static final int MOST = 100_000;
  private static final String BEFORE = "#＃-*+0123456789";
  private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(?:(={2,})|-{3,})\\s*$");

  private final Page page;
  private final Map<Integer, Heading> headings = new HashMap<>();
  private final BitSet found = new BitSet();

  MarkdownRule(Page page) {
    this.page = page;
    for (int n = 0; n < page.size() && headings.size() <= MOST; n++) {
      Heading heading = read(n);
      if (heading != null) {
        headings.put(n, heading);
        found.set(n);
      }
    }
  }

  /** How many there are on the page. */
  int count() {
    return found.cardinality();
  }

  /** Whether there is but one, over all else: the page's title, which cuts nothing. */
  boolean onlyTitles() {
    return count() == 1 && page.next(-1) == found.nextSetBit(0);
  }

  @Override
  public @Nullable Heading at(int line) {
    return found.get(line) ? headings.get(line) : null;
  }

  /** What begins on a line, by its first character and by the next line. */
  private @Nullable Heading read(int line) {
    String text = page.text(line);
    boolean marked = BEFORE.indexOf(Marker.first(text)) >= 0;
    Heading atx = marked && text.indexOf('#') + text.indexOf('＃') > -2 ? atx(line, text) : null;
    String next = atx == null ? page.text(line + 1) : "";
    return next.contains("==") || next.contains("---") ? setext(line) : atx;
  }

  private @Nullable Heading atx(int line, String text) {
    Matcher atx = ATX.matcher(text);
    if (!atx.lookingAt()) {
      return null;
    }
    int depth = atx.group(1).length();
    String rest = text.substring(atx.end());
    boolean closed = rest.indexOf('#') > 0 || rest.indexOf('＃') > 0;
    String title = Title.of(closed ? CLOSING.matcher(rest).replaceFirst("") : rest);
    boolean glued = !Character.isWhitespace(rest.charAt(0));
    return title.isEmpty() || (glued && !mayBeGlued(line, atx.group(1), rest))
        ? null
        : new Heading(line, 1, Heading.Style.MARKDOWN, depth, title);
  }

  /** {@code #word} is also a tag or a comment: it must stand like a heading and look like one. */
  private boolean mayBeGlued(int line, String marks, String rest) {
    return marks.length() > 1
        ? Character.isLetterOrDigit(rest.codePointAt(0)) || "・「【（(`*[".indexOf(rest.charAt(0)) >= 0
        : page.blank(line - 1)
            && !page.blank(page.next(line))
            && GLUED_TO_ONE.matcher(rest).matches()
            && (marks.equals("＃") ? Title.fits(rest) : Title.nominal(rest));
  }

  /** Whether a line is a heading, the line beneath one, or a rule, and so no part of a sentence. */
  private boolean ended(int line) {
    return found.get(line) || Stub.is(page.text(line));
  }

  private @Nullable Heading setext(int line) {
    Matcher underline = UNDERLINE.matcher(page.text(line + 1));
    String words = page.text(line);
    if (words.isBlank() || !underline.matches()) {
      return null;
    }
    boolean equals = underline.group(1) != null;
    boolean stands = equals || line == 0 || page.text(line - 1).isBlank() || ended(line - 1);
    boolean text = Columns.indent(words) < 4 && Marker.of(words) == null;
    String title = Title.of(words);
    return stands && text && Title.fits(title)
        ? new Heading(line, 2, Heading.Style.MARKDOWN, equals ? 1 : 2, title)
        : null;
  }
}
