package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ●題} and {@code ■題}. A mark heads sections where the lines it begins are followed by other
 * lines; where they follow each other it is a bullet.
 */
final class MarkRule implements HeadingRule {
  /** All marks; those of them that a page uses for bullets head nothing. */
  static final String MARKS = "●■◆▼◎○◯〇★▲□◇▶►△▽◉";

  private static final int INDENTS = 40;

  private final Page page;

  /** The marks that head sections, each with its indentation, as the page first uses them. */
  private final List<Integer> heads = new ArrayList<>();

  MarkRule(Page page) {
    this.page = page;
    int[] all = new int[MARKS.length() * INDENTS];
    int[] followed = new int[all.length];
    for (int n = 0; n < page.size(); n++) {
      int mark = mark(n);
      if (mark >= 0) {
        if (all[mark]++ == 0) {
          heads.add(mark);
        }
        followed[mark] += followed(n, mark) && Title.plain(title(n)) ? 1 : 0;
      }
    }
    heads.removeIf(mark -> followed[mark] * 5 < all[mark] * 3);
  }

  @Override
  public @Nullable Heading at(int line) {
    int mark = heads.isEmpty() ? -1 : mark(line);
    int depth = 1 + heads.indexOf(mark);
    return depth > 0 && Title.fits(title(line))
        ? new Heading(line, 1, Heading.Style.MARK, depth, title(line))
        : null;
  }

  /** A line's mark with its indentation as one number, or -1. */
  private int mark(int line) {
    String text = page.text(line);
    int mark = MARKS.indexOf(Marker.first(text));
    return mark < 0 ? -1 : mark + MARKS.length() * Math.min(Columns.indent(text), INDENTS - 1);
  }

  /** Whether something else stands beneath, or the same mark further in. */
  private boolean followed(int line, int mark) {
    int next = page.next(line) < page.size() ? mark(page.next(line)) : mark;
    return next % MARKS.length() != mark % MARKS.length() || next > mark;
  }

  private String title(int line) {
    return Title.of(page.text(line));
  }
}
