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

  /** The name that looks most like {@code written}: an acronym beside an acronym. */
  private static String like(Term sibling, String written) {
    return sibling.names().stream()
        .filter(n ->
            acronym(n) == acronym(written)
                && Text.japanese(n) == Text.japanese(written)
                && latin(n) == latin(written))
        .findFirst()
        .orElse(sibling.name());
  }

  private static boolean latin(String name) {
    return name.matches(".*[A-Za-z].*");
  }

  private static boolean acronym(String name) {
    return name.matches("[A-Z0-9-]{2,6}");
  }
}
