package dev.terakoya.notes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A note as people can read it over: its sections, blocks, definitions and problems. */
final class Shown {
  private Shown() {}

  static String note(Note note) {
    StringBuilder text = new StringBuilder();
    note.sections().forEach(section -> section(text, section));
    note.problems()
        .forEach(p ->
            text.append("! ")
                .append(p.kind())
                .append(' ')
                .append(p.line())
                .append(' ')
                .append(p.comment())
                .append('\n'));
    return text.toString();
  }

  private static void section(StringBuilder text, Section section) {
    Source source = section.source();
    text.append(
        "%d-%d h%d %s%n"
            .formatted(
                source.from(), source.to(), section.level(), String.join(" / ", section.path())));
    section.blocks().forEach(block -> text.append(block(block)));
    section
        .definitions()
        .forEach(
            d -> text.append("  := %d %s = %s%n".formatted(d.line(), d.term(), d.description())));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Line> lines) ->
          lines.stream().map(line -> "  " + line(line) + "\n").collect(Collectors.joining());
      case Block.ListItems(List<Block.Item> items) ->
          items.stream().map(Shown::item).collect(Collectors.joining());
      case Block.Table table ->
          "  table %d-%d %s%n".formatted(table.from(), table.to(), cells(table.header()))
              + table.rows().stream()
                  .map(row -> "    " + cells(row) + "\n")
                  .collect(Collectors.joining());
      case Block.Code code ->
          "  code %d-%d %s %s%n".formatted(code.from(), code.to(), code.language(), code.text());
      case Block.Image image ->
          "  image %d %s <%s>%n".formatted(image.line(), image.alternative(), image.target());
      case Block.Card card ->
          "  card %d-%d %s => %s%n"
              .formatted(card.from(), card.to(), card.front(), card.back())
              .replace("\n", "⏎")
              .replaceFirst("⏎$", "\n");
    };
  }

  private static String item(Block.Item item) {
    String mark = item.ordinal() == 0 ? "-" : item.ordinal() + ".";
    return "  "
        + "  ".repeat(item.depth())
        + mark
        + " "
        + item.lines().stream().map(Shown::line).collect(Collectors.joining(" ⏎ "))
        + "\n";
  }

  private static String cells(List<Line> cells) {
    return cells.stream()
        .map(cell -> cell.spans().stream().map(Shown::span).collect(Collectors.joining()))
        .collect(Collectors.joining(" | "));
  }

  private static String line(Line line) {
    return line.number()
        + " "
        + line.spans().stream().map(Shown::span).collect(Collectors.joining());
  }

  private static String span(Span span) {
    Set<Span.Mark> marks = span.marks();
    String marked =
        marks.isEmpty()
            ? span.text()
            : marks.stream().sorted().map(Enum::name).collect(Collectors.joining("+"))
                + "{"
                + span.text()
                + "}";
    return span.target().isEmpty() ? marked : "[" + marked + "](" + span.target() + ")";
  }
}
