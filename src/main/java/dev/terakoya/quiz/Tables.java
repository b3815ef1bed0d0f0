package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.TABLE;
import static dev.terakoya.quiz.Pattern.TRUE_FALSE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks for a cell of a table with a header: what it says of one thing under one attribute. Things
 * stand in the rows, or, in a table that compares, in the columns. Options are what the table says
 * of the other things, or amounts of the same unit; of two things it asks whether it is right.
 */
final class Tables implements Maker {
  private static final java.util.regex.Pattern COMPARES =
      java.util.regex.Pattern.compile("|.*(?:要素|項目|観点|比較|特徴|機能|性質|属性|要件|内容|種別|区分).*");
  private static final java.util.regex.Pattern ATTRIBUTE =
      java.util.regex.Pattern.compile(
          "[^/]*(?:期間|時間|間隔|数|サイズ|容量|上限|下限|制限|最大値|最小値|既定値|デフォルト値?|初期値|範囲|単位|方式|形式|対象|プロトコル|ポート番号|レイヤー?|階層|整合性|可用性|耐久性|性能|レイテンシー?|遅延|スループット|メモリ|帯域|順序|保証|暗号化|認証|スコープ|場所|保存先|出力先|ストレージ|エンジン|スケーリング|レプリケーション|状態|タイミング|粒度)");
  private static final java.util.regex.Pattern NO_VALUE =
      java.util.regex.Pattern.compile(
          "[-—ー–×○〇◯✕✖✗△◎/"
              + " ]*|.*(?:USD|\\$).*|[+].*|(?:設定)?なし|none|null|なし|あり|有|無|可|不可|N/A|同上|\\.*|-?[\\d.,+"
              + " ]+|.*[\\p{So}❌✅].*");

  /** What a row says of a thing that one no longer takes. */
  private static final java.util.regex.Pattern OLD =
      java.util.regex.Pattern.compile("旧来|旧世代|旧式|廃止|提供終了|受付終了");

  private static final java.util.regex.Pattern QUANTITY =
      java.util.regex.Pattern.compile(
          "期間|時間|間隔|数|サイズ|容量|限|最大|最小|値|範囲|レイテンシー?|遅延|スループット|メモリ|帯域|性能|性$");

  /** What is done rather than had, of which one tells how it goes. */
  private static final java.util.regex.Pattern PROCESS =
      java.util.regex.Pattern.compile("(?:保証|暗号化|認証|スケーリング|レプリケーション|可用性|耐久性|整合性)$");

  /** Attributes that do not tell what they are of. */
  private static final java.util.regex.Pattern BARE =
      java.util.regex.Pattern.compile("順序|保証|状態|場所|単位|対象|方式|形式|性能|粒度");

  /** A longer table is data, and sets nothing against each other. */
  private static final int MOST_ROWS = 100;

