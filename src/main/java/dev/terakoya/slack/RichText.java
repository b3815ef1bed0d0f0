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
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Notes as Slack's rich text. Rich text is data, not markup: nothing that a note says can mention
 * anybody or break out. Links go to http, https and mailto only, and never under the name of
 * another address.
 */
final class RichText {
  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final List<RichTextElement> elements = new ArrayList<>();

  /** Blocks of a note as blocks of Slack, in their order. */
  static List<LayoutBlock> of(List<Block> blocks) {
    RichText text = new RichText();
    blocks.forEach(text::add);
    return text.done();
  }

  /** Lines set off by a bar. */
  static LayoutBlock quote(List<Line> lines) {
    return RichTextBlock.builder()
        .elements(List.of(RichTextQuoteElement.builder().elements(lines(lines)).build()))
        .build();
  }

  private void add(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> elements.add(section(lines(paragraph.lines())));
      case Block.ListItems list -> list(list);
      case Block.Code code -> elements.add(code(code));
      case Block.Image image ->
          elements.add(
              section(
                  List.of(
                      span(
                          new Span(
                              image.alternative(),
                              java.util.Set.of(Mark.IMAGE),
                              image.target())))));
      case Block.Card card ->
          elements.add(section(List.of(bold(card.front()), plain("\n" + card.back()))));
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
              .offset(Math.max(0, first.ordinal() - 1))
              .elements(same)
              .build());
    }
  }

  /**
   * Two columns read well as a list; more are a table of Slack's own, one a message, the others as
   * lists.
   */
  private void table(Block.Table table) {
    int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
    boolean second = blocks.stream().anyMatch(TableBlock.class::isInstance);
    if (columns > 2 && !second) {
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
        .elements(List.of(plain(text.isEmpty() ? " " : Cut.to(text, SlackLimits.SECTION_TEXT))))
        .build();
  }

  static RichTextSectionElement section(List<RichTextElement> elements) {
    return RichTextSectionElement.builder()
        .elements(elements.isEmpty() ? List.of(plain(" ")) : elements)
        .build();
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
        .map(RichText::span)
        .toList();
  }

  static RichTextElement plain(String text) {
    return RichTextSectionElement.Text.builder().text(text).build();
  }

  static RichTextElement bold(String text) {
    return RichTextSectionElement.Text.builder()
        .text(text.isEmpty() ? " " : text)
        .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
        .build();
  }

  private static RichTextElement span(Span span) {
    URI target = address(span.target());
    String text = span.marks().contains(Mark.IMAGE) ? "🖼 " + span.text() : span.text();
    if (target == null) {
      return RichTextSectionElement.Text.builder()
          .text(text.isEmpty() ? " " : text)
          .style(style(span))
          .build();
    }
    boolean disguised =
        looksLikeAnAddress(text) && !text.contains(String.valueOf(target.getHost()));
    return RichTextSectionElement.Link.builder()
        .url(target.toString())
        .text(text.isBlank() || disguised ? target.toString() : text)
        .style(style(span))
        .build();
  }

  private static RichTextSectionElement.@Nullable TextStyle style(Span span) {
    if (span.marks().isEmpty() || (span.marks().size() == 1 && span.marks().contains(Mark.IMAGE))) {
      return null;
    }
    return RichTextSectionElement.TextStyle.builder()
        .bold(span.marks().contains(Mark.BOLD) || span.marks().contains(Mark.HIGHLIGHT))
        .italic(span.marks().contains(Mark.ITALIC))
        .strike(span.marks().contains(Mark.STRIKE))
        .code(span.marks().contains(Mark.CODE))
        .build();
  }

  private static boolean looksLikeAnAddress(String text) {
    return text.matches("(?s).*(?:://|www\\.|[A-Za-z0-9-]+\\.[A-Za-z]{2,}).*");
  }

  /** The address if it may be linked to, else none. */
  static @Nullable URI address(String target) {
    if (target.isEmpty() || target.length() > SlackLimits.URL) {
      return null;
    }
    try {
      URI uri = new URI(target);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
      return web || scheme.equals("mailto") ? URI.create(uri.toASCIIString()) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
