package dev.terakoya.quiz;

import java.util.List;
import java.util.Optional;

/** No misspelt word in the stem or any option. */
final class WellSpelt implements Gate {
  private final Spelling spelling;

  WellSpelt(Spelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public String name() {
    return "well-spelt";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    return candidate
        .shown()
        .map(spelling::slips)
        .flatMap(List::stream)
        .findFirst()
        .map(slip -> slip.word() + " is probably " + slip.meant())
        .or(() ->
            candidate
                .shown()
                .flatMap(t -> spelling.doubtful(t).stream())
                .findFirst()
                .map(a -> a + " may be misspelt"));
  }
}
