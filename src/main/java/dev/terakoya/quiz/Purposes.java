package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the glossary says that its terms are for, by the words that say it. */
final class Purposes {
  /** A word that one in so many terms is for tells nothing of any. */
  private static final int COMMON = 25;

  private final Glossary glossary;
  private final Map<String, Set<String>> words = new HashMap<>();

  Purposes(Glossary glossary) {
    this.glossary = glossary;
    glossary
        .purposes()
        .forEach((id, uses) -> {
          Set<String> said = new HashSet<>(Text.words(String.join(" ", uses)));
          said.removeIf(
              w -> WorthKnowing.EMPTY.contains(w) || (w.length() <= 2 && w.charAt(0) < 128));
          words.put(id, said);
        });
    Map<String, Long> often =
        words.values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
    words
        .values()
        .forEach(said -> said.removeIf(w -> often.getOrDefault(w, 0L) > words.size() / COMMON));
  }

  /** The words of a text that tell what a term is for. */
  Set<String> told(Term term, String text) {
    Set<String> uses = words.getOrDefault(term.id(), Set.of());
    Set<String> told = new HashSet<>(Text.words(text));
    told.removeIf(w -> WorthKnowing.EMPTY.contains(w) || !NoLeak.said(w, uses));
    return told;
  }

  /** How many words two terms' purposes share. */
  long common(Term one, Term other) {
    Set<String> uses = words.getOrDefault(other.id(), Set.of());
    return words.getOrDefault(one.id(), Set.of()).stream().filter(uses::contains).count();
  }

  /** What the thing of a name is for, in the glossary's first words; empty where it knows none. */
  static String first(Glossary glossary, String name) {
    return glossary
        .find(name)
        .map(t -> glossary.purposes().get(t.id()))
        .filter(Objects::nonNull)
        .map(List::getFirst)
        .orElse("");
  }

  /** Whether a term is called as a product is. */
  boolean product(Term term) {
    return glossary.isProduct(term.name());
  }
}
