package dev.terakoya.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Fetches candidates: sections that meet any need, by the best way of each; headings, characters,
 * and neighbours add to it. The sum is what Lucene's queries would say; words are summed up here,
 * from {@link Postings} that are read once, and only phrases are left to Lucene.
 */
final class Retrieval {
  private static final int MOST_GRAMS = 60;
  private static final int MOST_PHRASES = 30;

  /** The one to give way first: the worse, of two alike the later. */
  private static final Comparator<ScoreDoc> WORST_FIRST =
      Comparator.comparingDouble((ScoreDoc found) -> found.score)
          .thenComparingInt(found -> -found.doc);

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
  static List<ScoreDoc> of(QueryReading reading, Edition edition, int most) throws IOException {
    Retrieval retrieval = new Retrieval(edition);
    for (Need need : reading.needs()) {
      retrieval.add(Fields.WORDS, need, 1);
      retrieval.add(Fields.HEADINGS, need, Weights.HEADINGS);
    }
    new LinkedHashSet<>(Fields.grams(reading.query()))
        .stream().limit(MOST_GRAMS).forEach(retrieval::addGram);
    for (int i = 0; i + 1 < Math.min(reading.words().size(), MOST_PHRASES); i++) {
      retrieval.addPhrase(reading.words().get(i), reading.words().get(i + 1));
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

  private void addGram(String gram) {
    Postings postings = edition.vocabulary().postings(Fields.GRAMS, gram);
    for (int i = 0; i < postings.documents().length; i++) {
      scores[postings.documents()[i]] += Weights.GRAMS * postings.shares()[i];
    }
  }

  private void addPhrase(String first, String second) throws IOException {
    Vocabulary vocabulary = edition.vocabulary();
    if (vocabulary.sections(Fields.WORDS, first) == 0
        || vocabulary.sections(Fields.WORDS, second) == 0) {
      return;
    }
    Query phrase =
        edition.rewrite(new PhraseQuery(Weights.PHRASE_SLOP, Fields.WORDS, first, second));
    Weight weight = edition.createWeight(phrase, ScoreMode.COMPLETE, Weights.PHRASE);
    for (LeafReaderContext leaf : edition.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      while (scorer != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(found.docID())) {
          scores[leaf.docBase + found.docID()] += scorer.score();
        }
      }
    }
  }

  private List<ScoreDoc> top(int most) {
    PriorityQueue<ScoreDoc> top = new PriorityQueue<>(most + 1, WORST_FIRST);
    for (int document = 0; document < scores.length; document++) {
      float score = (float) scores[document];
      if (score > 0 && (top.size() < most || score > top.element().score)) {
        top.add(new ScoreDoc(document, score));
        if (top.size() > most) {
          top.remove();
        }
      }
    }
    return top.stream().sorted(WORST_FIRST.reversed()).toList();
  }
}
