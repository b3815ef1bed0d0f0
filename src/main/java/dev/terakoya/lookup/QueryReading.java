package dev.terakoya.lookup;

import java.util.List;

/**
 * A query as understood.
 *
 * @param query the text, cut to what is read of it
 * @param needs what it asks for
 * @param words its words in order, for phrases
 */
record QueryReading(String query, List<Need> needs, List<String> words) {
  QueryReading {
    needs = List.copyOf(needs);
    words = List.copyOf(words);
  }

  double weight() {
    return needs.stream().mapToDouble(Need::weight).sum();
  }
}
