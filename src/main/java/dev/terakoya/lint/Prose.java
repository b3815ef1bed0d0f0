package dev.terakoya.lint;

import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of running text: no code, no address of a page.
 *
 * @param section where it stands
 * @param number the line in the file, counted from 1
 * @param text what a reader sees
 */
record Prose(Section section, int number, String text) {
  /** The lines of running text of a note. */
  static Stream<Prose> of(Note note) {
    return note.sections().stream().flatMap(Prose::of);
  }

  /** The lines of running text of a section. */
  static Stream<Prose> of(Section section) {
    return section.blocks().stream()
        .flatMap(Prose::lines)
        .map(line -> new Prose(section, line.number(), text(line)))
        .filter(line -> !line.text().isBlank());
  }

  /** The headings of a note. */
  static Stream<Prose> headings(Note note) {
    return note.sections().stream()
        .filter(s -> s.level() > 0)
        .map(s -> new Prose(s, s.source().from(), s.heading()));
  }

  private static Stream<Line> lines(Block block) {
    return switch (block) {
      case Block.Paragraph p -> p.lines().stream();
      case Block.ListItems l -> l.items().stream().flatMap(i -> i.lines().stream());
      case Block.Table t ->
          Stream.concat(t.header().stream(), t.rows().stream().flatMap(List::stream));
      case Block.Card c ->
          Stream.of(new Line(c.from(), List.of(Span.of(c.front() + " " + c.back()))));
      case Block.Code c -> Stream.empty();
      case Block.Image i -> Stream.empty();
    };
  }

  private static String text(Line line) {
    return line.spans().stream()
        .filter(s -> !s.marks().contains(Span.Mark.CODE) && !s.marks().contains(Span.Mark.IMAGE))
        .map(Span::text)
        .collect(Collectors.joining())
        .replaceAll("https?://\\S+", " ");
  }
}
