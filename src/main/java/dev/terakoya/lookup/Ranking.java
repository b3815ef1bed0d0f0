package dev.terakoya.lookup;

import dev.terakoya.notes.Section;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs candidate sections against what the query asks for.
 *
 * <p>A section's score is the sum of six shares, each between 0 and 1 times its weight: Lucene's
 * BM25 of the whole section; how much of the question its heading says (squared, and less for a
 * heading that says other things too); how much a line defines what is asked; how much the best
 * line says, what the headings already say counting for it; how much section and headings say
 * together; for a comparison, whether a line sets both sides against each other. The sum is cut for
 * a section that lacks a Latin name which is asked for, and for a list of links.
 */
final class Ranking {
  /** Words of sentences that set one thing against another. */
  private static final int[] CONTRASTING =
      Stream.of(
              "違い", "違う", "異なる", "比べる", "比較", "使い分け", "使い分ける", "選び方", "一方", "対する", "差", "反面", "逆",
              "unlike", "whereas", "while", "than")
          .mapToInt(Passage::hash)
          .sorted()
          .toArray();

  /** Words of headings that add nothing to the name they introduce. */
  private static final int[] INTRODUCING =
      Stream.of("概要", "特徴", "基本", "基礎", "はじめ", "入門", "overview", "introduction", "basics")
          .mapToInt(Passage::hash)
          .sorted()
          .toArray();

  /** Words of headings above lists of links, which answer nothing themselves. */
  private static final int[] POINTING =
      Stream.of(
              "文献",
              "参考",
              "資料",
              "参照",
              "関連",
              "リンク",
              "記事",
              "目次",
              "サイト",
              "references",
              "reference",
              "links",
              "link",
              "contents",
              "see",
              "also",
              "further",
              "reading",
              "url",
              "urls")
          .mapToInt(Passage::hash)
          .sorted()
          .toArray();

  private final QueryReading query;
  private final List<Need> needs;
  private final double[] weights;
  private final double total;

  /** Hashes of all words that meet some need, and how well each meets each need. */
  private final int[] ways;

  private final double[][] worths;

  /**
   * Where among the ways a word is, counted from 1, at its last bits or the next free place: most
   * words of the notes are none, which is told at a glance.
   */
  private final int[] places;

  /** What words say that meet no need. */
  private final double[] nothing;

  Ranking(QueryReading query) {
    this.query = query;
    this.needs = query.needs();
    this.weights = needs.stream().mapToDouble(Need::weight).toArray();
    this.total = Math.max(query.weight(), 1e-9);
    this.nothing = new double[needs.size()];
    Map<Integer, double[]> worth = new HashMap<>();
    for (int i = 0; i < nothing.length; i++) {
      for (Need.Way way : needs.get(i).ways()) {
        double[] met = worth.computeIfAbsent(way.hash(), hash -> new double[nothing.length]);
        met[i] = Math.max(met[i], way.worth());
      }
    }
    this.ways = worth.keySet().stream().mapToInt(hash -> hash).toArray();
    this.worths = worth.values().toArray(double[][]::new);
    this.places = new int[Integer.highestOneBit(8 * ways.length + 1)];
    for (int way = 0; way < ways.length; way++) {
      int at = ways[way];
      while (places[at & (places.length - 1)] != 0) {
        at++;
      }
      places[at & (places.length - 1)] = way + 1;
    }
  }

  /** How well a set of words meets each need, 0 to 1. */
  private double[] met(int[] words) {
    return met(words, 0, words.length);
  }

  private double[] met(Rows rows, int n) {
    return met(rows.words(), rows.from(n), rows.to(n));
  }

  private double[] met(int[] words, int from, int to) {
    double[] met = nothing;
    for (int i = from; i < to; i++) {
      int way = way(words[i]);
      if (way >= 0) {
        met = isNothing(met) ? worths[way].clone() : best(met, worths[way]);
      }
    }
    return met;
  }

