package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the terms that a need without a name may mean, by what the glossary says they are for.
 *
 * <p>Each use of a term is a small text, each word of it weighs its inverse frequency among all
 * uses. A term is meant if one of its uses says enough of what is asked.
 */
final class Purposes {
  private static final int MOST = 6;
  private static final double SAME = 0.8;

  /** What a word that no use says still weighs: it is not what tells uses apart. */
  private static final double UNSAID = 0.3;

  private static final int FREQUENT = 100;

  private final List<Use> uses = new ArrayList<>();

  /** The uses that a word stands in. */
  private final Map<String, List<Use>> byWord = new HashMap<>();

  /** One use of a term; {@code number} counts all uses. */
  private record Use(int number, String term, Set<String> words) {}

  /** What all words of each use weigh. */
  private final double[] weights;

  /** How much of each asked word uses of a term say, and the best share of a use that is asked. */
  private static final class Said {
    private final double[] words;
    private double share;

    Said(int words) {
      this.words = new double[words];
    }

    void add(double[] use, double weight) {
      share = Math.max(share, sum(use) / weight);
      for (int n = 0; n < use.length; n++) {
        words[n] = Math.max(words[n], use[n]);
      }
    }

    /** How well the term is what is asked, 0 to 1. */
    double strength(double asked) {
      return sum(words) / asked * (0.5 + 0.5 * Math.min(1, share));
    }

    Set<String> of(List<String> asked) {
      return IntStream.range(0, words.length)
          .filter(n -> words[n] > 0)
          .mapToObj(asked::get)
          .collect(Collectors.toUnmodifiableSet());
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
    for (Map.Entry<String, List<String>> term : glossary.purposes().entrySet()) {
      for (String text : term.getValue()) {
        Use use = new Use(uses.size(), term.getKey(), words(text, analysis));
        use.words.forEach(w -> byWord.computeIfAbsent(w, word -> new ArrayList<>()).add(use));
        uses.add(use);
      }
    }
    weights =
        uses.stream()
            .mapToDouble(use -> use.words.stream().mapToDouble(w -> weight(uses(w))).sum())
            .toArray();
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
   * @param known whether the notes know a term by its id
   */
  List<Meant> of(Map<String, Set<String>> asked, Predicate<String> known) {
    List<String> rarestFirst =
        asked.keySet().stream().sorted(Comparator.comparingDouble(w -> -weight(uses(w)))).toList();
    double[][] said = new double[uses.size()][];
    double total = 0;
    for (int n = 0; n < rarestFirst.size(); n++) {
      List<Use> own = uses(rarestFirst.get(n));
      double weight = weight(own);
      say(said, own, n, asked.size(), weight);
      boolean heard = !own.isEmpty();
      for (String same : asked.getOrDefault(rarestFirst.get(n), Set.of())) {
        List<Use> others = uses(same);
        say(said, others, n, asked.size(), SAME * weight(others));
        weight = own.isEmpty() ? Math.min(weight, weight(others)) : weight;
        heard |= !others.isEmpty();
      }
      total += heard ? weight : UNSAID * weight;
    }
    List<Meant> meant = new ArrayList<>();
    for (Map.Entry<String, Said> term : byTerm(said).entrySet()) {
      double strength = term.getValue().strength(total);
      Set<String> words = strength >= Weights.PURPOSE ? term.getValue().of(rarestFirst) : Set.of();
      if (words.size() > 1 && known.test(term.getKey())) {
        meant.add(new Meant(term.getKey(), strength, words));
      }
    }
    meant.sort(Comparator.comparingDouble(Meant::strength).reversed().thenComparing(Meant::id));
    return meant.stream().limit(MOST).toList();
  }

  /** Notes that uses say the nth word; a frequent word alone makes no use worth a look. */
  private static void say(double[][] said, List<Use> in, int n, int words, double weight) {
    for (Use use : in) {
      double[] by = said[use.number];
      if (by == null && in.size() <= FREQUENT) {
        by = said[use.number] = new double[words];
      }
      if (by != null) {
        by[n] = Math.max(by[n], weight);
      }
    }
  }

  private Map<String, Said> byTerm(double[][] said) {
    Map<String, Said> byTerm = new HashMap<>();
    for (int use = 0; use < said.length; use++) {
      double[] words = said[use];
      if (words != null) {
        byTerm
            .computeIfAbsent(uses.get(use).term, term -> new Said(words.length))
            .add(words, weights[use]);
      }
    }
    return byTerm;
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  private List<Use> uses(String word) {
    return byWord.getOrDefault(Ways.stem(word), List.of());
  }

  /** What a word weighs that stands in these uses. */
  private double weight(List<Use> in) {
    return Math.log(1 + (uses.size() + 0.5) / (Math.max(1, in.size()) + 0.5));
  }
}
