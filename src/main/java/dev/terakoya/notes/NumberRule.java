package dev.terakoya.notes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code 第1章}, {@code 1. 題}, {@code 1-2 題} and {@code (1) 題}. A style heads sections where its
 * lines come more than once and other lines stand between them; otherwise it numbers a list.
 */
final class NumberRule implements HeadingRule {
  private static final Pattern NUMBERED =
      Pattern.compile(
          ("^ {0,3}(?:(第\\s?[d〇一二三四五六七八九十]{1,3}[章節部回])|(d{1,2}(?:[-.－．−]d{1,2}){0,3})"
                  + "(?:[.．、)）]\\s*|\\s+)|[(（](d{1,2})[)）])\\s*((?![-–—])\\S.*)$")
              .replace("d", "\\p{Nd}"));
  private static final int STYLES = 3;

  private final Page page;
  private final boolean titled;
  private final boolean[] heads = new boolean[STYLES];

  /**
   * @param titled whether the page's title is Markdown; then {@code 1.} numbers a list
   */
  NumberRule(Page page, boolean titled) {
    this.page = page;
    this.titled = titled;
    int[] all = new int[STYLES];
    int[] followed = new int[STYLES];
    for (int n = 0; n < page.size(); n++) {
      Matcher number = NUMBERED.matcher(page.text(n));
      if (number.matches() && !listed(n, number)) {
        int style = style(number);
        boolean fits = Title.fits(Title.of(number.group(4)));
        all[style] += fits ? 1 : 0;
        followed[style] += fits && followed(n, number) ? 1 : 0;
      }
    }
    for (int style = 0; style < STYLES; style++) {
      heads[style] = all[style] > 1 && followed[style] * 5 > all[style] * 3;
    }
  }

  @Override
  public @Nullable Heading at(int line) {
    Matcher number = NUMBERED.matcher(page.text(line));
    if (!number.matches()
        || !heads[style(number)]
        || !Title.fits(Title.of(number.group(4)))
        || listed(line, number)) {
      return null;
    }
    Heading.Style style =
        switch (style(number)) {
          case 0 -> Heading.Style.CHAPTER;
          case 1 -> Heading.Style.NUMBER;
          default -> Heading.Style.PARENTHESIS;
        };
    return new Heading(line, 1, style, depth(number), Title.of(page.text(line)));
  }

  private static int style(Matcher number) {
    return number.group(1) != null ? 0 : number.group(2) != null ? 1 : 2;
  }

  /** Whether a number as deep stands on the line right above or beneath: then both are items. */
  private boolean listed(int line, Matcher number) {
    boolean item = titled && style(number) == 1 && Marker.of(page.text(line)) != null;
    return item || alike(line - 1, number) || alike(line + 1, number);
  }

  private boolean alike(int line, Matcher number) {
    Matcher other = NUMBERED.matcher(page.text(line));
    return other.matches() && style(other) == style(number) && depth(other) == depth(number);
  }

  /** Whether text that is no list item stands beneath, or a number one step deeper. */
  private boolean followed(int line, Matcher number) {
    int next = page.next(line);
    Matcher other = NUMBERED.matcher(page.text(next));
    boolean same = other.matches() && style(other) == style(number);
    return next < page.size() && (!same || depth(other) > depth(number));
  }

  private static int depth(Matcher number) {
    return number.group(2) == null ? 1 : number.group(2).split("[-.－．−]").length;
  }
}
