package dev.terakoya.slack;

import dev.terakoya.lookup.Focus;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of a section as a message shows: whole lines, cut between them.
 *
 * @param blocks what is shown
 * @param left how many lines are not
 */
record Excerpt(List<Block> blocks, int left) {
  /**
   * The beginning of a section, up to so many lines and characters; always at least its first line.
   */
  static Excerpt of(List<Block> blocks, int lines, int characters) {
    List<Block> shown = new ArrayList<>();
    Room room = new Room(lines, characters);
    int left = 0;
    for (Block block : blocks) {
      int all = count(block);
      Block part = left == 0 ? part(block, room) : null;
      if (part != null) {
        shown.add(part);
      }
      left += all - (part == null ? 0 : count(part));
    }
    return new Excerpt(shown, left);
  }

  /** The lines of a section within a focus. */
  static List<Line> lines(List<Block> blocks, Focus focus) {
    return blocks.stream()
        .flatMap(block -> lines(block).stream())
        .filter(line -> focus.from() <= line.number() && line.number() <= focus.to())
        .toList();
  }

  /** The first of some lines, up to so many lines and characters; at least one. */
  static List<Line> first(List<Line> lines, int most, int characters) {
    return fitting(lines, new Room(most, characters));
  }

  private static int count(Block block) {
    return switch (block) {
      case Block.Code code -> code.text().size();
      case Block.Table table -> table.rows().size();
      default -> lines(block).size();
    };
  }

  private static List<Line> lines(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> paragraph.lines();
      case Block.ListItems list -> list.items().stream().flatMap(i -> i.lines().stream()).toList();
      case Block.Table table -> table.rows().stream().map(Excerpt::joined).toList();
      case Block.Card card ->
          List.of(new Line(card.from(), List.of(Span.of(card.front() + " " + card.back()))));
      case Block.Code code -> List.of();
      case Block.Image image -> List.of();
    };
  }

  private static Line joined(List<Line> cells) {
    List<Span> spans = new ArrayList<>();
    for (Line cell : cells) {
      if (!spans.isEmpty()) {
        spans.add(Span.of(" — "));
      }
      spans.addAll(cell.spans());
    }
    return new Line(cells.getFirst().number(), spans);
  }

  private static @Nullable Block part(Block block, Room room) {
    return switch (block) {
      case Block.Paragraph paragraph -> {
        List<Line> fit = fitting(paragraph.lines(), room);
        yield fit.isEmpty() ? null : new Block.Paragraph(fit);
      }
      case Block.ListItems list -> list(list, room);
      case Block.Table table -> table(table, room);
      case Block.Code code -> code(code, room);
      case Block.Image image ->
          room.characters(image.alternative().length()) == null ? null : image;
      case Block.Card card -> card(card, room);
    };
  }

  private static Block.@Nullable ListItems list(Block.ListItems list, Room room) {
    List<Block.Item> items = new ArrayList<>();
    for (Block.Item item : list.items()) {
      List<Line> fit = fitting(item.lines(), room);
      if (!fit.isEmpty()) {
        items.add(new Block.Item(item.depth(), item.ordinal(), fit));
      }
    }
    return items.isEmpty() ? null : new Block.ListItems(items);
  }

  /**
   * Whole rows, each counted with the names of its columns, which it may be shown with. A first row
   * that is too long becomes text.
   */
  private static @Nullable Block table(Block.Table table, Room room) {
    List<List<Line>> rows = new ArrayList<>();
    for (List<Line> row : table.rows()) {
      int length = length(row) + length(table.header());
      Integer shown = room.characters(length);
      if (shown != null && shown < length) {
        return new Block.Paragraph(List.of(shortened(joined(row), shown)));
      }
      if (shown != null) {
        rows.add(row);
      }
    }
    return rows.isEmpty() ? null : new Block.Table(table.header(), rows, table.from(), table.to());
  }

  private static int length(List<Line> cells) {
    return cells.stream().mapToInt(cell -> cell.text().length() + 3).sum();
  }

  private static Block.@Nullable Code code(Block.Code code, Room room) {
    List<String> fit = new ArrayList<>();
    for (String line : code.text()) {
      Integer shown = room.characters(line.length());
      if (shown != null) {
        fit.add(Cut.to(line, shown));
      }
    }
    return fit.isEmpty() ? null : new Block.Code(code.language(), fit, code.from(), code.to());
  }

  private static Block.@Nullable Card card(Block.Card card, Room room) {
    Integer shown = room.characters(card.front().length() + card.back().length());
    return shown == null
        ? null
        : new Block.Card(
            Cut.to(card.front(), shown), Cut.to(card.back(), shown), card.from(), card.to());
  }

  private static List<Line> fitting(List<Line> lines, Room room) {
    List<Line> fit = new ArrayList<>();
    for (Line line : lines) {
      int length = line.text().length();
      Integer shown = room.characters(length);
      if (shown != null) {
        fit.add(shown == length ? line : shortened(line, shown));
      }
    }
    return fit;
  }

  private static Line shortened(Line line, int characters) {
    return new Line(line.number(), List.of(Span.of(Cut.to(line.text(), characters))));
  }

  /** What may still be shown. Once something did not fit, nothing more does. */
  private static final class Room {
    private static final int LEAST = 200;
    private int lines;
    private int characters;
    private boolean begun;

    Room(int lines, int characters) {
      this.lines = lines;
      this.characters = characters;
    }

    /**
     * How much of a line of so many characters is shown: all, or of the very first a part; null
     * where it does not fit.
     */
    @Nullable Integer characters(int length) {
      int shown = length <= characters ? length : Math.max(characters, LEAST);
      if (lines < 1 || (begun && shown < length) || (begun && length > characters)) {
        lines = 0;
        return null;
      }
      lines--;
      begun = true;
      characters -= shown;
      return Math.min(shown, length);
    }
  }
}
