package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a note says of a thing whose purpose the glossary knows is borne out by that: a stranger's
 * note may be half said, mistaken or out of date, and nothing in it tells. It cannot bear out that
 * something is wrong, so there nothing is judged true or false. A field of which the glossary knows
 * nothing is the notes' own, and of notes in English it knows too little to judge.
 */
final class BorneOut implements Gate {
  /** So many words of a purpose do not meet in one sentence by chance. */
  private static final int ENOUGH = 3;

  private final Glossary glossary;
  private final Purposes purposes;

  BorneOut(Glossary glossary, Purposes purposes) {
    this.glossary = glossary;
    this.purposes = purposes;
  }

  @Override
  public String name() {
    return "borne-out";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    if (English.of(candidate.source())
        || terms(Stream.concat(named(candidate), placed(candidate))).isEmpty()) {
      return Optional.empty();
    }
    String claim = candidate.claim();
    boolean told =
        terms(named(candidate)).stream().anyMatch(t -> purposes.told(t, claim).size() >= ENOUGH);
    return Gate.when(candidate.judged() || !told, "the glossary does not bear it out: " + claim);
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
