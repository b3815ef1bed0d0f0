package dev.terakoya.lookup;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs candidate sections against what the query asks for.
 *
 * <p>A section's score is the sum of six shares, each between 0 and 1 times its weight: Lucene's
 * BM25 of the whole section; how much of the question its heading says (squared, and less for a
 * heading that says other things too); how much a line defines what is asked; how much the best
 * line says, what the headings already say counting for it; how much section and headings say
 * together; for a comparison, whether a line sets both sides against each other.
 */
final class Ranking {
  /** Words of sentences that set one thing against another. */
  private static final List<Integer> CONTRASTING =
      Stream.of(
              "違い", "違う", "異なる", "比べる", "比較", "使い分け", "使い分ける", "選び方", "一方", "対する", "差", "反面", "逆",
              "unlike", "whereas", "while", "than")
          .map(Passage::hash)
          .toList();

  /** Words of headings that add nothing to the name they introduce. */
  private static final List<Integer> INTRODUCING =
      Stream.of("概要", "特徴", "基本", "基礎", "はじめ", "入門", "overview", "introduction", "basics")
          .map(Passage::hash)
          .toList();

  private final QueryReading query;
  private final double total;

  /** Hashes of all words that meet some need. */
  private final int[] ways;

  Ranking(QueryReading query) {
    this.query = query;
    this.ways =
        query.needs().stream()
            .flatMap(need -> need.ways().stream())
            .mapToInt(Need.Way::hash)
            .sorted()
            .distinct()
            .toArray();
    this.total = Math.max(query.weight(), 1e-9);
  }

  /**
   * A candidate weighed.
   *
   * @param document the section's document
   * @param line index of the line that answers best, -1 where the heading alone answers
   * @param cover share of the question that section and headings meet
   */
  record Weighed(
      int document, Passage passage, double score, double cover, double heading, int line) {}

  /** Weighs one candidate; {@code text} is Lucene's score relative to the best. */
  Weighed weigh(int document, Passage passage, double text) {
    double[] context = context(passage);
    double heading = share(passage.heading());
    double headingExact = heading * exactness(passage.headingUnits());
    double[] met = context.clone();
    double best = 0;
    double definition = headingExact;
    double contrast = 0;
    int line = -1;
    for (int n = 0; n < passage.lines().length; n++) {
      double defines = defines(passage.terms()[n]);
      double against = contrast(passage.lines()[n], context);
      double score = line(passage, n, context, met) + 0.5 * defines + against;
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
    return new Weighed(document, passage, score, cover, heading, line);
  }

  /**
   * 1 for a line that says how the sides of a comparison differ and names all of them, or all but
   * the one that it stands under.
   */
  private double contrast(int[] words, double[] context) {
    if (!query.comparison() || CONTRASTING.stream().noneMatch(c -> Passage.has(words, c))) {
      return 0;
    }
    boolean one = false;
    for (int i = 0; i < context.length; i++) {
      Need need = query.needs().get(i);
      boolean met = need.metBy(words) > 0;
      if (need.named() && !met && context[i] == 0) {
        return 0;
      }
      one |= need.named() && met;
    }
    return one ? 1 : 0;
  }

  /** Whether a heading promises a comparison and the section names every side. */
  private boolean compares(int[] heading, double[] met) {
    for (int i = 0; i < met.length; i++) {
      if (query.needs().get(i).named() && met[i] == 0) {
        return false;
      }
    }
    return query.comparison() && CONTRASTING.stream().anyMatch(c -> Passage.has(heading, c));
  }

  private double[] context(Passage passage) {
    double[] context = new double[query.needs().size()];
    for (int i = 0; i < context.length; i++) {
      Need need = query.needs().get(i);
      context[i] =
          Math.max(need.metBy(passage.heading()), Weights.ABOVE * need.metBy(passage.ancestors()));
    }
    return context;
  }

  /**
   * What a line says itself, half; what it says together with the lines and headings it stands
   * under, half. A long line says much by chance and counts for less.
   */
  private double line(Passage passage, int n, double[] context, double[] met) {
    double direct = 0;
    double together = 0;
    for (int i = 0; i < context.length; i++) {
      Need need = query.needs().get(i);
      double m = need.metBy(passage.lines()[n]);
      met[i] = Math.max(met[i], m);
      double above = Weights.ABOVE * context[i];
      for (int p = passage.parents()[n];
          p >= 0 && above < Weights.ABOVE;
          p = passage.parents()[p]) {
        above = Math.max(above, Weights.ABOVE * need.metBy(passage.lines()[p]));
      }
      direct += need.weight() * m;
      together += need.weight() * Math.max(m, above);
    }
    double brief = Math.min(1, Weights.BRIEF / passage.lines()[n].length);
    return direct == 0
        ? 0
        : (Weights.LONG_LINE + (1 - Weights.LONG_LINE) * brief)
            * (0.5 * direct + 0.5 * together)
            / total;
  }

  private double defines(int[] term) {
    return term.length == 0 ? 0 : share(term) * exactness(term);
  }

  /** The share of the question that words say; of a comparison one side alone says much. */
  private double share(int[] words) {
    double weight = 0;
    double side = 0;
    for (int i = 0; i < query.needs().size() && words.length > 0; i++) {
      Need need = query.needs().get(i);
      double met = need.metBy(words);
      weight += need.weight() * met;
      side = Math.max(side, query.comparison() && need.named() ? Weights.SIDE * met : 0);
    }
    return Math.max(weight / total, side);
  }

  private double weightOf(double[] met) {
    double weight = 0;
    for (int i = 0; i < met.length; i++) {
      weight += query.needs().get(i).weight() * met[i];
    }
    return weight;
  }

  /** The share of the words that the query asks for, those that only introduce not counted. */
  private double exactness(int[] words) {
    int asked = 0;
    int counted = 0;
    for (int word : words) {
      boolean met = Passage.has(ways, word);
      asked += met ? 1 : 0;
      counted += met || !INTRODUCING.contains(word) ? 1 : 0;
    }
    return counted == 0 ? 0 : (double) asked / counted;
  }

  /**
   * The lines that answer, where the heading does not already say that the whole section does.
   *
   * @param first the file's line of the section's first line under the heading
   */
  @Nullable Focus focus(Weighed weighed, int first) {
    int from =
        query.comparison() && weighed.line() >= 0 && weighed.heading() > 0.4
            ? firstLine(weighed)
            : weighed.line();
    if (from < 0 || weighed.heading() > 0.95) {
      return null;
    }
    int to = from;
    while (to + 1 < weighed.passage().lines().length && weighed.passage().isUnder(to + 1, from)) {
      to++;
    }
    return new Focus(first + from, first + to);
  }

  /**
   * Of a section about one side of a comparison the line that says what that side is: its first,
   * unless one contrasts.
   */
  private int firstLine(Weighed weighed) {
    int[][] lines = weighed.passage().lines();
    if (weighed.line() >= 0 && contrast(lines[weighed.line()], context(weighed.passage())) > 0) {
      return weighed.line();
    }
    for (int n = 0; n < lines.length; n++) {
      if (lines[n].length > 0) {
        return n;
      }
    }
    return -1;
  }
}
