package dev.terakoya.lookup;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query as understood.
 *
 * @param query the text, cut to what is read of it
 * @param needs what it asks for
 * @param words its words in order, for phrases
 * @param comparison whether it asks how its terms differ
 * @param name a name that an answer must have as it is, and not only the words or pieces of it;
 *     empty if there is none
 */
record QueryReading(
    String query, List<Need> needs, List<String> words, boolean comparison, String name) {
  QueryReading {
    needs = List.copyOf(needs);
    words = List.copyOf(words);
  }

  /**
   * Whether a text has the name, its words together or apart, not as a piece of a longer word; true
   * if there is none.
   */
  boolean isNamedIn(String text) {
    return name.isEmpty() || named().matcher(Folded.text(text)).find();
  }

  private Pattern named() {
    return Pattern.compile(
        Arrays.stream(name.split(" +"))
            .map(Pattern::quote)
            .collect(Collectors.joining("[ _-]?", "(?<![a-z0-9ァ-ヿ])", "(?![a-z0-9ァ-ヿ])")));
  }

  double weight() {
    return needs.stream().mapToDouble(Need::weight).sum();
  }

  /** The greatest share of a comparison that one of its sides has; 1 if the notes lack a side. */
  double side() {
    List<Need> sides = needs.stream().filter(Need::named).toList();
    return sides.stream().anyMatch(side -> side.ways().isEmpty())
        ? 1
        : sides.stream().mapToDouble(Need::weight).max().orElse(1) / weight();
  }

  /**
   * How many of the needs the notes know for certain, not only by a word that sounds alike; a
   * number asked for (which has no surface) counts only of a name they know.
   */
  long heard() {
    boolean known = needs.stream().anyMatch(n -> n.named() && !n.ways().isEmpty());
    return needs.stream()
        .filter(n -> known || !n.surface().isEmpty())
        .filter(n -> n.ways().stream().anyMatch(w -> w.worth() > Weights.CERTAIN))
        .count();
  }
}
