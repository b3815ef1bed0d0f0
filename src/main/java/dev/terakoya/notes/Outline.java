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

  private final String file;
  private final Page page;
  private final List<Section> sections = new ArrayList<>();
  private final List<Heading> open = new ArrayList<>();
  private final List<Heading.Style> styles = new ArrayList<>(List.of(Heading.Style.MARKDOWN));

  private Outline(String file, Page page) {
    this.file = file;
    this.page = page;
  }

  /** The page's sections in their order; together they hold every line that is not blank. */
  static List<Section> sections(String file, Page page) {
    Outline outline = new Outline(file, page);
    outline.cut(rules(page));
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

  private void cut(HeadingRule rules) {
    int start = 0;
    @Nullable Heading above = null;
    int n = 0;
    while (n < page.size()) {
      Heading heading = sections.size() < MOST ? rules.at(n) : null;
      if (heading == null) {
        n++;
        continue;
      }
      add(above, start, n);
      start = n;
      above = heading;
      enter(heading);
      n += heading.lines();
    }
    add(above, start, page.size());
  }

  private void enter(Heading heading) {
    if (!styles.contains(heading.style())) {
      styles.add(heading.style());
    }
    while (!open.isEmpty() && rank(open.getLast()) >= rank(heading)) {
      open.removeLast();
    }
    open.add(heading);
  }

  /** Styles nest in the order in which the page first uses them. */
  private int rank(Heading heading) {
    return styles.indexOf(heading.style()) * 100 + heading.depth();
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
      List<String> path = open.stream().map(Heading::title).toList();
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
