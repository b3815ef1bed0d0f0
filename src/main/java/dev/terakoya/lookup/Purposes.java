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
    List<Asked> rarestFirst =
        asked.keySet().stream()
            .map(this::asked)
            .sorted(Comparator.comparingDouble(Asked::weight).reversed())
            .toList();
    List<String> askedWords = rarestFirst.stream().map(Asked::word).toList();
    Tally tally = new Tally(asked.size());
    double total = 0;
    for (int n = 0; n < rarestFirst.size(); n++) {
      List<Use> own = rarestFirst.get(n).in();
      double weight = rarestFirst.get(n).weight();
      tally.say(own, n, weight);
      boolean heard = !own.isEmpty();
      for (String word : asked.getOrDefault(rarestFirst.get(n).word(), Set.of())) {
        Asked same = asked(word);
        tally.say(same.in(), n, SAME * same.weight());
        weight = own.isEmpty() ? Math.min(weight, same.weight()) : weight;
        heard |= !same.in().isEmpty();
      }
      total += heard ? weight : UNSAID * weight;
    }
    List<Meant> meant = new ArrayList<>();
    for (Map.Entry<String, Said> term : tally.byTerm().entrySet()) {
      double strength = term.getValue().strength(total);
      Set<String> words = strength >= Weights.PURPOSE ? term.getValue().of(askedWords) : Set.of();
      if (words.size() > 1 && known.test(term.getKey())) {
        meant.add(new Meant(term.getKey(), strength, words));
      }
    }
    meant.sort(Comparator.comparingDouble(Meant::strength).reversed().thenComparing(Meant::id));
    return meant.stream().limit(MOST).toList();
  }

  /** How well uses say each of so many words. */
  private final class Tally {
    private final int words;
    private final double[][] said = new double[uses.size()][];
    private final List<Use> saying = new ArrayList<>();

    Tally(int words) {
      this.words = words;
    }

    /** Notes that uses say the nth word; a frequent word alone makes no use worth a look. */
    void say(List<Use> in, int n, double weight) {
      for (Use use : in) {
        double[] by = said[use.number];
        if (by == null && in.size() <= FREQUENT) {
          by = said[use.number] = new double[words];
          saying.add(use);
        }
        if (by != null) {
          by[n] = Math.max(by[n], weight);
        }
      }
    }

    Map<String, Said> byTerm() {
      Map<String, Said> byTerm = new HashMap<>();
      for (Use use : saying) {
        byTerm
            .computeIfAbsent(use.term, term -> new Said(words))
            .add(said[use.number], weights[use.number]);
      }
      return byTerm;
    }
  }

  /** A word asked, the uses that say it, and what it weighs. */
  private record Asked(String word, List<Use> in, double weight) {}

  private Asked asked(String word) {
    List<Use> in = uses(word);
    return new Asked(word, in, weight(in));
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
