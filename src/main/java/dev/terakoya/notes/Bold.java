package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Mends what CommonMark's rules leave behind in Japanese: in {@code **「題」**は} the second pair of
 * stars stands between a bracket and a letter, and so closes nothing.
 */
final class Bold {
  private static final String STARS = "**";

  private Bold() {}

  static List<Span> mend(List<Span> spans) {
    long pairs = spans.stream().mapToLong(Bold::stars).sum() / 2;
    if (pairs == 0) {
      return List.copyOf(spans);
    }
    List<Span> mended = new ArrayList<>();
    long left = pairs * 2;
    boolean bold = false;
    for (Span span : spans) {
      String text = span.text();
      int at = 0;
      for (int star = text.indexOf(STARS);
          star >= 0 && left > 0 && plain(span);
          star = text.indexOf(STARS, at)) {
        add(mended, span, text.substring(at, star), bold);
        at = star + STARS.length();
        bold = !bold;
        left--;
      }
      add(mended, span, text.substring(at), bold);
    }
    return List.copyOf(mended);
  }

  private static long stars(Span span) {
    return plain(span) && span.text().contains(STARS)
        ? span.text().split("\\*\\*", -1).length - 1
        : 0;
  }

  private static boolean plain(Span span) {
    return !span.marks().contains(Span.Mark.CODE);
  }

  private static void add(List<Span> spans, Span like, String text, boolean bold) {
    if (text.isEmpty()) {
      return;
    }
    Set<Span.Mark> marks = EnumSet.noneOf(Span.Mark.class);
    marks.addAll(like.marks());
    if (bold) {
      marks.add(Span.Mark.BOLD);
    }
    spans.add(new Span(text, marks, like.target()));
  }
}
