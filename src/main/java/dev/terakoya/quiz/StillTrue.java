package dev.terakoya.quiz;

import dev.terakoya.glossary.Refutation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the note says still holds, as far as the glossary's dated facts know. */
final class StillTrue implements Gate {
  private final Refutation refutation;

  StillTrue(Refutation refutation) {
    this.refutation = refutation;
  }

  @Override
  public String name() {
    return "still-true";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    List<String> headings = candidate.source().section().path();
    String answered = candidate.key().text() + " " + candidate.stem();
    Stream<String> above = headings.reversed().stream().limit(2);
    if (above.anyMatch(h -> refutation.of(List.of(), h).isPresent())) {
      return Optional.of("stands under a heading that is outdated itself");
    }
    return Stream.of(
            candidate.claim(),
            candidate.subject() + " " + candidate.claim(),
            candidate.source().quote().text(),
            candidate.source().text(),
            candidate.judged() ? "" : answered)
        .flatMap(said -> refutation.of(headings, said).stream())
        .findFirst()
        .map(fact -> "no longer holds: " + fact.now());
  }
}
