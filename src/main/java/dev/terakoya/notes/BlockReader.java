package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;

/** Reads the lines under a heading into blocks. */
final class BlockReader {
  private BlockReader() {}

  static List<Block> read(Section section) {
    List<Block> blocks = new ArrayList<>();
    List<Line> paragraph = new ArrayList<>();
    for (int n = section.headingLines(); n < section.lines().size(); n++) {
      String text = section.lines().get(n);
      if (!text.isBlank()) {
        paragraph.add(new Line(section.source().from() + n, List.of(Span.of(text.strip()))));
      } else if (!paragraph.isEmpty()) {
        blocks.add(new Block.Paragraph(paragraph));
        paragraph.clear();
      }
    }
    if (!paragraph.isEmpty()) {
      blocks.add(new Block.Paragraph(paragraph));
    }
    return List.copyOf(blocks);
  }
}