  /**
   * What a table says of one thing under one attribute.
   *
   * @param all the lines that say it of this and the other things
   */
  private record Cell(
      String thing,
      String attribute,
      String value,
      Map<String, String> others,
      Statement source,
      Statement all) {}

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.harvests().stream()
        .flatMap(h -> h.grids().stream())
        .flatMap(g -> cells(field, g).flatMap(c -> of(field, g, c).stream()));
  }

  /** The cells row by row, each with what the table says of the other things. */
  private static Stream<Cell> cells(Field field, Harvest.Grid grid) {
    List<List<Statement>> rows = grid.rows();
    if (rows.size() > MOST_ROWS) {
      return Stream.empty();
    }
    if (compares(field, grid)) {
      List<String> things = names(grid.header().subList(1, grid.header().size()));
      return rows.stream()
          .flatMap(row ->
              cells(name(row.getFirst().text()), things, row.subList(1, row.size())).stream());
    }
    List<String> things = names(rows.stream().map(row -> row.getFirst().text()).toList());
    List<String> attributes = names(grid.header());
    List<List<Cell>> columns =
        IntStream.range(1, attributes.size())
            .mapToObj(
                c -> cells(attributes.get(c), things, rows.stream().map(r -> r.get(c)).toList()))
            .toList();
    return IntStream.range(0, rows.size())
        .filter(row -> rows.get(row).stream().noneMatch(s -> OLD.matcher(s.text()).find()))
        .boxed()
        .flatMap(row -> columns.stream().map(column -> column.get(row)));
  }

  private static boolean compares(Field field, Harvest.Grid grid) {
    long known =
        grid.header().stream()
            .skip(1)
            .filter(h -> Label.of(h).flatMap(field::term).isPresent())
            .count();
    boolean firstKnown =
        grid.rows().stream()
            .anyMatch(r -> Label.of(r.getFirst().text()).flatMap(field::term).isPresent());
    long numbered =
        grid.header().stream().skip(1).map(h -> h.replaceAll("[\\d ]", "")).distinct().count();
    return known * 2 > grid.header().size() - 1
        || numbered == 1
        || (grid.header().size() == 3
            && Kin.likeness(grid.header().get(1), grid.header().get(2)) >= 10)
        || (!firstKnown
            && COMPARES.matcher(grid.header().getFirst()).matches()
            && grid.header().size() == 3
            && Kin.likeness(grid.header().get(1), grid.header().get(2)) >= 5);
  }

  private static List<Cell> cells(String attribute, List<String> things, List<Statement> values) {
    List<String> texts = values.stream().map(Tables::text).toList();
    List<Cell> cells = new ArrayList<>();
    Statement all = all(things, texts, values);
    for (int n = 0; n < things.size(); n++) {
      Map<String, String> others = new LinkedHashMap<>();
      for (int other = 0; other < things.size(); other++) {
        if (other != n) {
          others.put(things.get(other), texts.get(other));
        }
      }
      cells.add(new Cell(things.get(n), attribute, texts.get(n), others, values.get(n), all));
    }
    return cells;
  }

  private static Statement all(List<String> things, List<String> texts, List<Statement> values) {
    String told =
        IntStream.range(0, things.size())
            .mapToObj(n -> things.get(n) + "：" + texts.get(n))
            .collect(Collectors.joining("、"));
    Statement first = values.getFirst();
    return new Statement(
        first.scope(),
        told,
        first.section(),
        values.stream().mapToInt(Statement::from).min().orElse(first.from()),
        values.stream().mapToInt(Statement::to).max().orElse(first.to()),
        first.lost());
  }

  private static Optional<Candidate> of(Field field, Harvest.Grid grid, Cell cell) {
    boolean fit =
        !cell.thing().isEmpty()
            && !cell.attribute().isEmpty()
            && field.glossary().find(cell.attribute()).isEmpty()
            && ATTRIBUTE.matcher(cell.attribute()).matches()
            && !BARE.matcher(cell.attribute()).matches()
            && known(field, grid, cell)
            && cell.value().length() >= 2
            && cell.value().length() <= 40
            && !NO_VALUE.matcher(cell.value()).matches()
            && (QUANTITY.matcher(cell.attribute()).find()
                || !amount(cell.value(), Amount.in(cell.value())))
            && cell.others().values().stream()
                .noneMatch(o -> Text.key(o).equals(Text.key(cell.value())));
    if (!fit) {
      return Optional.empty();
    }
    Optional<List<Candidate.Option>> options = options(field, cell);
    return options.isPresent()
        ? Optional.of(choice(field, grid, cell, options.get()))
        : judgement(field, grid, cell);
  }

  /** Whether the glossary knows the thing, or what stands right above the table. */
  private static boolean known(Field field, Harvest.Grid grid, Cell cell) {
    return !field.glossary().mentions(cell.thing()).isEmpty()
        || grid.scope().reversed().stream().limit(2).anyMatch(l -> field.term(l).isPresent());
  }

  private static Optional<List<Candidate.Option>> options(Field field, Cell cell) {
    List<Candidate.Option> options = new ArrayList<>();
    List<Amount> amounts = Amount.in(cell.value());
    boolean amount = amount(cell.value(), amounts);
    String key = amount ? amounts.getFirst().text(amounts.getFirst().value()) : cell.value();
    options.add(new Candidate.Option(key, cell.thing()));
    if (amount) {
      amounts.getFirst().among(List.of(), List.of(), cell.value() + cell.thing()).stream()
          .flatMap(List::stream)
          .filter(t -> !t.equals(key))
          .forEach(t -> options.add(new Candidate.Option(t, "")));
    } else {
      Map<String, String> byValue = new LinkedHashMap<>();
      cell.others().forEach((thing, value) -> byValue.merge(value, thing, (a, b) -> a + "、" + b));
      byValue.remove("");
      byValue.keySet().removeIf(v -> !unit(v).equals(unit(cell.value())));
      byValue.keySet().removeIf(v -> NO_VALUE.matcher(v).matches() || v.length() > 60);
      byValue
          .keySet()
          .removeIf(v ->
              v.matches("\\D+")
                  && !Text.words(v).isEmpty()
                  && field.evidence().says(cell.thing(), v));
      Chance.shuffled(List.copyOf(byValue.keySet()), cell.value()).stream()
          .limit(3)
          .forEach(v -> options.add(new Candidate.Option(v, byValue.getOrDefault(v, ""))));
    }
    return options.size() >= 3 ? Optional.of(options) : Optional.empty();
  }

  private static boolean amount(String value, List<Amount> in) {
    return in.size() == 1 && in.getFirst().from() == 0 && in.getFirst().to() == value.length();
  }

  /** What stands behind the number at the start of a value; nothing where no number stands. */
  private static String unit(String value) {
    return value.matches("[\\d,.]+[^〜～-]*") ? value.replaceFirst("^[\\d,.]+ ?", "") : "";
  }

  private static Candidate choice(
      Field field, Harvest.Grid grid, Cell cell, List<Candidate.Option> options) {
    List<String> texts = options.stream().map(Candidate.Option::text).toList();
    boolean does =
        texts.stream().anyMatch(t -> new Sentence(t).form() == Sentence.Form.VERB)
            || PROCESS.matcher(cell.attribute()).find();
    String asks =
        cell.value().matches("[\\d,]+ ?(?:つ|個)")
            ? "はいくつですか。"
            : does ? "について正しいものはどれですか。" : "として正しいものはどれですか。";
    return candidate(
        TABLE, field, grid, cell, cell.thing() + "の" + cell.attribute() + asks, options, texts);
  }

  /** Of two things that differ: whether what the table says of one holds of the other. */
  private static Optional<Candidate> judgement(Field field, Harvest.Grid grid, Cell cell) {
    if (cell.value().length() < 4
        || cell.others().size() != 1
        || cell.others().values().iterator().next().isEmpty()) {
      return Optional.empty();
    }
    boolean right = Chance.pick(2, cell.thing(), cell.attribute(), cell.value()) == 0;
    String named = right ? cell.thing() : cell.others().keySet().iterator().next();
    boolean noun = cell.value().matches("[^をでにがは：]*[一-龥ァ-ヴーA-Za-z0-9]");
    String said =
        named + "の" + cell.attribute() + (noun ? "は、" : "：") + cell.value() + (noun ? "である" : "");
    String holds = cell.thing() + "の" + cell.attribute() + "：" + cell.value();
    boolean loose =
        named.isEmpty()
            || cell.value().contains("「")
            || cell.value().matches(".*(?:スケール|許可|拒否|対応|管理|設定)")
            || !NoLeak.shared(cell.attribute(), cell.value()).isEmpty()
            || !NoLeak.shared(cell.thing(), cell.value()).isEmpty()
            || cell.others().keySet().stream()
                .anyMatch(o -> !NoLeak.shared(o, cell.value()).isEmpty());
    return loose
        ? Optional.empty()
        : Optional.of(
            candidate(
                TRUE_FALSE,
                field,
                grid,
                cell,
                Judgement.stem(said),
                Judgement.options(right, holds),
                List.of()));
  }

  private static Candidate candidate(
      dev.terakoya.quiz.Pattern pattern,
      Field field,
      Harvest.Grid grid,
      Cell cell,
      String stem,
      List<Candidate.Option> options,
      List<String> texts) {
    return new Candidate(
        pattern,
        "a cell of a table with a header",
        "what the table says of the other things",
        cell.thing(),
        field.shown(grid.scope(), texts),
        stem,
        cell.thing() + "の" + cell.attribute() + "は" + cell.value(),
        options,
        pattern == TRUE_FALSE
            ? cell.attribute() + "は、" + cell.all().text()
            : cell.thing() + "の" + cell.attribute() + "：" + cell.value(),
        pattern == TRUE_FALSE ? cell.all() : cell.source());
  }

  /** The names in headings; what stands in brackets stays where two need it. */
  private static List<String> names(List<String> texts) {
    List<String> names = texts.stream().map(Tables::name).toList();
    return IntStream.range(0, names.size())
        .mapToObj(n ->
            !names.get(n).isEmpty() && Collections.frequency(names, names.get(n)) > 1
                ? Text.tidy(texts.get(n))
                : names.get(n))
        .toList();
  }

  private static String name(String text) {
    return Label.of(text).map(Label::name).orElse("");
  }

  private static String text(Statement statement) {
    return Text.tidy(statement.text())
        .replaceAll("（[^）]*）|\\([^)]*\\)", "")
        .replaceFirst("。$", "")
        .strip();
  }
}
