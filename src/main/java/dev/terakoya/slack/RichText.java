package dev.terakoya.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.Span;
import dev.terakoya.notes.Span.Mark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Notes as Slack's rich text. Rich text is data, not markup: nothing that a note says can mention
 * anybody or break out. Links go to http, https and mailto only, and never under the name of
 * another address.
 */
final class RichText {
  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final List<RichTextElement> elements = new ArrayList<>();

  private final boolean tables;

  private RichText(boolean tables) {
    this.tables = tables;
  }

  /** Blocks of a note as blocks of a message, in their order. */
  static List<LayoutBlock> of(List<Block> blocks) {
    return of(blocks, true);
  }

  /** The same for a window, where Slack has no tables. */
  static List<LayoutBlock> inWindow(List<Block> blocks) {
    return of(blocks, false);
  }

  private static List<LayoutBlock> of(List<Block> blocks, boolean tables) {
    RichText text = new RichText(tables);
    blocks.forEach(text::add);
    return text.done();
  }

  /** Lines set off by a bar. */
  static LayoutBlock quote(List<Line> lines) {
    List<RichTextElement> text = section(lines(lines)).getElements();
    return RichTextBlock.builder()
        .elements(List.of(RichTextQuoteElement.builder().elements(text).build()))
        .build();
  }

  private void add(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> elements.add(section(lines(paragraph.lines())));
      case Block.ListItems list -> list(list);
      case Block.Code code -> elements.add(code(code));
      case Block.Image image ->
          elements.add(
              section(runs(new Span(image.alternative(), Set.of(Mark.IMAGE), image.target()))));
      case Block.Card card ->
          elements.add(section(List.of(bold(card.front()), plain("\n"), plain(card.back() + " "))));
      case Block.Table table -> table(table);
    }
  }

  private void list(Block.ListItems list) {
    int n = 0;
    List<Block.Item> items = list.items();
    while (n < items.size()) {
      int from = n;
      Block.Item first = items.get(from);
      List<RichTextElement> same = new ArrayList<>();
      while (n < items.size()
          && items.get(n).depth() == first.depth()
          && items.get(n).ordinal() > 0 == first.ordinal() > 0) {
        same.add(section(lines(items.get(n).lines())));
        n++;
      }
      elements.add(
          RichTextListElement.builder()
              .style(first.ordinal() > 0 ? "ordered" : "bullet")
              .indent(Math.min(8, first.depth()))
              .offset(first.ordinal() > 1 ? first.ordinal() - 1 : null)
              .elements(same)
              .build());
    }
  }

  /**
   * Two columns read well as a list, and so must what Slack's own table cannot hold; of those there
   * is one a message.
   */
  private void table(Block.Table table) {
    boolean second = blocks.stream().anyMatch(TableBlock.class::isInstance);
    if (tables && !second && TableBlock.suits(table)) {
      flush();
      blocks.add(TableBlock.of(table));
    } else {
      elements.add(
          RichTextListElement.builder()
              .style("bullet")
              .indent(0)
              .elements(table.rows().stream().map(row -> row(table.header(), row)).toList())
              .build());
    }
  }

  private static RichTextElement row(List<Line> header, List<Line> cells) {
    List<RichTextElement> row = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i == 0) {
        row.add(bold(cells.get(i).text()));
      } else {
        String name = cells.size() > 2 && i < header.size() ? header.get(i).text() + ": " : "";
        row.add(plain((i == 1 ? " — " : " ／ ") + name));
        row.addAll(spans(cells.get(i)));
      }
    }
    return section(row);
  }

  private static RichTextElement code(Block.Code code) {
    String text = String.join("\n", code.text());
    return RichTextPreformattedElement.builder()
        .elements(new ArrayList<>(pieces(text.isBlank() ? " " : Mrkdwn.seen(text), Set.of())))
        .build();
  }

  /** Text in as many runs as Slack's limit asks for. */
  private static List<RichTextElement> pieces(String text, Set<Mark> marks) {
    List<RichTextElement> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + SlackLimits.TEXT_RUN);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      pieces.add(Run.text(text.substring(from, to), marks));
      from = to;
    }
    return pieces;
  }

  static RichTextSectionElement section(List<RichTextElement> elements) {
    return RichTextSectionElement.builder()
        .elements(elements.isEmpty() ? List.of(plain(" ")) : limited(elements))
        .build();
  }

  /** What one element of rich text can hold; its end, where there is more, without its looks. */
  private static List<RichTextElement> limited(List<RichTextElement> elements) {
    int most = SlackLimits.RICH_ELEMENTS - 10;
    if (elements.size() <= most) {
      return elements;
    }
    List<RichTextElement> limited = new ArrayList<>(elements.subList(0, most));
    StringBuilder rest = new StringBuilder();
    elements.subList(most, elements.size()).forEach(e -> rest.append(words(e)));
    limited.addAll(pieces(Cut.to(rest.toString(), 9 * SlackLimits.TEXT_RUN), Set.of()));
    return limited;
  }

  private static String words(RichTextElement element) {
    return element instanceof Run run ? run.text() : "";
  }

  private List<LayoutBlock> done() {
    flush();
    return blocks;
  }

  private void flush() {
    if (!elements.isEmpty()) {
      blocks.add(RichTextBlock.builder().elements(spaced(elements)).build());
      elements.clear();
    }
  }

  /**
   * Slack sets sections of text one below the other without a gap: a line break between two of
   * them.
   */
  private static List<BlockElement> spaced(List<RichTextElement> elements) {
    List<BlockElement> spaced = new ArrayList<>();
    for (RichTextElement element : elements) {
      if (!spaced.isEmpty()
          && element instanceof RichTextSectionElement
          && spaced.getLast() instanceof RichTextSectionElement before) {
        before.getElements().add(plain("\n"));
      }
      spaced.add(
          element instanceof RichTextSectionElement text
              ? RichTextSectionElement.builder()
                  .elements(new ArrayList<>(text.getElements()))
                  .build()
              : (BlockElement) element);
    }
    return spaced;
  }

  private static List<RichTextElement> lines(List<Line> lines) {
    List<RichTextElement> elements = new ArrayList<>();
    for (Line line : lines) {
      if (!elements.isEmpty()) {
        elements.add(plain("\n"));
      }
      elements.addAll(spans(line));
    }
    return elements;
  }

  static List<RichTextElement> spans(Line line) {
    return line.spans().stream()
        .filter(s -> !s.text().isEmpty() || !s.target().isEmpty())
        .flatMap(span -> runs(span).stream())
        .toList();
  }

  static RichTextElement plain(String text) {
    return Run.text(shown(text), Set.of());
  }

  static RichTextElement bold(String text) {
    return Run.text(shown(text), Set.of(Mark.BOLD));
  }

  private static String shown(String text) {
    String seen = Mrkdwn.seen(text);
    return seen.isEmpty() ? " " : Cut.to(seen, SlackLimits.TEXT_RUN);
  }

  private static List<RichTextElement> runs(Span span) {
    URI target = Addresses.of(span.target());
    boolean image = span.marks().contains(Mark.IMAGE);
    String text = Mrkdwn.seen(image ? "🖼 " + span.text() : span.text());
    if (target != null) {
      return List.of(link(target, text, span));
    }
    return pieces(text.isEmpty() ? " " : text, span.marks());
  }

  private static RichTextElement link(URI target, String text, Span span) {
    String label = Cut.to(text, SlackLimits.TEXT_RUN);
    boolean honest = !text.isBlank() && Addresses.honest(label, target);
    return Run.link(target.toString(), honest ? label : target.toString(), span.marks());
  }
}
