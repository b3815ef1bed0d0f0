package dev.terakoya.quiz;

import dev.terakoya.glossary.DatedFact;
import dev.terakoya.glossary.Glossary;
import java.util.List;
import java.util.Optional;

/** What the note says still holds, as far as the glossary's dated facts know. */
final class StillTrue implements Gate {
  private final Glossary glossary;

  StillTrue(Glossary glossary) {
    this.glossary = glossary;
  }

  @Override
  public String name() {
    return "still-true";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    String said = String.join(" ", candidate.source().section().path()) + " " + candidate.asked() + " " + candidate.source().text() + " " + candidate.key().text();
    return glossary.terms().stream()
        .flatMap(t -> t.facts().stream())
        .filter(f -> holds(f, said))
        .findFirst()
        .map(f -> "no longer holds: " + f.now());
  }

  private static boolean holds(DatedFact fact, String said) {
    return fact.says().stream().allMatch(group -> any(group, said)) && !any(fact.unless(), said);
  }

  private static boolean any(List<String> phrases, String said) {
    return phrases.stream().anyMatch(said::contains);
  }
}
