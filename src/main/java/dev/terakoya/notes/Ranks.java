package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the headings of a page stand to each other: each holds those of higher rank up to the next of
 * its own or of a lower one. Styles nest in the order in which the page first uses them, Markdown's
 * own outermost.
 */
final class Ranks {
  private static final int DEEPEST = 1000;

  private final List<Heading> headings;
  private final int[] ranks;

  private Ranks(List<Heading> headings) {
    this.headings = headings;
    List<Heading.Style> styles = new ArrayList<>(List.of(Heading.Style.MARKDOWN));
    headings.stream().map(Heading::style).distinct().forEach(styles::add);
    this.ranks =
        headings.stream()
            .mapToInt(h -> 2 * (styles.indexOf(h.style()) * DEEPEST + h.depth()))
            .toArray();
  }

  /** The rank of each heading. */
  static int[] of(List<Heading> headings) {
    Ranks ranks = new Ranks(headings);
    ranks.lower();
    return ranks.ranks;
  }

  /** Where 概要 comes twice among its siblings, it belongs to the one that stands before it. */
  private void lower() {
    long[] families = families();
    Map<Long, Set<String>> said = new HashMap<>();
    Set<Long> repeat = new HashSet<>();
    for (int n = 0; n < families.length; n++) {
      long family = families[n];
      if (general(n)
          && !said.computeIfAbsent(family, f -> new HashSet<>()).add(headings.get(n).title())) {
        repeat.add(family);
      }
    }
    for (int n = 0; n < families.length; n++) {
      ranks[n] += general(n) && repeat.contains(families[n]) ? 1 : 0;
    }
  }

  /** A number for each heading, the same for those of one rank beneath one parent. */
  private long[] families() {
    long[] families = new long[ranks.length];
    List<Integer> open = new ArrayList<>();
    for (int n = 0; n < ranks.length; n++) {
      while (!open.isEmpty() && ranks[open.getLast()] >= ranks[n]) {
        open.removeLast();
      }
      long parent = open.isEmpty() ? ranks.length : open.getLast();
      families[n] = (parent << Integer.SIZE) + ranks[n];
      open.add(n);
    }
    return families;
  }

  private boolean general(int n) {
    Heading heading = headings.get(n);
    return heading.style() != Heading.Style.MARKDOWN && Title.general(heading.title());
  }
}
