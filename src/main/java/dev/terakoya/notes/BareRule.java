package dev.terakoya.notes;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A bare line that names something, over lines that say something about it: the way of plain
 * outlines and of pasted pages.
 *
 * <p>Where an author ends sentences with a full stop, any short line without one heads what
 * follows. Where sentences end without, only a proper name does, a word such as 概要, a line over
 * {@code name: description} lines, or one behind a blank line; and a line right beneath a heading
 * is then its first line.
 */
final class BareRule implements HeadingRule {
  private static final int SENTENCE = 30;
  private static final int LEAST_SENTENCES = 3;
  private static final Pattern ENDED = Pattern.compile("[。．.!！?？)）」』]\\s*$");

  private final Page page;
  private final boolean titled;
  private final boolean punctuated;
  private final boolean blankBeneathNames;
  private final boolean blankAboveNames;

  /**
   * @param titled whether the page's title is Markdown; then a line that names something heads only
   *     what defines something
   */
  BareRule(Page page, boolean titled) {
    this.page = page;
    this.titled = titled;
    this.punctuated = punctuated();
    this.blankBeneathNames = punctuated && blankBeneathNames();
    this.blankAboveNames = blankAboveNames();
  }

  @Override
  public @Nullable Heading at(int line) {
    return heads(line)
        ? new Heading(line, 1, Heading.Style.BARE, depth(line), Title.of(page.text(line)))
        : null;
  }

  private boolean heads(int line) {
    if (!bare(line) || page.next(line) >= page.size()) {
      return false;
    }
    if (titled) {
      return page.blank(line - 1) && defines(line + 1);
    }
    return punctuated || (outlines(line) && !(bare(line - 1) && outlines(line - 1)));
  }

  private boolean outlines(int line) {
    String words = page.text(line);
    return Title.names(words)
        || Title.general(words)
        || (defines(line + 1) && defines(line + 2))
        || (page.blank(line - 1) && !page.blank(line + 1));
  }

  private boolean bare(int line) {
    String words = page.text(line);
    return !words.isBlank()
        && Columns.indent(words) == 0
        && !Marker.begins(words)
        && !Stub.is(words)
        && Title.nominal(words)
        && !words.startsWith("(")
        && !words.startsWith("（");
  }

  private boolean defines(int line) {
    return Definitions.of(page.text(line)) != null;
  }

  /**
   * A name over names holds them; a blank line beneath a name sets it above those without, where
   * the author does that at all.
   */
  private int depth(int line) {
    if (!punctuated) {
      return blankAboveNames && !page.blank(line - 1) ? 2 : 1;
    }
    boolean over = bare(line + 1);
    boolean first = bare(line - 1);
    boolean set = page.blank(line + 1) || page.text(line + 1).startsWith("【");
    boolean flat = !blankBeneathNames && !Title.general(page.text(line));
    return over ? 1 : first || set || flat ? 2 : 3;
  }

  private boolean punctuated() {
    int all = 0;
    int ended = 0;
    for (int n = 0; n < page.size(); n++) {
      String text = page.text(n).strip();
      if (text.length() >= SENTENCE && !Marker.begins(text)) {
        all++;
        ended += ENDED.matcher(text).find() ? 1 : 0;
      }
    }
    return all >= LEAST_SENTENCES && ended * 10 >= all * 8;
  }

  /** Whether blank lines set some headings apart, so that those without stand beneath them. */
  private boolean blankAboveNames() {
    return !punctuated
        && IntStream.range(1, page.size()).anyMatch(n -> page.blank(n - 1) && heads(n));
  }

  private boolean blankBeneathNames() {
    int blank = 0;
    for (int n = 0; n + 1 < page.size(); n++) {
      blank += bare(n) && page.blank(n + 1) ? 1 : 0;
    }
    return blank > 2;
  }
}
