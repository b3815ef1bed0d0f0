package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import java.util.List;

/** The names of what gets confused with a term, written in the way the term is written. */
final class Siblings {
  private Siblings() {}

  /**
   * The living siblings of its family and kind, in an order that depends on nothing but the name.
   */
  static List<String> of(Glossary glossary, Term term, String written) {
    List<String> names =
        glossary.siblings(term).stream()
            .filter(t -> !t.isReplaced() && t.kind().equals(term.kind()))
            .map(t -> like(t, written))
            .toList();
    return Chance.shuffled(names, written);
  }

  /**
   * The name that looks most like {@code written}: an acronym beside an acronym, Japanese beside
   * Japanese; a product goes by its own name, not by its reading.
   */
  private static String like(Term sibling, String written) {
    boolean product = sibling.name().matches("(?:AWS|Amazon) .*");
    return sibling.names().stream()
        .filter(n ->
            acronym(n) == acronym(written)
                && Text.japanese(n) == Text.japanese(written)
                && !(product && n.matches(".*[ァ-ヴ]{3}.*")))
        .findFirst()
        .orElse(sibling.name());
  }

  private static boolean acronym(String name) {
    return name.matches("[A-Z0-9-]{2,6}");
  }
}
