package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked about in one section: its statements, and the families that it sets side by
 * side. A pure function of the section.
 */
final class Harvest {
  /** The header of a column that says what the things of the first are. */
  private static final Pattern TELLS = Pattern.compile("(?:内容|説明|概要|役割|用途|意味|機能|特徴|できること|何をするか)");

  private static final Pattern LATIN = Pattern.compile("(?=.*[A-Z ])[A-Za-z][A-Za-z0-9 -]{3,}");

  /** A line that ends within a word or within brackets. */
  private static final Pattern WRAPPED = Pattern.compile("[ァ-ヴー]\\n[ァ-ヴー]|[(（][^()（）\\n]*\\n");

  /** What is longer in the first cell of a row is no name of it. */
  private static final int LONGEST_NAME = 40;

  private final Section section;
  private final Glossary glossary;
  private final List<Label> headings;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();
  private final List<Grid> grids = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<List<Statement>> steps = new ArrayList<>();
  private final List<Block.Card> cards = new ArrayList<>();
  private final boolean untold;
  private String caption = "";

  /** What stands above the block that is being read. */
  private List<Label> scope;

  /** Found out when somebody asks for it. */
  private @Nullable List<Stated> stated;

  /**
   * A table with a header and at least two columns of values.
   *
   * @param header the header's texts
   * @param rows the rows' statements; a row has as many cells as the header
   */
  record Grid(List<Label> scope, List<String> header, List<List<Statement>> rows) {}

  /**
   * A cell of a table as something said.
   *
   * @param above what its row, unless its first cell says something too, and its column are called
   */
  record Cell(List<String> above, Statement statement) {}

  private Harvest(Section section, Glossary glossary) {
    this.glossary = glossary;
    this.section = section;
    this.headings =
        Stream.concat(
                Label.folders(section.source().file(), glossary),
                section.path().stream().flatMap(h -> heading(section, h).stream()))
            .toList();
    this.scope = headings;
    String heading = section.heading();
    this.untold = heading(section, heading).isEmpty() && !Label.chapter(heading);
  }

  /** A heading as a name; the section's own may also be another phrase that tells its scope. */
  private static Optional<Label> heading(Section section, String heading) {
    Optional<Label> name = Label.of(heading).map(l -> l.qualified(heading));
    return name.isPresent() || !heading.equals(section.heading()) ? name : Label.context(heading);
  }

  /** Reads a section. */
  static Harvest of(Section section, Glossary glossary) {
    Harvest harvest = new Harvest(section, glossary);
    harvest.caption = section.heading();
    List<Label> titled = harvest.headings;
    for (Block block : section.blocks()) {
      Optional<Title> title = Title.of(block);
      titled = title.filter(Title::bold).map(t -> plus(harvest.headings, t.label())).orElse(titled);
      switch (block) {
        case Block.Paragraph p -> harvest.paragraph(p);
        case Block.ListItems l -> harvest.list(l);
        case Block.Table t -> harvest.table(t);
        case Block.Card c -> harvest.cards.add(c);
        case Block.Code c -> {}
        case Block.Image i -> {}
      }
      List<Label> above = titled;
      harvest.scope = title.filter(t -> !t.bold()).map(t -> plus(above, t.label())).orElse(above);
    }
    return harvest;
  }

  Section section() {
    return section;
  }

  List<Label> scope() {
    return headings;
  }

  List<Statement> statements() {
    return statements;
  }

  /** What the section says of its own heading. */
  List<Statement> own() {
    return statements.stream()
        .filter(s -> s.scope().equals(headings) && !s.first().text().isEmpty())
        .toList();
  }

  List<Family> families() {
    return families;
  }

  List<Grid> grids() {
    return grids;
  }

  List<Cell> cells() {
    return cells;
  }

  List<List<Statement>> steps() {
    return steps;
  }

  List<Block.Card> cards() {
    return cards;
  }

  /** The known facts that it states, found once. */
  synchronized List<Stated> stated(Supplier<List<Stated>> find) {
    List<Stated> found = stated == null ? find.get() : stated;
    stated = found;
    return found;
  }

  private Statement statement(List<Label> above, String text, int from, int to) {
    return statement(above, text, from, to, untold);
  }

  private Statement statement(List<Label> above, String text, int from, int to, boolean lost) {
    Statement statement = read(above, text, from, to, lost);
    statements.add(statement);
    return statement;
  }

  private Statement read(List<Label> above, String line, int from, int to, boolean lost) {
    String text = line.replaceFirst("^[>＞]\\s*", "");
    return new Statement(above, text, Sentence.of(written(text)), section, from, to, lost);
  }

