package dev.terakoya.lookup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that a query asks for, and every way the notes may say it.
 *
 * @param surface how the query says it
 * @param ways indexed words that meet it, the best first; empty if the notes have none
 * @param weight how much it tells: rare words more than frequent ones
 * @param named whether it is a name (a term of the glossary, a Latin or katakana word), without
 *     which there is no answer
 */
record Need(String surface, List<Way> ways, double weight, boolean named) {
  Need {
    ways = List.copyOf(ways);
  }

  /**
   * An indexed word that meets a need.
   *
   * @param word as indexed
   * @param worth 1 for the word itself, less for slips, beginnings, and words that only sound alike
   */
  record Way(String word, double worth, int hash) {
    Way(String word, double worth) {
      this(word, worth, Passage.hash(word));
    }
  }

  /** The same need, met in more ways. */
  Need orBy(List<Way> more) {
    return new Need(
        surface,
        Stream.concat(ways.stream(), more.stream())
            .sorted(Comparator.comparingDouble(Way::worth).reversed())
            .toList(),
        weight,
        named);
  }

  /** Whether it is a name in Latin letters that the notes have as it is. */
  boolean isKnownName() {
    return named
        && surface.charAt(0) < 128
        && !ways.isEmpty()
        && ways.getFirst().worth() > Weights.KNOWN;
  }

  /** How well a set of words meets the need, 0 to 1. */
  double metBy(int[] hashes) {
    for (int i = 0; i < ways.size() && hashes.length > 0; i++) {
      if (Passage.has(hashes, ways.get(i).hash())) {
        return ways.get(i).worth();
      }
    }
    return 0;
  }
}
