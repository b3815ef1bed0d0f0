package dev.terakoya.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Slack's table block, which the SDK does not have: at most 100 rows of 20 cells, one a message.
 */
final class TableBlock implements LayoutBlock {
  private final String type = "table";
  private final List<List<Object>> rows;

  private TableBlock(List<List<Object>> rows) {
    this.rows = rows;
  }

  /** Whether a table is wide enough to be one, and small enough for Slack. */
  static boolean suits(Block.Table table) {
    int columns = width(table);
    int characters =
        Stream.concat(Stream.of(table.header()), table.rows().stream())
            .flatMap(List::stream)
            .mapToInt(cell -> cell.text().length() + 3)
            .sum();
    return columns > 2
        && columns <= SlackLimits.TABLE_CELLS
        && table.rows().size() < SlackLimits.TABLE_ROWS
        && characters <= SlackLimits.TABLE_TEXT;
  }

  static TableBlock of(Block.Table table) {
    List<List<Object>> rows = new ArrayList<>();
    int columns = Math.min(SlackLimits.TABLE_CELLS, width(table));
    if (!table.header().isEmpty()) {
      rows.add(cells(table.header(), columns, true));
    }
    for (List<Line> row : table.rows()) {
      if (rows.size() < SlackLimits.TABLE_ROWS) {
        rows.add(cells(row, columns, false));
      }
    }
    return new TableBlock(rows);
  }

  private static int width(Block.Table table) {
    return Math.max(
        table.header().size(), table.rows().stream().mapToInt(List::size).max().orElse(1));
  }

  private static List<Object> cells(List<Line> row, int columns, boolean header) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String text = i < row.size() ? row.get(i).text() : "";
      if (text.isEmpty()) {
        cells.add(Map.of("type", "raw_text", "text", " "));
      } else {
        var spans = header ? List.of(RichText.bold(text)) : RichText.spans(row.get(i));
        cells.add(RichTextBlock.builder().elements(List.of(RichText.section(spans))).build());
      }
    }
    return cells;
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public String getBlockId() {
    return "";
  }

  int rows() {
    return rows.size();
  }
}
