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

  /** The ids of the terms. */
  private final List<String> terms;

  /** For each use, which of the terms it is one of. */
  private final int[] owners;

  /** What all words of each use weigh. */
  private final double[] weights;

  /** By their stems. */
  private final Map<String, Word> words = new HashMap<>();

  /** A word that no use says. */
  private final Word unsaid;

  /**
   * A word.
   *
   * @param uses those that say it
   * @param weight the more the fewer say it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Word(int[] uses, double weight) {}

  /** How much of each asked word uses of a term say, and the best share of a use that is asked. */
  private static final class Said {
    private final String id;
    private final double[] words;
    private double share;

    Said(String id, int words) {
      this.id = id;
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

    Set<String> of(List<Asked> asked) {
      return IntStream.range(0, words.length)
          .filter(n -> words[n] > 0)
          .mapToObj(n -> asked.get(n).word)
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
    terms = List.copyOf(glossary.purposes().keySet());
    List<Integer> owned = new ArrayList<>();
    List<Set<String>> said = new ArrayList<>();
    Map<String, IntStream.Builder> saying = new HashMap<>();
    for (int term = 0; term < terms.size(); term++) {
      for (String use : glossary.purposes().getOrDefault(terms.get(term), List.of())) {
        int number = said.size();
        owned.add(term);
        said.add(words(use, analysis));
        said.getLast()
            .forEach(w -> saying.computeIfAbsent(w, word -> IntStream.builder()).add(number));
      }
    }
    owners = owned.stream().mapToInt(Integer::intValue).toArray();
    saying.forEach((stem, uses) -> words.put(stem, word(uses.build().toArray())));
    unsaid = word(new int[0]);
    weights =
        said.stream()
            .mapToDouble(use -> use.stream().mapToDouble(w -> said(w).weight()).sum())
            .toArray();
  }

  private Word word(int[] uses) {
    return new Word(uses, Math.log(1 + (owners.length + 0.5) / (Math.max(1, uses.length) + 0.5)));
  }

  private Word said(String word) {
    return words.getOrDefault(Ways.stem(word), unsaid);
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
    List<Asked> rarestFirst = new ArrayList<>();
    asked.forEach((word, same) -> rarestFirst.add(new Asked(word, said(word), same)));
    rarestFirst.sort(Comparator.comparingDouble((Asked a) -> a.own.weight).reversed());
    Tally tally = new Tally(asked.size());
    double total = 0;
    for (int n = 0; n < rarestFirst.size(); n++) {
      Word own = rarestFirst.get(n).own;
      double weight = own.weight;
      tally.say(own, n, weight);
      boolean heard = own.uses.length > 0;
      for (String other : rarestFirst.get(n).same) {
        Word same = said(other);
        tally.say(same, n, SAME * same.weight);
        weight = own.uses.length == 0 ? Math.min(weight, same.weight) : weight;
        heard |= same.uses.length > 0;
      }
      total += heard ? weight : UNSAID * weight;
    }
    List<Meant> meant = new ArrayList<>();
    for (Said term : tally.byTerm()) {
      double strength = term.strength(total);
      Set<String> words = strength >= Weights.PURPOSE ? term.of(rarestFirst) : Set.of();
      if (words.size() > 1 && known.test(term.id)) {
        meant.add(new Meant(term.id, strength, words));
      }
    }
    meant.sort(Comparator.comparingDouble(Meant::strength).reversed().thenComparing(Meant::id));
    return meant.stream().limit(MOST).toList();
  }

  /** A word asked, as uses say it, and other words that mean the same. */
  private record Asked(String word, Word own, Set<String> same) {}

  /** How well uses say each of so many words. */
  private final class Tally {
    private final int count;
    private final double[][] said = new double[owners.length][];
    private final List<Integer> saying = new ArrayList<>();

    Tally(int count) {
      this.count = count;
    }

    /** Notes that uses say the nth word; a frequent word alone makes no use worth a look. */
    void say(Word word, int n, double weight) {
      for (int use : word.uses) {
        double[] by = said[use];
        if (by == null && word.uses.length <= FREQUENT) {
          by = said[use] = new double[count];
          saying.add(use);
        }
        if (by != null) {
          by[n] = Math.max(by[n], weight);
        }
      }
    }

    List<Said> byTerm() {
      List<Said> byTerm = new ArrayList<>();
      Said[] all = new Said[terms.size()];
      for (int use : saying) {
        Said term = all[owners[use]];
        if (term == null) {
          term = all[owners[use]] = new Said(terms.get(owners[use]), count);
          byTerm.add(term);
        }
        term.add(said[use], weights[use]);
      }
      return byTerm;
    }
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
