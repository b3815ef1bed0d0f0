package dev.terakoya.quiz;

import dev.terakoya.glossary.Term;
import java.util.List;
import java.util.stream.Stream;

/** The names of what gets confused with a term, written in the way the term is written. */
final class Siblings {
  private Siblings() {}

  /**
   * The living siblings of its family and kind, in an order that depends on nothing but the name.
   */
  static List<String> of(Field field, Term term, String written) {
    List<String> names =
        field.glossary().siblings(term).stream()
            .filter(t -> !t.isReplaced() && t.kind().equals(term.kind()))
            .map(t -> like(field, t, written))
            .toList();
    return Chance.shuffled(names, written);
  }

  /**
   * The name that looks most like {@code written}, an acronym beside an acronym, and before others
   * one that the notes use. A product has no Japanese name but one that the notes use.
   */
  private static String like(Field field, Term sibling, String written) {
    boolean product = sibling.name().matches("(?:AWS|Amazon) .*");
    List<String> alike =
        sibling.names().stream()
            .filter(n ->
                acronym(n) == acronym(written)
                    && Text.japanese(n) == Text.japanese(written)
                    && latin(n) == latin(written))
            .toList();
    return Stream.concat(alike.stream(), sibling.names().stream())
        .filter(n -> field.used().contains(Text.key(n)) && acronym(n) == acronym(written))
        .findFirst()
        .or(() -> alike.stream().filter(n -> !product || !Text.japanese(n)).findFirst())
        .orElse(sibling.name());
  }

  private static boolean latin(String name) {
    return name.matches(".*[A-Za-z].*");
  }

  private static boolean acronym(String name) {
    return name.matches("[A-Z0-9-]{2,6}");
  }
}
