package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Pack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private static final String PACK = "purposes";

  /** The ids of the terms. */
  private final List<String> terms;

  /** For each use, which of the terms it is one of; those of a term stand together. */
  private final int[] owners;

  /** For each term, and one past the last, its first use. */
  private final int[] firsts;

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

  /** How well the uses of a term say each of so many words. */
  private final class Said {
    private final int term;
    private final double[] words;
    private final double[][] uses;

    Said(int term, int words) {
      this.term = term;
      this.words = new double[words];
      this.uses = new double[firsts[term + 1] - firsts[term]][];
    }

    /** Notes that a use says the nth word; a frequent word alone makes no use worth a look. */
    void say(int use, int n, double weight, boolean frequent) {
      double[] said = uses[use - firsts[term]];
      if (said == null && !frequent) {
        said = uses[use - firsts[term]] = new double[words.length];
      }
      if (said != null) {
        said[n] = Math.max(said[n], weight);
        words[n] = Math.max(words[n], weight);
      }
    }

    /** How well the term is what is asked, 0 to 1: all its uses together, and one alone. */
    double strength(double asked) {
      double share = 0;
      for (int n = 0; n < uses.length; n++) {
        share = uses[n] == null ? share : Math.max(share, sum(uses[n]) / weights[firsts[term] + n]);
      }
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

  /**
   * What the terms of a glossary are for; what comes with the program is read as the build packed
   * it, for to cut all its uses into words takes a quarter of a second.
   */
  static Purposes of(Glossary glossary) {
    return glossary.hasBundledPurposesOnly()
        ? Pack.read(Purposes.class, PACK, Purposes::unpacked, () -> cut(glossary))
        : cut(glossary);
  }

  /** The same, with each use cut into words now. */
  static Purposes cut(Glossary glossary) {
    Analysis analysis = new Analysis();
    List<String> terms = glossary.purposes().keySet().stream().sorted().toList();
    int[] firsts = new int[terms.size() + 1];
    Map<String, IntStream.Builder> saying = new TreeMap<>();
    int use = 0;
    for (int term = 0; term < terms.size(); term++) {
      for (String text : glossary.purposes().getOrDefault(terms.get(term), List.of())) {
        for (String word : words(text, analysis)) {
          saying.computeIfAbsent(word, w -> IntStream.builder()).add(use);
        }
        use++;
      }
      firsts[term + 1] = use;
    }
    Map<String, int[]> uses = new LinkedHashMap<>();
    saying.forEach((word, all) -> uses.put(word, all.build().toArray()));
    return new Purposes(terms, firsts, uses);
  }

  /**
   * Takes what is known.
   *
   * @param firsts for each term, and one past the last, its first use
   * @param saying by stems, the uses that say them
   */
  private Purposes(List<String> terms, int[] firsts, Map<String, int[]> saying) {
    this.terms = terms;
    this.firsts = firsts;
    owners = new int[firsts[terms.size()]];
    for (int term = 0; term < terms.size(); term++) {
      Arrays.fill(owners, firsts[term], firsts[term + 1], term);
    }
    saying.forEach((stem, uses) -> words.put(stem, word(uses)));
    unsaid = word(new int[0]);
    weights = new double[owners.length];
    words.forEach((stem, word) -> {
      for (int use : word.uses) {
        weights[use] += said(stem).weight;
      }
    });
  }

  private static Purposes unpacked(Pack pack) {
    List<String> terms = pack.texts();
    int[] firsts = pack.numbers();
    Map<String, int[]> saying = new LinkedHashMap<>();
    pack.list(() -> saying.put(pack.text(), pack.numbers()));
    return new Purposes(terms, firsts, saying);
  }

  /**
   * Packs what comes with the program, and its names as they sound; the build calls it.
   *
   * @param args where the classes are
   * @throws IOException if that is no place to write to
   */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    Glossary glossary = Glossary.bundled();
    Corrections.pack(glossary, classes);
    Purposes purposes = cut(glossary);
    Pack.write(
        classes,
        Purposes.class,
        PACK,
        pack -> {
          pack.texts(purposes.terms);
          pack.numbers(purposes.firsts);
          pack.list(
              new TreeMap<>(purposes.words).entrySet(),
              word -> {
                pack.text(word.getKey());
                pack.numbers(word.getValue().uses);
              });
        });
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
    Said[] said = new Said[terms.size()];
    double total = 0;
    for (int n = 0; n < rarestFirst.size(); n++) {
      Word own = rarestFirst.get(n).own;
      double weight = own.weight;
      say(own, n, weight, said, asked.size());
      boolean heard = own.uses.length > 0;
      for (String other : rarestFirst.get(n).same) {
        Word same = said(other);
        say(same, n, SAME * same.weight, said, asked.size());
        weight = own.uses.length == 0 ? Math.min(weight, same.weight) : weight;
        heard |= same.uses.length > 0;
      }
      total += heard ? weight : UNSAID * weight;
    }
    List<Meant> meant = new ArrayList<>();
    for (Said term : said) {
      double strength = term == null ? 0 : term.strength(total);
      Set<String> words = strength >= Weights.PURPOSE ? term.of(rarestFirst) : Set.of();
      if (words.size() > 1 && known.test(terms.get(term.term))) {
        meant.add(new Meant(terms.get(term.term), strength, words));
      }
    }
    meant.sort(Comparator.comparingDouble(Meant::strength).reversed().thenComparing(Meant::id));
    return meant.stream().limit(MOST).toList();
  }

  /** A word asked, as uses say it, and other words that mean the same. */
  private record Asked(String word, Word own, Set<String> same) {}

  /** Notes that uses say the nth of so many words. */
  private void say(Word word, int n, double weight, Said[] said, int words) {
    boolean frequent = word.uses.length > FREQUENT;
    for (int use : word.uses) {
      Said term = said[owners[use]];
      if (term == null && !frequent) {
        term = said[owners[use]] = new Said(owners[use], words);
      }
      if (term != null) {
        term.say(use, n, weight, frequent);
      }
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
