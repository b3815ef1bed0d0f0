package dev.terakoya.quiz;

import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of what gets confused with a term, written in the way the term is written. */
final class Siblings {
  private Siblings() {}

  /**
   * The living siblings of its family and kind, those first with which the notes compare it, then
   * those that they name, else in an order that depends on nothing but the name.
   */
  static List<String> of(Field field, Term term, String written) {
    List<String> names =
        field.glossary().siblings(term).stream()
            .filter(t -> !t.isReplaced() && t.kind().equals(term.kind()))
            .map(t -> like(field, t, written))
            .toList();
    return Chance.shuffled(names, written).stream()
        .sorted(
            Comparator.comparing((String n) -> !field.compares(written, n))
                .thenComparing(n -> !field.used().contains(Text.key(n))))
        .toList();
  }

  /**
   * Those without another's name in theirs, as a part or a sort has; of sorts and kind the sorts.
   */
  static <T> List<T> apart(String key, Collection<T> all, Function<T, String> name) {
    List<String> names = new ArrayList<>(List.of(key));
    List<T> apart = new ArrayList<>();
    for (T one : all) {
      String own = name.apply(one);
      boolean sort = all.stream().filter(o -> within(own, name.apply(o))).count() > 2;
      if (!sort && names.stream().noneMatch(n -> within(n, own) || within(own, n))) {
        names.add(own);
        apart.add(one);
      }
    }
    return apart;
  }

  /** Whether one name stands in the other as a word, the maker's name apart; an amount has none. */
  private static boolean within(String one, String other) {
    String bare = one.replaceFirst("^(?:AWS|Amazon) ", "");
    String edge = "[A-Za-z0-9-]";
    return !bare.matches("[\\d,.].*|.")
        && Pattern.compile(
                (bare.matches(edge + ".*") ? "(?<!" + edge + ")" : "")
                    + Pattern.quote(bare)
                    + (bare.matches(".*" + edge) ? "(?!" + edge + ")" : ""))
            .matcher(other)
            .find();
  }

  /**
   * The name that looks most like {@code written}, an acronym beside an acronym, and before others
   * one that the notes use. A product has no Japanese name but one that the notes use.
   */
  static String like(Field field, Term sibling, String written) {
    boolean product = field.glossary().isProduct(sibling.name());
    Predicate<String> used = n -> field.used().contains(Text.key(n));
    Predicate<String> acronym = n -> acronym(n) == acronym(written);
    Predicate<String> alike = acronym.and(n -> Text.japanese(n) == Text.japanese(written));
    Predicate<String> latin = n -> n.matches(".*[A-Za-z].*") == written.matches(".*[A-Za-z].*");
    return Stream.of(
            used.and(alike).and(latin),
            used.and(alike),
            used.and(acronym),
            alike.and(n -> !(product && n.matches(".*[ァ-ヴ]{3}.*"))))
        .flatMap(fit -> sibling.names().stream().filter(fit))
        .findFirst()
        .orElse(sibling.name());
  }

  private static boolean acronym(String name) {
    return name.matches("[A-Z0-9-]{2,6}");
  }
}
