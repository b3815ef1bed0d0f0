package dev.terakoya.quiz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks for a cell of a table with a header: what the column says of the row. Options are the other
 * cells of the column, or amounts of the same unit.
 */
final class Tables implements Maker {
  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.harvests().stream()
        .flatMap(h -> h.grids().stream())
        .flatMap(g -> g.rows().stream().flatMap(row -> IntStream.range(1, row.size()).boxed().flatMap(c -> of(field, g, row, c).stream())));
  }

  private static Optional<Candidate> of(Field field, Harvest.Grid grid, List<Statement> row, int column) {
    Optional<Label> subject = Label.of(row.getFirst().text());
    Optional<Label> attribute = Label.of(grid.header().get(column));
    String cell = cell(row.get(column));
    if (subject.isEmpty() || attribute.isEmpty() || grid.header().get(column).matches(".*(?:する|した|例|備考|説明|概要|参考|リンク|URL|料金|価格).*") || cell.length() > 40 || blank(cell)) {
      return Optional.empty();
    }
    List<String> options = new ArrayList<>();
    options.add(cell);
    Set<String> others = new LinkedHashSet<>();
    grid.rows().stream().map(r -> cell(r.get(column))).filter(c -> !blank(c) && !Text.key(c).equals(Text.key(cell))).forEach(others::add);
    Chance.shuffled(List.copyOf(others), cell).stream().limit(3).forEach(options::add);
    List<Amount> amounts = Amount.in(cell);
    if (amounts.size() == 1 && amounts.getFirst().from() == 0 && amounts.getFirst().to() == cell.length()) {
      options.subList(1, options.size()).clear();
      amounts.getFirst().among(List.of(), cell + subject.get().name()).stream().flatMap(List::stream).filter(t -> !Text.key(t).equals(Text.key(cell))).forEach(options::add);
    }
    if (options.size() < 3 || options.stream().anyMatch(o -> o.contains("、") != cell.contains("、") || o.length() > 60)) {
      return Optional.empty();
    }
    String stem = subject.get().name() + "の" + attribute.get().name() + "はどれですか。";
    return Optional.of(
        new Candidate(
            Pattern.TABLE,
            "a cell of a table with a header",
            "other cells of the column",
            subject.get().name(),
            attribute.get().name(),
            field.shown(grid.scope(), options),
            stem,
            subject.get().name() + "の" + attribute.get().name() + "は" + cell,
            options.stream().map(o -> new Candidate.Option(o, rows(grid, column, o))).toList(),
            attribute.get().name() + "：" + cell,
            row.get(column)));
  }

  /** Which rows have an option in the column. */
  private static String rows(Harvest.Grid grid, int column, String option) {
    return String.join(
        "、",
        grid.rows().stream().filter(r -> cell(r.get(column)).equals(option)).map(r -> Text.tidy(r.getFirst().text())).toList());
  }

  private static String cell(Statement statement) {
    return Text.tidy(statement.text()).replaceAll("（[^）]*）|\\([^)]*\\)", "").replaceFirst("。$", "").strip();
  }

  private static boolean blank(String cell) {
    return cell.isBlank() || cell.matches("[-—ー–×○〇✕✖◯△/ ]*|なし|N/A|同上|\\.*");
  }
}
