package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines under a heading into blocks. Line by line, for in these notes the end of a line
 * means something; what the line says inside is {@link Inline}'s.
 */
final class BlockReader {
  private static final Pattern QUOTE = Pattern.compile("^\\s*(?:>\\s?)+");
  private static final Pattern CALLOUT = Pattern.compile("^\\[![\\w-]{1,30}][+-]?\\s*");
  private static final Pattern NOTE = Pattern.compile("^\\[\\^[^\\[\\]]{1,60}]:\\s*");
  private static final Pattern CLOSING = Pattern.compile("[>\\s]*(?:`{3,}|~{3,})\\s*");
  private static final Pattern FENCE = Pattern.compile("^.*?(?:`{3,}|~{3,})\\s*([^\\s:{]*)");

  private final Section section;
  private final Zones zones;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Line> paragraph = new ArrayList<>();
  private final ItemList list = new ItemList();
  private boolean gap;

  private BlockReader(Section section) {
    this.section = section;
    this.zones = Zones.of(section.lines(), section.level() == 0 && section.source().from() == 1);
  }

  static List<Block> read(Section section) {
    BlockReader reader = new BlockReader(section);
    int n = reader.answer(section.headingLines());
    while (n < section.lines().size()) {
      n = reader.read(n);
    }
    reader.end();
    return List.copyOf(reader.blocks);
  }

  /** Reads what begins on a line, and says where the next begins. */
  private int read(int n) {
    return switch (zones.at(n)) {
      case FRONT_MATTER, COMMENT -> n + 1;
      case FENCE, CODE -> code(n);
      case TEXT -> text(n);
    };
  }

  private int text(int n) {
    String line = line(n);
    if (line.isBlank() || Stub.is(line)) {
      gap = true;
      endParagraph();
      return n + 1;
    }
    CardRule.Found card = CardRule.at(this::textAt, n);
    if (card != null) {
      return card(card, n);
    }
    if (TableRow.is(line) || (line.indexOf('|') >= 0 && TableRow.separates(textAt(n + 1)))) {
      return table(n);
    }
    words(n, line);
    gap = false;
    return n + 1;
  }

  private int card(CardRule.Found card, int n) {
    end();
    blocks.add(new Block.Card(card.front(), card.back(), number(n), number(card.end() - 1)));
    return card.end();
  }

  /** Reads what answers the heading where that asks, and says where the rest begins. */
  private int answer(int n) {
    CardRule.Found card = n == 0 ? null : CardRule.headed(section.heading(), this::textAt, n);
    return card == null ? n : card(card, n);
  }

  private void words(int n, String line) {
    Marker marker = Marker.of(line);
    if (marker != null && !line.stripLeading().startsWith("**")) {
      endParagraph();
      list.add(marker, number(n));
    } else if (list.holds(line, gap)) {
      list.append(new Line(number(n), Inline.read(line.strip())));
    } else {
      endList();
      if (gap) {
        endParagraph();
      }
      String bare = line.strip();
      String own = bare.startsWith("[^") ? NOTE.matcher(bare).replaceFirst("") : bare;
      Line read = new Line(number(n), Inline.read(own));
      if (!image(read)) {
        paragraph.add(read);
      }
    }
  }

  private boolean image(Line line) {
    if (line.spans().size() != 1 || !line.spans().getFirst().marks().contains(Span.Mark.IMAGE)) {
      return false;
    }
    endParagraph();
    Span span = line.spans().getFirst();
    blocks.add(new Block.Image(span.text(), span.target(), line.number()));
    return true;
  }

  private int table(int n) {
    endParagraph();
    list.flush(blocks);
    boolean headed = TableRow.separates(textAt(n + 1));
    List<List<Line>> rows = new ArrayList<>();
    int end = n;
    while (TableRow.is(textAt(end)) || (headed && textAt(end).indexOf('|') >= 0)) {
      if (!TableRow.separates(line(end))) {
        rows.add(TableRow.cells(line(end), number(end)));
      }
      end++;
    }
    List<Line> header = headed && !rows.isEmpty() ? rows.removeFirst() : List.of();
    blocks.add(new Block.Table(header, rows, number(n), number(end - 1)));
    gap = false;
    return end;
  }

  private int code(int n) {
    endParagraph();
    Marker marker = Marker.of(section.lines().get(n));
    if (marker != null) {
      list.step(marker);
    }
    list.flush(blocks);
    Matcher fence = FENCE.matcher(section.lines().get(n));
    String language = fence.lookingAt() ? fence.group(1) : "";
    int indent = Columns.indent(section.lines().get(n));
    boolean quoted = section.lines().get(n).stripLeading().startsWith(">");
    int end = n + 1;
    List<String> text = new ArrayList<>();
    while (end < section.lines().size() && zones.at(end) == Zone.CODE) {
      String line = section.lines().get(end++);
      text.add(quoted ? QUOTE.matcher(line).replaceFirst("") : outdent(line, indent));
    }
    int last =
        end < section.lines().size() && zones.at(end) == Zone.FENCE && closes(end) ? end : end - 1;
    blocks.add(new Block.Code(language, text, number(n), number(last)));
    gap = false;
    return last + 1;
  }

  private boolean closes(int n) {
    return CLOSING.matcher(section.lines().get(n)).matches();
  }

  private static String outdent(String line, int indent) {
    int n = 0;
    while (n < line.length() && n < indent && (line.charAt(n) == ' ' || line.charAt(n) == '\t')) {
      n++;
    }
    return line.substring(n);
  }

  private String line(int n) {
    return unquoted(section.lines().get(n));
  }

  /** A line without the marks of a quotation. */
  static String unquoted(String line) {
    if (Marker.first(line) != '>') {
      return line;
    }
    Matcher quote = QUOTE.matcher(line.length() > 200 ? line.substring(0, 200) : line);
    return quote.find() ? CALLOUT.matcher(line.substring(quote.end())).replaceFirst("") : line;
  }

  /** The line where it is text, otherwise empty. */
  private String textAt(int n) {
    return n < section.lines().size() && zones.at(n) == Zone.TEXT ? line(n) : "";
  }

  private int number(int n) {
    return section.source().from() + n;
  }

  private void end() {
    endParagraph();
    endList();
  }

  private void endList() {
    list.flush(blocks);
    list.forget();
  }

  private void endParagraph() {
    if (paragraph.isEmpty()) {
      return;
    }
    Block.@Nullable Card card = CardRule.cloze(paragraph);
    blocks.add(card == null ? new Block.Paragraph(paragraph) : card);
    paragraph.clear();
  }
}
