package dev.terakoya.cli;

import dev.terakoya.lookup.Comparison;
import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Hit;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.Source;
import dev.terakoya.quiz.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** How answers look on a terminal: colour only there, lines no wider than it. */
final class Terminal {
  private static final int DEFAULT_WIDTH = 100;

  private final Ansi ansi;
  private final int width;

  private Terminal(Ansi ansi, int width) {
    this.ansi = ansi;
    this.width = width;
  }

  /** The terminal that standard output is, or plain text where it is none. */
  static Terminal of() {
    String columns = System.getenv("COLUMNS");
    int width =
        columns != null && columns.matches("[1-9]\\d{1,3}")
            ? Integer.parseInt(columns)
            : DEFAULT_WIDTH;
    return new Terminal(Ansi.AUTO, width);
  }

  String answer(Found found) {
    return switch (found) {
      case Found.Hits hits -> hits(hits);
      case Found.Nothing nothing -> nothing(nothing);
    };
  }

  private String hits(Found.Hits found) {
    List<String> lines = new ArrayList<>(sides(found.comparison()));
    int number = 1;
    for (Hit hit : found.hits()) {
      Section section = hit.section();
      lines.add(
          style(
              "bold",
              "%2d  %s".formatted(number++, fit(String.join(" › ", section.path()), width - 4))));
      lines.add("    " + marked(hit));
      lines.add("    " + style("faint", place(hit)));
    }
    return String.join(System.lineSeparator(), lines);
  }

  /** The table of a comparison, a line for each row. */
  private List<String> sides(@Nullable Comparison comparison) {
    Block.Table table = comparison == null ? null : comparison.table();
    return table == null
        ? List.of()
        : Stream.concat(Stream.of(table.header()), table.rows().stream())
            .map(row -> row.stream().map(Line::text).collect(Collectors.joining(" | ")))
            .map(row -> fit("    " + row, width))
            .toList();
  }

  private String nothing(Found.Nothing found) {
    String text = "Nothing about \"" + fit(found.query(), width - 30) + "\" in the notes.";
    return found.didYouMean().isEmpty()
        ? text
        : text + System.lineSeparator() + "Near: " + String.join(", ", found.didYouMean());
  }

  String section(Section section) {
    String heading =
        section.path().isEmpty()
            ? "(before the first heading)"
            : String.join(" › ", section.path());
    Source source = section.source();
    return fit(
        "%s:%d-%d  %s".formatted(seen(source.file()), source.from(), source.to(), heading), width);
  }

  String problem(Problem problem) {
    String where = seen(problem.file()) + ":" + problem.line() + ": ";
    return style("bold", where)
        + style("yellow", problem.kind().toString())
        + ": "
        + fit(seen(problem.text()), 60)
        + (problem.comment().isEmpty() ? "" : "  → " + problem.comment());
  }

  String question(Question question) {
    List<String> lines = new ArrayList<>();
    lines.add(style("bold", question.stem()) + "  " + style("faint", question.id()));
    for (int i = 0; i < question.options().size(); i++) {
      boolean right = i == question.answer();
      lines.add("  " + (right ? style("green", "✓") : " ") + " " + question.options().get(i));
    }
    Source source = question.source().source();
    lines.add(
        "    "
            + style(
                "faint",
                seen(source.file())
                    + ":"
                    + source.from()
                    + "  "
                    + fit(question.source().text(), width - 30)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String place(Hit hit) {
    Source source = hit.section().source();
    String lines = seen(source.file()) + ":" + source.from() + "-" + source.to();
    return hit.focus() == null || hit.focus().from() == source.from()
        ? lines
        : lines + "  (line " + hit.focus().from() + ")";
  }

  private String marked(Hit hit) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    String snippet = fit(hit.snippet(), width - 4);
    for (Hit.Mark mark : hit.marks()) {
      if (mark.to() <= snippet.length() && mark.from() >= done) {
        text.append(snippet, done, mark.from())
            .append(style("bold,yellow", snippet.substring(mark.from(), mark.to())));
        done = mark.to();
      }
    }
    return text.append(snippet.substring(done)).toString();
  }

  private String style(String styles, String text) {
    if (!ansi.enabled()) {
      return text;
    }
    return Ansi.Style.on(Ansi.Style.parse(styles)) + text + Ansi.Style.reset.on();
  }

  /** Names of files may hold what commands a terminal, or turns the direction of writing. */
  private static String seen(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\ufffd");
  }

  /** Cut to so many columns; full-width characters take two. */
  static String fit(String text, int columns) {
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int takes = wide(c) ? 2 : 1;
      if (used + takes > columns - 1 && i + Character.charCount(c) < text.length()) {
        return text.substring(0, i) + "…";
      }
      used += takes;
      i += Character.charCount(c);
    }
    return text;
  }

  private static boolean wide(int c) {
    return c >= 0x1100
        && (c <= 0x115f
            || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd));
  }
}
