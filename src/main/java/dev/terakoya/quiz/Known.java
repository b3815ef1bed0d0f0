package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.KNOWN;

import dev.terakoya.glossary.Confirmation;
import dev.terakoya.glossary.KnownFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks for facts that the glossary knows to hold, in its words, where a line of the notes states
 * them; of several such lines the one that says most of it itself.
 */
final class Known implements Maker {
  @Override
  public Stream<Candidate> candidates(Field field) {
    Confirmation confirmation = new Confirmation(field.glossary());
    Purposes purposes = new Purposes(field.glossary());
    Map<KnownFact, List<Harvest.Cell>> stated = new LinkedHashMap<>();
    field.harvests().stream()
        .flatMap(Known::told)
        .filter(c -> !English.of(c.statement()))
        .forEach(c ->
            c.statement().sentences().stream()
                .flatMap(said -> confirmation.of(above(c), said.text()).stream())
                .distinct()
                .forEach(fact -> stated.computeIfAbsent(fact, f -> new ArrayList<>()).add(c)));
    return stated.entrySet().stream().map(e -> candidate(e.getKey(), best(e), purposes));
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

  private static List<String> above(Harvest.Cell cell) {
    Statement statement = cell.statement();
    return Stream.of(
            statement.section().path().stream(),
            statement.scope().stream().map(Label::name),
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

  /** How many groups of phrases a line says itself. */
  private static long said(KnownFact fact, Statement statement) {
    String text = Text.key(statement.text());
    return fact.says().stream()
        .filter(group -> group.stream().anyMatch(p -> text.contains(Text.key(p))))
        .count();
  }

  private static Candidate candidate(KnownFact fact, Harvest.Cell told, Purposes purposes) {
    String said = told.statement().text();
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(fact.key(), fact.because()));
    fact.others().forEach(o -> options.add(new Candidate.Option(o, purposes.first(o))));
    return new Candidate(
        KNOWN,
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
