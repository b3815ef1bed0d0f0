package dev.terakoya.notes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code 【題】} and {@code [題]} alone on a line. Square brackets are links in Markdown, so they head
 * sections only where Markdown's own headings do not.
 */
final class BracketRule implements HeadingRule {
  private static final Pattern BRACKETS =
      Pattern.compile("^\\s{0,3}(?:[\\[［]([^\\[\\]［］]{2,100})[\\]］]|【([^【】]{1,100})】)\\s*$");

  private final Page page;
  private final HeadingRule above;
  private final boolean square;
  private final boolean captions;

  /**
   * @param above the rules that find the headings which a caption may stand beneath
   * @param square whether square brackets may be headings
   */
  BracketRule(Page page, HeadingRule above, boolean square) {
    this.page = page;
    this.above = above;
    this.square = square;
    this.captions = captions();
  }

  @Override
  public @Nullable Heading at(int line) {
    String text = page.text(line);
    if ("[［【".indexOf(Marker.first(text)) < 0) {
      return null;
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (!brackets.matches() || Stub.leftOver(page.text(line)) || page.next(line) >= page.size()) {
      return null;
    }
    boolean black = brackets.group(2) != null;
    String title = Title.of(black ? brackets.group(2) : brackets.group(1));
    return (black ? !(captions && beneath(line)) : square) && Title.fits(title)
        ? new Heading(
            line, 1, black ? Heading.Style.BLACK_BRACKET : Heading.Style.SQUARE_BRACKET, 1, title)
        : null;
  }

  /** Whether black brackets mostly say in other words what the heading right above them says. */
  private boolean captions() {
    int all = 0;
    int beneath = 0;
    for (int n = 0; n < page.size(); n++) {
      if (page.text(n).contains("【") && BRACKETS.matcher(page.text(n)).matches()) {
        all++;
        beneath += beneath(n) ? 1 : 0;
      }
    }
    return beneath * 2 > all;
  }

  private boolean beneath(int line) {
    int before = line - 1;
    while (before > line - 3 && page.blank(before)) {
      before--;
    }
    return before >= 0 && above.at(before) != null;
  }
}
