package dev.terakoya.quiz;

import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.Span;
import java.util.List;
import java.util.Optional;

/**
 * A paragraph that is but a name, as real notes use it for a heading.
 *
 * @param label what it names
 * @param bold whether it is in bold and so stands above all that follows in its section; otherwise
 *     it ends with a colon and stands above the next block alone
 */
record Title(Label label, boolean bold) {
  /** Reads a block; nothing when it is no paragraph, or says something. */
  static Optional<Title> of(Block block) {
    if (!(block instanceof Block.Paragraph(List<Line> lines)) || lines.size() > 1) {
      return Optional.empty();
    }
    Line line = lines.getFirst();
    boolean bold =
        line.spans().stream()
            .allMatch(s -> s.marks().contains(Span.Mark.BOLD) || s.text().isBlank());
    String text = line.text().strip();
    String name = text.replaceFirst("\\s*[:：]$", "");
    return bold || !name.equals(text)
        ? Label.of(name).or(() -> Label.context(name)).map(l -> new Title(l, bold))
        : Optional.empty();
  }
}
