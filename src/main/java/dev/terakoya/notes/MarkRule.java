package dev.terakoya.notes;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code ●題} and {@code ■題}. A mark heads sections where the lines it begins are followed by other
 * lines; where they follow each other it is a bullet.
 */
final class MarkRule implements HeadingRule {
  private static final String MARKS = "●■◆▼◎○◯〇★▲□◇▶►△▽◉";

  private final Page page;
  private final Set<Character> heads = new HashSet<>();

  MarkRule(Page page) {
    this.page = page;
    int[] all = new int[MARKS.length()];
    int[] followed = new int[MARKS.length()];
    for (int n = 0; n < page.size(); n++) {
      int mark = mark(n);
      if (mark >= 0) {
        all[mark]++;
        followed[mark] +=
            fits(n) && page.next(n) < page.size() && mark(page.next(n)) != mark ? 1 : 0;
      }
    }
    for (int mark = 0; mark < all.length; mark++) {
      if (followed[mark] * 5 > all[mark] * 3) {
        heads.add(MARKS.charAt(mark));
      }
    }
  }

  @Override
  public @Nullable Heading at(int line) {
    int mark = mark(line);
    return mark >= 0 && heads.contains(MARKS.charAt(mark)) && fits(line)
        ? new Heading(line, 1, Heading.Style.MARK, 1 + mark, Title.of(page.text(line)))
        : null;
  }

  private int mark(int line) {
    String bare = page.text(line).stripLeading();
    return bare.isEmpty() ? -1 : MARKS.indexOf(bare.charAt(0));
  }

  private boolean fits(int line) {
    return Title.fits(page.text(line).strip().substring(1).replaceFirst("[:：]\\s*$", ""));
  }
}
