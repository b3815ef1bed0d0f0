package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into sections at its headings, whatever they are written with. Which rules hold is
 * decided by what the page does all over, never by its name.
 */
final class Outline {
  /** Where there are fewer Markdown headings than one in so many lines, bare lines may head too. */
  private static final int SPARSE = 150;

  /** A page of more sections is no note; what follows stays in the last. */
  private static final int MOST = 100_000;

  private record Ranked(String title, int rank) {}

  private final String file;
  private final Page page;
  private final List<Section> sections = new ArrayList<>();
  private final List<Ranked> open = new ArrayList<>();

  private Outline(String file, Page page) {
    this.file = file;
    this.page = page;
  }

  /** The page's sections in their order; together they hold every line that is not blank. */
  static List<Section> sections(String file, Page page) {
    Outline outline = new Outline(file, page);
    outline.cut(headings(page, rules(page)));
    return List.copyOf(outline.sections);
  }

  private static HeadingRule rules(Page page) {
    MarkdownRule markdown = new MarkdownRule(page);
    HeadingRule marks = new MarkRule(page);
    boolean dense = markdown.count() * SPARSE >= page.size();
    if (dense && !markdown.onlyTitles()) {
      HeadingRule own = first(markdown, marks);
      return first(own, new BracketRule(page, own, false));
    }
    HeadingRule own =
        first(markdown, marks, new NumberRule(page, dense), new BareRule(page, dense));
    return first(new BracketRule(page, own, true), own);
  }

  private static HeadingRule first(HeadingRule... rules) {
    return line -> {
      for (HeadingRule rule : rules) {
        Heading heading = rule.at(line);
        if (heading != null) {
          return heading;
        }
      }
      return null;
    };
  }

  private static List<Heading> headings(Page page, HeadingRule rules) {
    List<Heading> headings = new ArrayList<>();
    int n = 0;
    while (n < page.size() && headings.size() < MOST) {
      Heading heading = rules.at(n);
      n += heading == null ? 1 : heading.lines();
      if (heading != null) {
        headings.add(heading);
      }
    }
    return headings;
  }

  private void cut(List<Heading> headings) {
    int[] ranks = Ranks.of(headings);
    int start = 0;
    @Nullable Heading above = null;
    for (int n = 0; n < ranks.length; n++) {
      Heading heading = headings.get(n);
      add(above, start, heading.line());
      start = heading.line();
      above = heading;
      while (!open.isEmpty() && open.getLast().rank() >= ranks[n]) {
        open.removeLast();
      }
      open.add(new Ranked(heading.title(), ranks[n]));
    }
    add(above, start, page.size());
  }

  private void add(@Nullable Heading heading, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && page.blank(from)) {
      from++;
    }
    while (to > from && page.blank(to - 1)) {
      to--;
    }
    if (from < to) {
      List<String> path = open.stream().map(Ranked::title).toList();
      boolean markdown = heading != null && heading.style() == Heading.Style.MARKDOWN;
      List<String> own = page.lines().subList(from, to);
      sections.add(
          new Section(
              SectionId.of(path, own),
              heading == null ? 0 : markdown ? heading.depth() : open.size(),
              path,
              heading == null ? 0 : heading.lines(),
              own,
              new Source(file, from + 1, to)));
    }
  }
}
