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
    Map<KnownFact, List<Statement>> stated = new LinkedHashMap<>();
    field.harvests().stream()
        .flatMap(Known::told)
        .filter(c -> !English.of(c.statement()))
        .forEach(c ->
            c.statement().sentences().stream()
                .flatMap(said -> confirmation.of(c.above(), said.text()).stream())
                .distinct()
                .forEach(fact ->
                    stated.computeIfAbsent(fact, f -> new ArrayList<>()).add(c.statement())));
    return stated.entrySet().stream().map(e -> candidate(e.getKey(), best(e), purposes));
  }

  /** All that a section says, each with all that stands above it. */
  private static Stream<Harvest.Cell> told(Harvest harvest) {
    return Stream.concat(
            harvest.statements().stream().map(s -> new Harvest.Cell(List.of(), s)),
            harvest.cells().stream())
        .map(c ->
            new Harvest.Cell(
                Stream.of(
                        harvest.section().path().stream(),
                        c.statement().scope().stream().map(Label::name),
                        c.above().stream())
                    .flatMap(names -> names)
                    .distinct()
                    .toList(),
                c.statement()));
  }

  private static Statement best(Map.Entry<KnownFact, List<Statement>> stated) {
    return stated.getValue().stream()
        .max(
            Comparator.comparingLong((Statement s) -> said(stated.getKey(), s))
                .thenComparingInt(s -> -s.text().length()))
        .orElseThrow();
  }

  /** How many groups of phrases a line says itself. */
  private static long said(KnownFact fact, Statement statement) {
    String text = Text.key(statement.text());
    return fact.says().stream()
        .filter(group -> group.stream().anyMatch(p -> text.contains(Text.key(p))))
        .count();
  }

  private static Candidate candidate(KnownFact fact, Statement statement, Purposes purposes) {
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
        statement.text(),
        statement);
  }
}
