package dev.terakoya.lookup;

import java.util.List;

/**
 * A query as understood.
 *
 * @param query the text, cut to what is read of it
 * @param needs what it asks for
 * @param words its words in order, for phrases
 * @param comparison whether it asks how its terms differ
 */
record QueryReading(String query, List<Need> needs, List<String> words, boolean comparison) {
  QueryReading {
    needs = List.copyOf(needs);
    words = List.copyOf(words);
  }

  double weight() {
    return needs.stream().mapToDouble(Need::weight).sum();
  }

  /** How many of the needs the notes know for certain, not only by a word that sounds alike. */
  long heard() {
    return needs.stream()
        .filter(n -> n.ways().stream().anyMatch(w -> w.worth() > Weights.CERTAIN))
        .count();
  }
}
