package dev.terakoya.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.LongHeap;

/**
 * Fetches candidates: sections that meet any need, by the best way of each; headings, characters,
 * and neighbours add to it. The sum is what Lucene's queries would say, but taken of {@link
 * Postings}, which are read once.
 */
final class Retrieval {
  private static final int MOST_GRAMS = 60;
  private static final int MOST_PHRASES = 30;

  private final Edition edition;

  /** By document. */
  private final double[] scores;

  /** The best way of one need, by document; 0 again after each need. */
  private final float[] best;

  private Retrieval(Edition edition) {
    this.edition = edition;
    this.scores = new double[edition.getIndexReader().maxDoc()];
    this.best = new float[scores.length];
  }

  /** The sections that answer best, the best first. */
  static List<ScoreDoc> of(QueryReading reading, Edition edition, int most) {
    Retrieval retrieval = new Retrieval(edition);
    for (Need need : reading.needs()) {
      retrieval.add(Fields.WORDS, need, 1);
      retrieval.add(Fields.HEADINGS, need, Weights.HEADINGS);
    }
    Vocabulary vocabulary = edition.vocabulary();
    new LinkedHashSet<>(Fields.grams(reading.query()))
        .stream()
            .limit(MOST_GRAMS)
            .forEach(g -> retrieval.add(vocabulary.postings(Fields.GRAMS, g), Weights.GRAMS));
    List<String> words = reading.words();
    for (int i = 0; i + 1 < Math.min(words.size(), MOST_PHRASES); i++) {
      retrieval.add(vocabulary.neighbours(words.get(i), words.get(i + 1)), Weights.PHRASE);
    }
    return retrieval.top(most);
  }

  private void add(String field, Need need, float worth) {
    List<Postings> ways = new ArrayList<>(need.ways().size());
    for (Need.Way way : need.ways()) {
      boolean sound = Token.isSound(way.word());
      if (!sound || field.equals(Fields.WORDS)) {
        Postings postings = edition.vocabulary().postings(sound ? Fields.SOUND : field, way.word());
        best(postings, (float) way.worth() * worth);
        ways.add(postings);
      }
    }
    for (Postings way : ways) {
      for (int document : way.documents()) {
        scores[document] += best[document];
        best[document] = 0;
      }
    }
  }

  private void best(Postings way, float worth) {
    int[] documents = way.documents();
    for (int i = 0; i < documents.length; i++) {
      best[documents[i]] = Math.max(best[documents[i]], worth * way.shares()[i]);
    }
  }

  private void add(Postings postings, float worth) {
    for (int i = 0; i < postings.documents().length; i++) {
      scores[postings.documents()[i]] += worth * postings.shares()[i];
    }
  }

  /** The best; of two alike the earlier. Each is kept as its score and, below, its place. */
  private List<ScoreDoc> top(int most) {
    LongHeap best = new LongHeap(most);
    for (int document = 0; document < scores.length; document++) {
      float score = (float) scores[document];
      if (score > 0) {
        best.insertWithOverflow(
            (long) Float.floatToIntBits(score) << 32 | (scores.length - document));
      }
    }
    ScoreDoc[] top = new ScoreDoc[best.size()];
    for (int place = top.length - 1; place >= 0; place--) {
      long worst = best.pop();
      float score = Float.intBitsToFloat((int) (worst >>> 32));
      top[place] = new ScoreDoc(scores.length - (int) worst, score);
    }
    return Arrays.asList(top);
  }
}
