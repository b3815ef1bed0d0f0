package dev.terakoya.slack;

import dev.terakoya.lookup.Focus;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
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
    int[] room = {lines, characters};
    int left = 0;
    for (Block block : blocks) {
      int all = count(block);
      Block part = left == 0 ? part(block, room, shown.isEmpty()) : null;
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
          List.of(
              new Line(
                  card.from(),
                  List.of(dev.terakoya.notes.Span.of(card.front() + " " + card.back()))));
      case Block.Code code -> List.of();
      case Block.Image image -> List.of();
    };
  }

  private static Line joined(List<Line> cells) {
    List<dev.terakoya.notes.Span> spans = new ArrayList<>();
    for (Line cell : cells) {
      if (!spans.isEmpty()) {
        spans.add(dev.terakoya.notes.Span.of(" — "));
      }
      spans.addAll(cell.spans());
    }
    return new Line(cells.getFirst().number(), spans);
  }

  private static @Nullable Block part(Block block, int[] room, boolean first) {
    return switch (block) {
      case Block.Paragraph paragraph -> {
        List<Line> fit = fitting(paragraph.lines(), room, first);
        yield fit.isEmpty() ? null : new Block.Paragraph(fit);
      }
      case Block.ListItems list -> {
        int items =
            fitting(list.items().stream().map(i -> i.lines().getFirst()).toList(), room, first)
                .size();
        yield items == 0 ? null : new Block.ListItems(list.items().subList(0, items));
      }
      case Block.Table table -> {
        int rows = fitting(table.rows().stream().map(Excerpt::joined).toList(), room, first).size();
        yield rows == 0
            ? null
            : new Block.Table(
                table.header(), table.rows().subList(0, rows), table.from(), table.to());
      }
      case Block.Code code -> {
        int size = Math.min(code.text().size(), room[0]);
        room[0] -= size;
        yield size == 0 && !first
            ? null
            : new Block.Code(code.language(), code.text().subList(0, size), code.from(), code.to());
      }
      case Block.Image image -> room[0]-- > 0 ? image : null;
      case Block.Card card -> room[0]-- > 0 ? card : null;
    };
  }

  private static List<Line> fitting(List<Line> lines, int[] room, boolean first) {
    List<Line> fit = new ArrayList<>();
    for (Line line : lines) {
      int length = line.text().length();
      boolean fits = room[0] >= 1 && room[1] >= length;
      if (!fits && !(first && fit.isEmpty())) {
        room[0] = 0;
        break;
      }
      room[0]--;
      room[1] -= length;
      fit.add(fits ? line : shortened(line, Math.max(room[1] + length, 200)));
    }
    return fit;
  }

  private static Line shortened(Line line, int characters) {
    return new Line(
        line.number(), List.of(dev.terakoya.notes.Span.of(Cut.to(line.text(), characters))));
  }
}
