package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the terms that a need without a name may mean, by what the glossary says they are for.
 *
 * <p>Each use of a term is a small text, each word of it weighs its inverse frequency among all
 * uses. A term is meant if one of its uses says enough of what is asked.
 */
final class Purposes {
  private static final int MOST = 4;
  private static final double SAME = 0.8;
  private static final int FREQUENT = 100;

  /** The uses that a word stands in. */
  private final Map<String, List<Use>> byWord = new HashMap<>();

  private final int uses;

  /** One use of a term, told apart by being itself. */
  private static final class Use {
    private final String term;
    private final Set<String> words;

    /** What all its words weigh, known once all uses are. */
    private double weight;

    Use(String term, Set<String> words) {
      this.term = term;
      this.words = words;
    }
  }

  /**
   * A term that is for what is asked.
   *
   * @param id the term's id
   * @param strength 0 to 1
   * @param words the asked words that its use says
   */
  record Meant(String id, double strength, Set<String> words) {}

  Purposes(Glossary glossary, Analysis analysis) {
    List<Use> all = new ArrayList<>();
    for (Map.Entry<String, List<String>> term : glossary.purposes().entrySet()) {
      for (String text : term.getValue()) {
        Use use = new Use(term.getKey(), words(text, analysis));
        use.words.forEach(w -> byWord.computeIfAbsent(w, word -> new ArrayList<>()).add(use));
        all.add(use);
      }
    }
    uses = all.size();
    all.forEach(use -> use.weight = use.words.stream().mapToDouble(this::weight).sum());
  }

  private static Set<String> words(String text, Analysis analysis) {
    return analysis.words(text).stream()
        .filter(w -> w.content() && !AskingWords.asks(w.text()))
        .map(w -> Ways.stem(w.text()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The terms meant, the surest first.
   *
   * @param asked each word asked, with other words that mean the same
   */
  List<Meant> of(Map<String, Set<String>> asked) {
    Map<Use, Map<String, Double>> said = new LinkedHashMap<>();
    double total = 0;
    List<String> rarestFirst =
        asked.keySet().stream().sorted(Comparator.comparingDouble(w -> -weight(w))).toList();
    for (String word : rarestFirst) {
      double weight = weight(word);
      say(said, word, word, weight);
      for (String same : asked.getOrDefault(word, Set.of())) {
        say(said, word, same, SAME * weight(same));
        weight = uses(word).isEmpty() ? Math.min(weight, weight(same)) : weight;
      }
      total += weight;
    }
    Map<String, Map<String, Double>> byTerm = new HashMap<>();
    Map<String, Double> fit = new HashMap<>();
    for (Map.Entry<Use, Map<String, Double>> use : said.entrySet()) {
      String term = use.getKey().term;
      fit.merge(term, sum(use.getValue()) / use.getKey().weight, Math::max);
      Map<String, Double> words = byTerm.computeIfAbsent(term, t -> new HashMap<>());
      use.getValue().forEach((word, weight) -> words.merge(word, weight, Math::max));
    }
    List<Meant> meant = new ArrayList<>();
    for (Map.Entry<String, Map<String, Double>> term : byTerm.entrySet()) {
      double strength =
          sum(term.getValue())
              / total
              * (0.5 + 0.5 * Math.min(1, fit.getOrDefault(term.getKey(), 0.0)));
      if (term.getValue().size() > 1 && strength >= Weights.PURPOSE) {
        meant.add(new Meant(term.getKey(), strength, term.getValue().keySet()));
      }
    }
    meant.sort(Comparator.comparingDouble(Meant::strength).reversed().thenComparing(Meant::id));
    return meant.stream().limit(MOST).toList();
  }

  /** Notes that uses say a word, in this way; a frequent word alone makes no use worth a look. */
  private void say(Map<Use, Map<String, Double>> said, String word, String way, double weight) {
    List<Use> in = uses(way);
    for (Use use : in) {
      Map<String, Double> words =
          in.size() > FREQUENT ? said.get(use) : said.computeIfAbsent(use, u -> new HashMap<>(4));
      if (words != null) {
        words.merge(word, weight, Math::max);
      }
    }
  }

  private static double sum(Map<String, Double> weights) {
    return weights.values().stream().mapToDouble(w -> w).sum();
  }

  private List<Use> uses(String word) {
    return byWord.getOrDefault(Ways.stem(word), List.of());
  }

  private double weight(String word) {
    return Math.log(1 + (uses + 0.5) / (Math.max(1, uses(word).size()) + 0.5));
  }
}
