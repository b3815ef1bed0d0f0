package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of the list that is being read, and how deep it stands. */
final class ItemList {
  private static final int ONE_STEP = 2;

  private final List<Block.Item> items = new ArrayList<>();
  private final List<Line> last = new ArrayList<>();
  private final List<Integer> indents = new ArrayList<>();
  private int ordinal;
  private boolean wide;
  private int indent;

  /** Begins an item. */
  void add(Marker marker, int number) {
    close();
    step(marker);
    ordinal = marker.ordinal();
    wide = marker.wide();
    indent = marker.indent();
    String rest = marker.rest();
    last.add(new Line(number, Inline.read(rest.strip())));
  }

  /** Goes as deep as an item with this mark stands. */
  void step(Marker marker) {
    while (!indents.isEmpty()
        && indents.getLast() > marker.indent() - ONE_STEP
        && indents.size() > 1) {
      indents.removeLast();
    }
    if (indents.isEmpty() || marker.indent() >= indents.getLast() + ONE_STEP) {
      indents.add(marker.indent());
    } else if (indents.size() == 1) {
      indents.set(0, Math.min(indents.getFirst(), marker.indent()));
    }
  }

  /**
   * Whether a line without a mark belongs to the last item: an indented one does; one that is not
   * does right behind a Markdown bullet, as CommonMark's lazy continuation.
   */
  boolean holds(String line, boolean gap) {
    int column = Columns.indent(line);
    return !last.isEmpty() && (column > indent || (!gap && !wide && !line.startsWith("※")));
  }

  void append(Line line) {
    last.add(line);
  }

  /**
   * Hands over the items so far, those with a cloze and nothing beneath as cards; the depth stays
   * known, for an item may go on behind a table.
   */
  void flush(List<Block> blocks) {
    close();
    if (!Stub.contents(items)) {
      int from = 0;
      for (int n = 0; n < items.size(); n++) {
        boolean leaf = n + 1 == items.size() || items.get(n + 1).depth() <= items.get(n).depth();
        Block.@Nullable Card card = leaf ? CardRule.cloze(items.get(n).lines()) : null;
        if (card != null) {
          list(blocks, from, n);
          blocks.add(card);
          from = n + 1;
        }
      }
      list(blocks, from, items.size());
    }
    items.clear();
  }

  private void list(List<Block> blocks, int from, int to) {
    if (from < to) {
      blocks.add(new Block.ListItems(items.subList(from, to)));
    }
  }

  void forget() {
    indents.clear();
  }

  private void close() {
    if (!last.isEmpty()) {
      items.add(new Block.Item(indents.size() - 1, ordinal, last));
      last.clear();
    }
  }
}
