package dev.terakoya.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Where a word stands, and what it says there.
 *
 * @param sections in how many sections, those counted that were deleted lately
 * @param documents in their order
 * @param shares for each of them the word's share in its score, as Lucene's similarity says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Postings(int sections, int[] documents, float[] shares) {
  static final Postings NONE = new Postings(0, new int[0], new float[0]);

  static Postings of(Term word, IndexSearcher searcher) throws IOException {
    int sections = 0;
    long times = 0;
    Map<LeafReaderContext, PostingsEnum> found = new LinkedHashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(word.field());
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      if (each.seekExact(word.bytes())) {
        sections += each.docFreq();
        times += Math.max(each.docFreq(), each.totalTermFreq());
        found.put(leaf, each.postings(null, PostingsEnum.FREQS));
      }
    }
    if (sections == 0) {
      return NONE;
    }
    Similarity.SimScorer scorer =
        searcher
            .getSimilarity()
            .scorer(
                1,
                searcher.collectionStatistics(word.field()),
                searcher.termStatistics(word, sections, times));
    int[] documents = new int[sections];
    float[] shares = new float[sections];
    int count = 0;
    for (Map.Entry<LeafReaderContext, PostingsEnum> one : found.entrySet()) {
      LeafReaderContext leaf = one.getKey();
      Bits live = leaf.reader().getLiveDocs();
      NumericDocValues lengths = leaf.reader().getNormValues(word.field());
      PostingsEnum each = one.getValue();
      while (each.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        if (live == null || live.get(each.docID())) {
          documents[count] = leaf.docBase + each.docID();
          shares[count++] = scorer.score(each.freq(), length(lengths, each.docID()));
        }
      }
    }
    return count == sections
        ? new Postings(sections, documents, shares)
        : new Postings(sections, Arrays.copyOf(documents, count), Arrays.copyOf(shares, count));
  }

  /** Where a query is met, and Lucene's score there. */
  static Postings of(Query query, IndexSearcher searcher) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    List<ScoreDoc> met = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator each = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      while (scorer != null && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(each.docID())) {
          met.add(new ScoreDoc(leaf.docBase + each.docID(), scorer.score()));
        }
      }
    }
    float[] shares = new float[met.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = met.get(i).score;
    }
    return new Postings(shares.length, met.stream().mapToInt(d -> d.doc).toArray(), shares);
  }

  private static long length(@Nullable NumericDocValues lengths, int document) throws IOException {
    return lengths != null && lengths.advanceExact(document) ? lengths.longValue() : 1;
  }
}
