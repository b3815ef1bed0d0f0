package dev.terakoya.lookup;

import dev.terakoya.quiz.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The words that the notes use. */
final class Vocabulary {
  private static final int LONGEST = 60;
  private static final int MOST_BYTES = 4;

  /** How many words of a field are known by heart; then all are forgotten. */
  private static final int KNOWN = 10_000;

  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final Map<String, Map<String, TermStates>> known = new ConcurrentHashMap<>();

  Vocabulary(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
  }

  /** In how many sections a word stands. */
  int sections(String field, String word) {
    return states(field, word).docFreq();
  }

  /** Where the index keeps a word; looked up once, for most queries ask for the same few. */
  private TermStates states(String field, String word) {
    Map<String, TermStates> words = known.computeIfAbsent(field, f -> new ConcurrentHashMap<>());
    TermStates states = words.get(word);
    if (states == null) {
      try {
        states = TermStates.build(searcher, new Term(field, word), true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (words.size() >= KNOWN) {
        words.clear();
      }
      words.put(word, states);
    }
    return states;
  }

  /** A query for a word; none if the notes do not have it. */
  @Nullable TermQuery query(String field, String word) {
    TermStates states = states(field, word);
    return states.docFreq() == 0 ? null : new TermQuery(new Term(field, word), states);
  }

  /** How much a word tells: BM25's inverse document frequency. */
  double weight(int sections) {
    return Math.log(1 + (reader.numDocs() - sections + 0.5) / (sections + 0.5));
  }

  /** Words that begin so, the most frequent first. */
  List<String> beginningWith(String field, String prefix, int most) {
    Map<String, Integer> found = new HashMap<>();
    each(
        field,
        prefix,
        words -> {
          found.put(words.term().utf8ToString(), words.docFreq());
          return found.size() < 200;
        });
    return mostFrequent(found, most);
  }

  /**
   * Words within so many slips (letters wrong, missing, too many, exchanged), the same first
   * letter; nearest first. Looks at every word with that letter, but closely only at those about as
   * long: in a vocabulary of 100,000 some milliseconds, and never more.
   */
  List<String> near(String field, String word, int slips, int most) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return List.of();
    }
    int bytes = new BytesRef(word).length;
    Map<String, Double> found = new HashMap<>();
    each(
        field,
        word.substring(0, word.offsetByCodePoints(0, 1)),
        words -> {
          boolean alike = Math.abs(words.term().length - bytes) <= slips * MOST_BYTES;
          String near = alike ? words.term().utf8ToString() : "";
          if (alike && Math.abs(near.length() - word.length()) <= slips && !near.equals(word)) {
            int distance = Spelling.distance(word, near);
            if (distance <= slips) {
              found.put(near, distance - Math.min(0.9, words.docFreq() / 1000.0));
            }
          }
          return true;
        });
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Takes words in their order, and says whether it wants more. */
  private interface Taker {
    boolean take(TermsEnum words) throws IOException;
  }

  private void each(String field, String prefix, Taker taker) {
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
      BytesRef start = new BytesRef(prefix);
      boolean more = words.seekCeil(start) != TermsEnum.SeekStatus.END;
      while (more && StringHelper.startsWith(words.term(), start)) {
        more = taker.take(words) && words.next() != null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> mostFrequent(Map<String, Integer> found, int most) {
    List<Map.Entry<String, Integer>> words = new ArrayList<>(found.entrySet());
    words.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    return words.stream().limit(most).map(Map.Entry::getKey).toList();
  }
}
