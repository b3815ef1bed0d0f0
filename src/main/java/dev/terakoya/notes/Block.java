package dev.terakoya.notes;

import java.util.List;

/**
 * A piece of a section's text. Lines of the file keep their numbers, so that every answer can say
 * where it stands.
 */
public sealed interface Block {
  /** First line in the file, counted from 1. */
  int from();

  /** Last line in the file, included. */
  int to();

  /** Running text; each line of the note stays a line. At least one line. */
  record Paragraph(List<Line> lines) implements Block {
    public Paragraph {
      lines = List.copyOf(lines);
    }

    @Override
    public int from() {
      return lines.getFirst().number();
    }

    @Override
    public int to() {
      return lines.getLast().number();
    }
  }

  /** Bullets and numbered items, flat, each with its depth. At least one item. */
  record ListItems(List<Item> items) implements Block {
    public ListItems {
      items = List.copyOf(items);
    }

    @Override
    public int from() {
      return items.getFirst().lines().getFirst().number();
    }

    @Override
    public int to() {
      return items.getLast().lines().getLast().number();
    }
  }

  /**
   * One item of a list.
   *
   * @param depth 0 for the outermost
   * @param ordinal the number of a numbered item, 0 for a bullet
   * @param lines the item's own lines, at least one; deeper items follow as items of their own
   */
  record Item(int depth, int ordinal, List<Line> lines) {
    public Item {
      lines = List.copyOf(lines);
    }

    /** The item's lines joined by a space. */
    public String text() {
      return String.join(" ", lines.stream().map(Line::text).toList());
    }
  }

  /**
   * A table; also rows of {@code | a | b |} without a separator row, which have no header.
   *
   * @param header the header's cells, empty where there is none
   * @param rows the rows' cells; a row may have fewer cells than another
   */
  record Table(List<Line> header, List<List<Line>> rows, int from, int to) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Code, verbatim.
   *
   * @param language the fence's info word, empty for none
   * @param text the lines between the fences
   */
  record Code(String language, List<String> text, int from, int to) implements Block {
    public Code {
      text = List.copyOf(text);
    }
  }

  /** A picture that stands alone on its line. */
  record Image(String alternative, String target, int line) implements Block {
    @Override
    public int from() {
      return line;
    }

    @Override
    public int to() {
      return line;
    }
  }

  /**
   * A question that the note's author wrote: {@code Q::A}, {@code Q:}/{@code A:}, {@code
   * <details>}, or a {@code ==cloze==}, whose front has the cloze taken out as {@code （　）}.
   */
  record Card(String front, String back, int from, int to) implements Block {}
}
