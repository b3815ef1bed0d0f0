package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.KnownFact;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import dev.terakoya.notes.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stranger's note may be half said, mistaken or out of date, and nothing in it tells. Where the
 * notes speak of a field that the glossary knows facts of, only what it knows is asked; the rest
 * are sayings, systems and exercises of one person, which nobody else can answer for. Notes that
 * hardly speak of it have a field of their own: there only a thing whose purpose the glossary knows
 * has to be borne out by that, which bears out neither that something is wrong nor a number. Of
 * notes in English it knows too little to judge.
 */
final class BorneOut implements Gate {
  /** So many words of a purpose do not meet in one sentence by chance. */
  private static final int ENOUGH = 4;

  /**
   * Of so many sections one at least speaks of what the glossary knows, where it knows the field.
   */
  private static final int SELDOM = 10;

  private final Glossary glossary;
  private final Purposes purposes;
  private final boolean ownField;

  BorneOut(Glossary glossary, Purposes purposes, List<Section> notes) {
    this.glossary = glossary;
    this.purposes = purposes;
    Set<String> told =
        glossary.known().stream().map(KnownFact::of).collect(Collectors.toUnmodifiableSet());
    long known =
        notes.parallelStream()
            .filter(s ->
                Stream.concat(s.path().stream(), s.lines().stream())
                    .flatMap(line -> glossary.mentions(line).stream())
                    .anyMatch(m -> told.contains(m.term().id())))
            .count();
    this.ownField = known * SELDOM < notes.size();
  }

  @Override
  public String name() {
    return "borne-out";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    String claim = candidate.claim();
    if (English.of(candidate.source())) {
      return Optional.empty();
    }
    if (!ownField) {
      return Optional.of("the glossary, which knows the field, does not know it: " + claim);
    }
    if (terms(Stream.concat(named(candidate), placed(candidate))).isEmpty()) {
      return Optional.empty();
    }
    boolean told =
        terms(named(candidate)).stream().anyMatch(t -> purposes.told(t, claim).size() >= ENOUGH);
    boolean never = candidate.judged() || candidate.pattern() == Pattern.NUMBER;
    return Gate.when(never || !told, "the glossary does not bear it out: " + claim);
  }

  /** What it says something of. */
  private static Stream<String> named(Candidate candidate) {
    return Stream.of(candidate.subject(), candidate.key().text());
  }

  /** Where it says it. */
  private static Stream<String> placed(Candidate candidate) {
    return Stream.concat(
        Stream.of(candidate.asked()), candidate.source().section().path().stream());
  }

  /** The terms that texts name and that the glossary knows the purpose of. */
  private Set<Term> terms(Stream<String> texts) {
    return texts
        .flatMap(text -> glossary.mentions(text).stream())
        .map(Mention::term)
        .filter(t -> glossary.purposes().containsKey(t.id()))
        .collect(Collectors.toSet());
  }
}