  /**
   * A text with the field's names as the glossary writes them: {@code CloudWatch}, not Cloudwatch.
   */
  private String written(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Mention mention : glossary.mentions(text)) {
      String name = text.substring(mention.from(), mention.to());
      out.append(text, at, mention.from()).append(written(mention.term(), name));
      at = mention.to();
    }
    return out.append(text.substring(at)).toString();
  }

  private static String written(Term term, String name) {
    return LATIN.matcher(name).matches() ? term.written(name).orElse(name) : name;
  }

  private void paragraph(Block.Paragraph paragraph) {
    Run colons = new Run(Family.Kind.COLON, scope, caption);
    Run topics = new Run(Family.Kind.TOPICS, scope, caption);
    Optional<Label> title = Optional.empty();
    for (Line line : paragraph.lines()) {
      String text = words(line);
      if (link(line) || text.isBlank()) {
        continue;
      }
      Optional<Split> split = Split.of(text);
      if (split.isPresent()) {
        List<Label> below = plus(scope, split.get().label());
        colons.add(
            split.get().label(),
            List.of(statement(below, split.get().description(), line.number(), line.number())));
      } else {
        colons.close();
        Optional<Label> before = title;
        title = titled(line).or(() -> before);
        topics.add(
            statement(
                title.map(t -> plus(scope, t)).orElse(scope), text, line.number(), line.number()));
      }
    }
    colons.close();
    topics.close();
    List<Line> lines = paragraph.lines();
    caption = lines.getLast().text();
  }

  /** A line without its pictures, whose alternative text says what they show, not what holds. */
  private static String words(Line line) {
    return line.spans().stream()
        .filter(s -> !s.marks().contains(Span.Mark.IMAGE))
        .map(Span::text)
        .collect(Collectors.joining())
        .strip();
  }

  /** Whether a line is but a reference to another page. */
  private static boolean link(Line line) {
    return line.text().matches("\\s*https?://\\S*\\s*")
        || (line.spans().stream().anyMatch(s -> !s.target().isEmpty())
            && line.spans().stream()
                .filter(s -> s.target().isEmpty())
                .allMatch(s -> s.text().length() <= 8));
  }

  /** The term that a line names and nothing else, as the title of what follows. */
  private Optional<Label> titled(Line line) {
    return line.text().length() > 40
        ? Optional.empty()
        : glossary.find(line.text().strip()).flatMap(t -> Label.of(line.text()));
  }

  /** An item's lines without pictures and links, each as a sentence of its own where it is one. */
  private static String text(Block.Item item) {
    return text(item.lines());
  }

  private static String text(List<Line> lines) {
    return lines.stream()
        .filter(l -> lines.size() == 1 || !link(l))
        .map(Harvest::words)
        .reduce((a, b) -> a + between(a, b) + b)
        .orElse("");
  }

  private static String between(String line, String next) {
    if (line.matches(".*[。．]")) {
      return "";
    }
    boolean latin = line.matches(".*[a-z]");
    if (!latin && WRAPPED.matcher(line + "\n" + next).find()) {
      return "";
    }
    return latin || line.matches(".*[、,をがはにのとで]") ? " " : "。";
  }

  private void list(Block.ListItems list) {
    walk(list.items(), 0, list.items().size(), new Above(scope, untold), caption);
    List<Statement> numbered = new ArrayList<>();
    for (Block.Item item : list.items()) {
      if (item.depth() == 0 && item.ordinal() > 0) {
        numbered.add(read(scope, text(item), first(item), last(item), untold));
      }
    }
    if (numbered.size() >= 4) {
      steps.add(numbered);
    }
  }

  /** An item whose first line names what the others tell about. */
  private static Optional<Split> titled(Block.Item item) {
    Optional<Label> name =
        item.lines().size() < 2 ? Optional.empty() : Label.of(item.lines().getFirst().text());
    return name.map(label -> new Split(label, text(item.lines().subList(1, item.lines().size()))));
  }

  /** What stands above some items; {@code lost} as in {@link Statement}. */
  private record Above(List<Label> scope, boolean lost) {}

  /** Reads the items from..to as siblings with what stands below each of them. */
  private List<Statement> walk(
      List<Block.Item> items, int from, int to, Above over, String caption) {
    List<Label> above = over.scope();
    List<Statement> own = new ArrayList<>();
    Run nested = new Run(Family.Kind.NESTED, above, caption);
    Run colons = new Run(Family.Kind.COLON, above, caption);
    Run topics = new Run(Family.Kind.TOPICS, above, caption);
    for (int n = from; n < to; ) {
      int end = n + 1;
      while (end < to && items.get(end).depth() > items.get(n).depth()) {
        end++;
      }
      Block.Item item = items.get(n);
      Optional<Split> split = Split.of(text(item)).or(() -> titled(item));
      Optional<Label> label = split.map(Split::label).or(() -> Label.of(text(item)));
      List<Label> below = label.map(l -> plus(above, l)).orElse(above);
      List<Statement> says = new ArrayList<>();
      if (item.lines().stream().allMatch(Harvest::link)) {
        own.addAll(walk(items, n + 1, end, over, caption));
        n = end;
        continue;
      }
      if (split.isPresent()) {
        says.add(statement(below, split.get().description(), first(item), last(item), over.lost()));
      } else {
        own.add(statement(above, text(item), first(item), last(item), over.lost()));
        topics.add(own.getLast());
      }
      Optional<Label> told = label.or(() -> Label.context(text(item)));
      Above under =
          new Above(
              told.map(l -> plus(above, l)).orElse(above),
              told.isEmpty() && !Label.chapter(text(item)) && !Label.generic(text(item)));
      says.addAll(walk(items, n + 1, end, under, text(item)));
      if (split.isPresent()) {
        colons.add(split.get().label(), says);
      } else if (label.isPresent() && !says.isEmpty()) {
        nested.add(label.get(), says);
      }
      n = end;
    }
    nested.close();
    colons.close();
    topics.close();
    return own;
  }

  private void table(Block.Table table) {
    List<String> header = table.header().stream().map(Line::text).map(Text::tidy).toList();
    int columns =
        Math.max(header.size(), table.rows().stream().mapToInt(List::size).max().orElse(0));
    table.rows().forEach(row -> cells(row, header));
    if (columns == 2) {
      pairs(table, header, 1);
    } else if (columns > 2 && header.size() == columns) {
      grid(table, header);
      IntStream.range(1, columns)
          .filter(c -> TELLS.matcher(header.get(c)).matches())
          .findFirst()
          .ifPresent(c -> pairs(table, header, c));
    }
  }

  private void cells(List<Line> row, List<String> header) {
    String first = row.getFirst().text();
    boolean named = first.length() <= LONGEST_NAME && !first.contains("。");
    for (int c = 1; c < Math.min(row.size(), header.size()); c++) {
      Line cell = row.get(c);
      cells.add(
          new Cell(
              named ? List.of(first, header.get(c)) : List.of(header.get(c)),
              read(scope, words(cell), cell.number(), cell.number(), untold)));
    }
  }

  /** Takes the names in the first column with what another column says of them. */
  private void pairs(Block.Table table, List<String> header, int column) {
    Run rows = new Run(Family.Kind.TABLE, scope, header.isEmpty() ? caption : header.getFirst());
    for (List<Line> row : table.rows()) {
      if (row.size() > column) {
        Optional<Label> label = Label.of(row.get(0).text());
        Line cell = row.get(column);
        if (label.isPresent() && !words(cell).isBlank()) {
          List<Label> below = plus(scope, label.get());
          rows.add(
              label.get(), List.of(statement(below, words(cell), cell.number(), cell.number())));
        }
      }
    }
    rows.close();
  }

  private void grid(Block.Table table, List<String> header) {
    List<List<Statement>> rows = new ArrayList<>();
    for (List<Line> row : table.rows()) {
      if (row.size() == header.size()) {
        rows.add(
            row.stream().map(c -> read(scope, words(c), c.number(), c.number(), untold)).toList());
      }
    }
    if (rows.size() >= 2) {
      grids.add(new Grid(scope, header, rows));
    }
  }

  private static List<Label> plus(List<Label> above, Label label) {
    List<Label> below = new ArrayList<>(above);
    below.add(label);
    return below;
  }

  private static int first(Block.Item item) {
    return item.lines().getFirst().number();
  }

  private static int last(Block.Item item) {
    return item.lines().getLast().number();
  }

  /** Collects siblings until something else stands between them. */
  private final class Run {
    private final Family.Kind kind;
    private final List<Label> above;
    private final String caption;
    private final List<Family.Member> members = new ArrayList<>();

    Run(Family.Kind kind, List<Label> above, String caption) {
      this.kind = kind;
      this.above = above;
      this.caption = caption;
    }

    void add(Label label, List<Statement> says) {
      members.add(new Family.Member(label, says));
    }

    /** Takes a statement that names what it is about, such as {@code 名前は…}. */
    void add(Statement statement) {
      statement
          .first()
          .subject()
          .flatMap(Label::of)
          .ifPresent(label -> add(label, List.of(statement)));
    }

    void close() {
      if (members.size() >= (kind == Family.Kind.TOPICS ? 1 : 2)) {
        families.add(new Family(above, caption, kind, List.copyOf(members)));
      }
      members.clear();
    }
  }
}
