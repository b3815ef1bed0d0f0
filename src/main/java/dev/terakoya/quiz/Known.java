package dev.terakoya.quiz;

import dev.terakoya.glossary.Confirmation;
import dev.terakoya.glossary.KnownFact;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for facts that the glossary knows to hold, in its words, where a line of the notes states
 * them; of several such lines the one that says most of it itself.
 */
final class Known implements Maker {
  /** What tells which of several values is meant. */
  private static final List<Pattern> BOUNDS =
      List.of(
          Pattern.compile("最小|最低|最短|下限|少なくとも|以上|から|[〜～]|(?i:min)"),
          Pattern.compile("既定|デフォルト|初期|標準|何も|(?i:default)"));

  /** Where something is pointed to, not told: addresses, paths, lists of links. */
  private static final Pattern ASIDE =
      Pattern.compile("https?:|[A-Za-z]:\\\\|文献|参考|リンク集|(?:^|\\n)[ -~]{24,}$");

  @Override
  public Stream<Candidate> candidates(Field field) {
    Confirmation confirmation = new Confirmation(field.glossary());
    Map<KnownFact, List<Harvest.Cell>> stated = new LinkedHashMap<>();
    field.harvests().stream()
        .flatMap(Known::told)
        .filter(c -> !English.of(c.statement()))
        .forEach(c ->
            c.statement().sentences().stream()
                .flatMap(said -> confirmation.of(above(c), said.text()).stream())
                .distinct()
                .filter(fact -> bears(field, c, fact))
                .forEach(fact -> stated.computeIfAbsent(fact, f -> new ArrayList<>()).add(c)));
    return stated.entrySet().stream().map(e -> candidate(field, e.getKey(), best(e)));
  }

  /** All that a section says, each with what stands above it besides the headings. */
  private static Stream<Harvest.Cell> told(Harvest harvest) {
    List<String> path = harvest.section().path();
    return Stream.concat(
        harvest.statements().stream()
            .map(s ->
                new Harvest.Cell(
                    s.scope().stream()
                        .filter(l -> !l.folder())
                        .map(Label::name)
                        .filter(n -> path.stream().noneMatch(h -> h.contains(n)))
                        .toList(),
                    s)),
        harvest.cells().stream());
  }

  /**
   * Whether a line and what stands above it bear the question out: they name each product it names,
   * and say that a least or a usual value is one.
   */
  private static boolean bears(Field field, Harvest.Cell told, KnownFact fact) {
    String text = String.join("\n", above(told)) + "\n" + told.statement().text();
    Set<Term> named =
        field.glossary().mentions(text).stream().map(Mention::term).collect(Collectors.toSet());
    return field.glossary().mentions(fact.ask()).stream()
            .map(Mention::term)
            .filter(t -> field.glossary().isProduct(t.name()))
            .allMatch(named::contains)
        && BOUNDS.stream().allMatch(b -> !b.matcher(fact.ask()).find() || b.matcher(text).find())
        && !ASIDE.matcher(text).find();
  }

  private static List<String> above(Harvest.Cell cell) {
    Statement statement = cell.statement();
    return Stream.of(
            statement.section().path().stream(),
            statement.scope().stream().filter(l -> !l.folder()).map(Label::name),
            cell.above().stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private static Harvest.Cell best(Map.Entry<KnownFact, List<Harvest.Cell>> stated) {
    return stated.getValue().stream()
        .max(
            Comparator.comparingLong((Harvest.Cell c) -> said(stated.getKey(), c.statement()))
                .thenComparingInt(c -> -c.statement().text().length()))
        .orElseThrow();
  }

  /** How many of the words of question and answer, and of the groups of phrases, a line has. */
  private static long said(KnownFact fact, Statement statement) {
    String text = Text.key(statement.text());
    return NoLeak.shared(fact.ask() + " " + fact.key(), statement.text()).size()
        + 2
            * fact.says().stream()
                .filter(group -> group.stream().anyMatch(p -> text.contains(Text.key(p))))
                .count();
  }

  private static Candidate candidate(Field field, KnownFact fact, Harvest.Cell told) {
    String said = told.statement().text();
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(fact.key(), fact.because()));
    fact.others()
        .forEach(o -> options.add(new Candidate.Option(o, Purposes.first(field.glossary(), o))));
    return new Candidate(
        dev.terakoya.quiz.Pattern.KNOWN,
        "a fact that the glossary knows, stated by the note",
        "the glossary",
        fact.of(),
        List.of(),
        fact.ask(),
        fact.ask(),
        options,
        told.above().isEmpty() ? said : String.join("、", told.above()) + "：" + said,
        told.statement());
  }
}