  /** Which of the ways a word is; negative for none. */
  private int way(int word) {
    for (int at = word; ; at++) {
      int place = places[at & (places.length - 1)] - 1;
      if (place < 0 || ways[place] == word) {
        return place;
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // most lines share it
  private boolean isNothing(double[] met) {
    return met == nothing;
  }

  /** Makes each number the greater of two. */
  private static double[] best(double[] met, double[] other) {
    for (int i = 0; i < met.length; i++) {
      met[i] = Math.max(met[i], other[i]);
    }
    return met;
  }

  /**
   * A candidate weighed.
   *
   * @param line index of the line that answers best, -1 where the heading alone answers
   * @param cover share of the question that section and headings meet
   */
  record Weighed(Candidate candidate, double score, double cover, double heading, int line) {}

  /** Weighs one candidate; {@code text} is Lucene's score relative to the best. */
  Weighed weigh(Candidate candidate, double text) {
    Passage passage = candidate.passage();
    double[][] lines = new double[passage.lines().count()][];
    double[] context = context(passage);
    double[] met = context.clone();
    double heading = share(met(passage.heading()));
    double headingExact =
        heading * exactness(passage.headingUnits(), 0, passage.headingUnits().length);
    double best = 0;
    double definition = headingExact;
    double contrast = 0;
    int line = -1;
    for (int n = 0; n < lines.length; n++) {
      lines[n] = met(passage.lines(), n);
      if (isNothing(lines[n]) && passage.lines().length(n) > 0) {
        continue;
      }
      best(met, lines[n]);
      double defines = defines(passage.terms(), n);
      double against = contrast(passage.lines(), n, lines[n], context);
      double score = line(passage, n, lines, context) + 0.5 * defines + against;
      definition = Math.max(definition, defines);
      contrast = Math.max(contrast, against);
      if (score > best + 1e-9) {
        best = score;
        line = n;
      }
    }
    if (compares(passage.heading(), met)) {
      contrast = 1;
      line = -1;
    }
    double cover = weightOf(met) / total;
    double score =
        Weights.TEXT * text
            + Weights.HEADING * heading * (0.4 * heading + 0.6 * headingExact)
            + Weights.DEFINITION * definition
            + Weights.LINE * Math.min(1, Math.max(best, heading))
            + Weights.CONTRAST * contrast
            + Weights.SECTION * cover * cover;
    boolean points = passage.headingUnits().length > 0 && only(POINTING, passage.headingUnits());
    return new Weighed(
        candidate, score * present(met) * (points ? Weights.POINTING : 1), cover, heading, line);
  }

  /** Less than 1 where a section does not have a name that the query says and the notes know. */
  private double present(double[] met) {
    double present = 1;
    for (int i = 0; i < met.length && !query.comparison(); i++) {
      if (needs.get(i).isKnownName() && met[i] == 0) {
        present = Weights.WITHOUT_NAME;
      }
    }
    return present;
  }

  private static boolean only(int[] known, int[] words) {
    for (int word : words) {
      if (!Passage.has(known, word)) {
        return false;
      }
    }
    return true;
  }

  /**
   * 1 for a line that says how the sides of a comparison differ and names all of them, or all but
   * the one that it stands under.
   */
  private double contrast(Rows lines, int n, double[] met, double[] context) {
    if (!query.comparison() || !contrasts(lines.words(), lines.from(n), lines.to(n))) {
      return 0;
    }
    boolean one = false;
    for (int i = 0; i < context.length; i++) {
      if (needs.get(i).named() && met[i] == 0 && context[i] == 0) {
        return 0;
      }
      one |= needs.get(i).named() && met[i] > 0;
    }
    return one ? 1 : 0;
  }

  private static boolean contrasts(int[] words, int from, int to) {
    return Arrays.stream(words, from, to).anyMatch(word -> Passage.has(CONTRASTING, word));
  }

  /** Whether a heading promises a comparison and the section names every side. */
  private boolean compares(int[] heading, double[] met) {
    for (int i = 0; i < met.length && query.comparison(); i++) {
      if (needs.get(i).named() && met[i] == 0) {
        return false;
      }
    }
    return query.comparison() && contrasts(heading, 0, heading.length);
  }

  /** How well the headings meet each need. */
  private double[] context(Passage passage) {
    double[] context = met(passage.ancestors()).clone();
    for (int i = 0; i < context.length; i++) {
      context[i] *= Weights.ABOVE;
    }
    return best(context, met(passage.heading()));
  }

  /**
   * What a line says itself, half; what it says together with the lines and headings it stands
   * under, half. A long line says much by chance and counts for less.
   */
  private double line(Passage passage, int n, double[][] lines, double[] context) {
    if (isNothing(lines[n])) {
      return 0;
    }
    double direct = 0;
    double together = 0;
    for (int i = 0; i < context.length; i++) {
      double above = Weights.ABOVE * context[i];
      for (int p = passage.parents()[n];
          p >= 0 && above < Weights.ABOVE;
          p = passage.parents()[p]) {
        above = Math.max(above, Weights.ABOVE * lines[p][i]);
      }
      direct += weights[i] * lines[n][i];
      together += weights[i] * Math.max(lines[n][i], above);
    }
    double brief = Math.min(1, Weights.BRIEF / passage.lines().length(n));
    return direct == 0
        ? 0
        : (Weights.LONG_LINE + (1 - Weights.LONG_LINE) * brief)
            * (0.5 * direct + 0.5 * together)
            / total;
  }

  private double defines(Rows terms, int n) {
    double[] met = met(terms, n);
    return isNothing(met) ? 0 : share(met) * exactness(terms.words(), terms.from(n), terms.to(n));
  }

  /** The share of the question that words say; of a comparison one side alone says much. */
  private double share(double[] met) {
    double side = 0;
    for (int i = 0; i < met.length && query.comparison(); i++) {
      side = Math.max(side, needs.get(i).named() ? Weights.SIDE * met[i] : 0);
    }
    return Math.max(weightOf(met) / total, side);
  }

  private double weightOf(double[] met) {
    double weight = 0;
    for (int i = 0; i < met.length; i++) {
      weight += weights[i] * met[i];
    }
    return weight;
  }

  /** The share of the words that the query asks for, those that only introduce not counted. */
  private double exactness(int[] words, int from, int to) {
    int asked = 0;
    int counted = 0;
    for (int i = from; i < to; i++) {
      boolean met = way(words[i]) >= 0;
      asked += met ? 1 : 0;
      counted += met || !Passage.has(INTRODUCING, words[i]) ? 1 : 0;
    }
    return counted == 0 ? 0 : (double) asked / counted;
  }

  /** The lines that answer, where the heading does not already say that the whole section does. */
  @Nullable Focus focus(Weighed weighed) {
    Passage passage = weighed.candidate().passage();
    Section section = weighed.candidate().section();
    int first = section.source().from() + section.headingLines();
    int from =
        query.comparison() && weighed.line() >= 0 && weighed.heading() > 0.4
            ? firstLine(weighed)
            : weighed.line();
    if (from < 0 || weighed.heading() > 0.95) {
      return null;
    }
    int to = from;
    while (to + 1 < passage.lines().count() && passage.isUnder(to + 1, from)) {
      to++;
    }
    return new Focus(first + from, first + to);
  }

  /**
   * Of a section about one side of a comparison the line that says what that side is: its first,
   * unless one contrasts.
   */
  private int firstLine(Weighed weighed) {
    Rows lines = weighed.candidate().passage().lines();
    int best = weighed.line();
    double[] context = context(weighed.candidate().passage());
    if (contrast(lines, best, met(lines, best), context) > 0) {
      return weighed.line();
    }
    for (int n = 0; n < lines.count(); n++) {
      if (lines.length(n) > 0) {
        return n;
      }
    }
    return -1;
  }
}
