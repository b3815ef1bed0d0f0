package dev.terakoya.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Slack's chart of lines (data_visualization), which the SDK does not have. */
final class ChartBlock implements LayoutBlock {
  private static final int TITLE = 50;
  private static final int LABEL = 20;

  private final String type = "data_visualization";
  private final String title;
  private final Map<String, Object> chart;

  private ChartBlock(String title, Map<String, Object> chart) {
    this.title = title;
    this.chart = chart;
  }

  /**
   * A line a name.
   *
   * @param categories along the x axis, at most 20, all different
   * @param lines at most 6, each with a value a category
   */
  static ChartBlock lines(String title, List<String> categories, Map<String, List<Integer>> lines) {
    List<Object> series = new ArrayList<>();
    Set<String> names = new HashSet<>();
    lines.forEach((name, values) -> {
      String shown = Cut.to(name, LABEL);
      if (names.add(shown)) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
          points.add(Map.of("label", categories.get(i), "value", values.get(i)));
        }
        series.add(Map.of("name", shown, "data", points));
      }
    });
    return new ChartBlock(
        Cut.to(title, TITLE),
        Map.of("type", "line", "series", series, "axis_config", Map.of("categories", categories)));
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public String getBlockId() {
    return "";
  }

  @Override
  public String toString() {
    return title + ": " + chart;
  }
}
