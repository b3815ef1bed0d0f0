package dev.terakoya.glossary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the glossary's dated facts know against a sentence of a note. */
public final class Refutation {
  private final Glossary glossary;

  public Refutation(Glossary glossary) {
    this.glossary = glossary;
  }

  /**
   * The first fact that a sentence contradicts, as it stands or as said of one of the headings
   * above it.
   *
   * @param headings what stands above, the outermost first
   */
  public Optional<DatedFact> of(List<String> headings, String sentence) {
    return Stream.concat(
            against(sentence),
            headings.reversed().stream().limit(2).flatMap(h -> below(h, sentence)))
        .findFirst();
  }

  /** What is known against a sentence below a heading, and not against the heading alone. */
  private Stream<DatedFact> below(String heading, String sentence) {
    List<DatedFact> already = against(heading).toList();
    return against(heading + " " + sentence).filter(fact -> !already.contains(fact));
  }

  private Stream<DatedFact> against(String said) {
    return glossary.mentions(said).stream()
        .map(Mention::term)
        .distinct()
        .flatMap(term -> glossary.factsAgainst(term, said).stream());
  }
}
