package dev.terakoya.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the name that somebody wrote with one slip: a letter left out, put in, changed, or
 * exchanged with its neighbour (Damerau's four), never the first letter, never a digit, and never
 * the last of a katakana name, which may be a word of its own (キー). Names wait by first letter and
 * length, so that a question looks at a few dozen of them.
 */
final class Slips {
  /**
   * Shorter names are too often one letter from another word, and so are everyday words that no
   * vendor tells from a name.
   */
  private static final int WORD = 6;

  private static final int WORDS = 8;

  private final Map<Integer, List<Name>> names = new HashMap<>();
  private final Usage usage;

  private record Name(String key, Term term) {}

  Slips(List<Term> terms, Usage usage) {
    this.usage = usage;
    for (Term term : terms) {
      term.allNames().stream()
          .map(Spelling::of)
          .filter(name -> !usage.isOrdinary(name.key()))
          .flatMap(name -> usage.keys(name).stream().filter(key -> isLongEnough(name, key)))
          .distinct()
          .forEach(key -> waiting(key.charAt(0), key.length()).add(new Name(key, term)));
    }
  }

  private List<Name> waiting(char first, int length) {
    return names.computeIfAbsent(place(first, length), place -> new ArrayList<>());
  }

  private static int place(char first, int length) {
    return first << 10 | Math.min(length, 1023);
  }

  private static boolean isLongEnough(Spelling name, String key) {
    long latin = key.chars().filter(c -> Spelling.isLatin((char) c)).count();
    long katakana = key.chars().filter(c -> Spelling.isKatakana((char) c)).count();
    boolean unbroken = name.isUnbroken(name.length() - key.length(), name.length());
    boolean word = unbroken && (latin == 0 || katakana == 0);
    return latin + katakana == key.length() && key.length() >= (word ? WORD : WORDS);
  }

  /** The one term with a name one slip away from a key. */
  Optional<Term> nearest(String key) {
    if (key.isEmpty() || usage.isEveryday(key)) {
      return Optional.empty();
    }
    Set<Term> fitting =
        IntStream.rangeClosed(key.length() - 1, key.length() + 1)
            .mapToObj(length -> names.getOrDefault(place(key.charAt(0), length), List.of()))
            .flatMap(List::stream)
            .filter(name -> isOneSlip(key, name.key))
            .map(Name::term)
            .collect(Collectors.toSet());
    return fitting.size() == 1 ? fitting.stream().findFirst() : Optional.empty();
  }

  private static boolean isOneSlip(String one, String other) {
    String longer = one.length() >= other.length() ? one : other;
    String shorter = one.length() >= other.length() ? other : one;
    int at = 0;
    while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
      at++;
    }
    if (at == longer.length()
        || Character.isDigit(longer.charAt(at))
        || (at == shorter.length() && Spelling.isKatakana(longer.charAt(at)))) {
      return false;
    }
    return longer.length() > shorter.length()
        ? endsAlike(longer, at + 1, shorter, at)
        : isChanged(longer, shorter, at);
  }

  private static boolean isChanged(String one, String other, int at) {
    boolean exchanged =
        at + 1 < one.length()
            && one.charAt(at) == other.charAt(at + 1)
            && one.charAt(at + 1) == other.charAt(at);
    return !Character.isDigit(other.charAt(at))
        && (endsAlike(one, at + 1, other, at + 1)
            || (exchanged && endsAlike(one, at + 2, other, at + 2)));
  }

  private static boolean endsAlike(String one, int from, String other, int begin) {
    return one.length() - from == other.length() - begin
        && one.regionMatches(from, other, begin, one.length() - from);
  }
}
