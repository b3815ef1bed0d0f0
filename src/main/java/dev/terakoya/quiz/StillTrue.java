package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
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
    String heading = candidate.source().section().heading();
    String said =
        heading + " " + candidate.asked() + " " + candidate.claim() + " " + candidate.key().text();
    return glossary.mentions(said).stream()
        .map(Mention::term)
        .distinct()
        .flatMap(term -> glossary.factsAgainst(term, said).stream())
        .findFirst()
        .map(fact -> "no longer holds: " + fact.now());
  }
}
