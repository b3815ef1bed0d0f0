package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two or more things side by side: by a table of the first hit that has them all, cut down to them;
 * else by the first hit and another one about the side that the first does not treat.
 *
 * @param table a column for what is compared and one for each side; null if no table has them all
 * @param other null if the first hit treats all sides, or a table does
 */
public record Comparison(Block.@Nullable Table table, @Nullable Hit other) {
  /** Finds the sides of a query's comparison in tables and words. */
  static final class Finder {
    private static final double SIDE = 0.8;

    private final List<Need> sides;
    private final Analysis analysis;
    private final Glossary glossary;

    Finder(QueryReading query, Analysis analysis, Glossary glossary) {
      this.sides = query.needs().stream().filter(Need::named).toList();
      this.analysis = analysis;
      this.glossary = glossary;
    }

    /** The first table of a section that has all sides as columns, or as rows; null if none has. */
    Block.@Nullable Table table(Hit hit) {
      return hit.blocks().stream()
          .filter(Block.Table.class::isInstance)
          .map(Block.Table.class::cast)
          .flatMap(table -> Stream.of(table, turned(table)))
          .flatMap(table -> columns(table).stream())
          .findFirst()
          .orElse(null);
    }

    /** The best hit whose heading names the side that the first hit says nothing of. */
    @Nullable Hit other(List<Hit> hits) {
      List<Need> untold =
          sides.stream()
              .filter(s ->
                  !names(s, hits.getFirst().snippet())
                      && !names(s, hits.getFirst().section().heading()))
              .toList();
      return hits.stream()
          .skip(1)
          .filter(h -> untold.stream().anyMatch(s -> names(s, h.section().heading())))
          .findFirst()
          .orElse(null);
    }

    private boolean names(Need side, String text) {
      int[] words = Passage.hashes(SectionWords.words(text, analysis, glossary));
      return side.metBy(words) >= SIDE;
    }

    /**
     * A table cut down to its first column and those headed by the sides; empty if one is missing.
     */
    private List<Block.Table> columns(Block.Table table) {
      List<Integer> columns = new ArrayList<>(List.of(0));
      for (Need side : sides) {
        IntStream.range(1, table.header().size())
            .filter(c -> names(side, table.header().get(c).text()) && !columns.contains(c))
            .findFirst()
            .ifPresent(columns::add);
      }
      return columns.size() == sides.size() + 1
          ? List.of(
              new Block.Table(
                  cells(table.header(), columns),
                  table.rows().stream().map(row -> cells(row, columns)).toList(),
                  table.from(),
                  table.to()))
          : List.of();
    }

    private static List<Line> cells(List<Line> row, List<Integer> columns) {
      return columns.stream()
          .map(c -> c < row.size() ? row.get(c) : new Line(row.getFirst().number(), List.of()))
          .toList();
    }

    /** Rows as columns. */
    private static Block.Table turned(Block.Table table) {
      List<List<Line>> rows = new ArrayList<>(List.of(table.header()));
      rows.addAll(table.rows());
      List<List<Line>> turned =
          IntStream.range(0, table.header().size())
              .mapToObj(c -> rows.stream().map(row -> cells(row, List.of(c)).getFirst()).toList())
              .toList();
      return turned.isEmpty()
          ? table
          : new Block.Table(
              turned.getFirst(), turned.subList(1, turned.size()), table.from(), table.to());
    }
  }
}
