package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ●題} and {@code ■題}. A mark heads sections where the lines it begins are followed by other
 * lines; where they follow each other it is a bullet.
 */
final class MarkRule implements HeadingRule {
  private static final String MARKS = "●■◆▼◎○◯〇★▲□◇▶►△▽◉";

  private final Page page;

  /** The marks that head sections, in the order in which the page first uses them. */
  private final List<Integer> heads = new ArrayList<>();

  MarkRule(Page page) {
    this.page = page;
    int[] all = new int[MARKS.length()];
    int[] followed = new int[MARKS.length()];
    for (int n = 0; n < page.size(); n++) {
      int mark = mark(n);
      if (mark >= 0) {
        if (all[mark]++ == 0) {
          heads.add(mark);
        }
        followed[mark] +=
            fits(n) && page.next(n) < page.size() && mark(page.next(n)) != mark ? 1 : 0;
      }
    }
    heads.removeIf(mark -> followed[mark] * 5 <= all[mark] * 3);
  }

  @Override
  public @Nullable Heading at(int line) {
    int mark = heads.isEmpty() ? -1 : mark(line);
    int depth = 1 + heads.indexOf(mark);
    return depth > 0 && mark >= 0 && fits(line)
        ? new Heading(line, 1, Heading.Style.MARK, depth, Title.of(page.text(line)))
        : null;
  }

  private int mark(int line) {
    return MARKS.indexOf(Marker.first(page.text(line)));
  }

  private boolean fits(int line) {
    return Title.fits(page.text(line).strip().substring(1).replaceFirst("[:：]\\s*$", ""));
  }
}
