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
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words that the notes use. */
final class Vocabulary {
  private static final int LONGEST = 60;
  private static final int MOST_BYTES = 4;

  /** So many postings are kept at most, about 16 MB; then all are read anew. */
  private static final int MOST_KEPT = 2_000_000;

  /** What a word itself takes, in postings. */
  private static final int PER_WORD = 20;

  /** Two words, kept as if they were one of a field of its own. */
  private static final String PAIRS = "pairs";

  private final IndexSearcher searcher;
  private final IndexReader reader;

  /** By field and word. */
  private final Map<String, Map<String, Postings>> known = new ConcurrentHashMap<>();

  private final AtomicInteger kept = new AtomicInteger();

  Vocabulary(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
  }

  /** In how many sections a word stands. */
  int sections(String field, String word) {
    return postings(field, word).sections();
  }

  /** Where a word stands; read once, for most queries ask for the same words in some way. */
  Postings postings(String field, String word) {
    Map<String, Postings> words = known.computeIfAbsent(field, f -> new ConcurrentHashMap<>());
    Postings postings = words.get(word);
    return postings == null ? keep(words, word, read(field, word)) : postings;
  }

  /** Where two words stand near each other; none where the notes lack one of them. */
  Postings neighbours(String first, String second) {
    if (sections(Fields.WORDS, first) == 0 || sections(Fields.WORDS, second) == 0) {
      return Postings.NONE;
    }
    Map<String, Postings> pairs = known.computeIfAbsent(PAIRS, f -> new ConcurrentHashMap<>());
    String pair = first + ' ' + second;
    Postings postings = pairs.get(pair);
    return postings == null ? keep(pairs, pair, readPair(first, second)) : postings;
  }

  private Postings readPair(String first, String second) {
    try {
      return Postings.of(
          new PhraseQuery(Weights.PHRASE_SLOP, Fields.WORDS, first, second), searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Postings read(String field, String word) {
    try {
      return Postings.of(new Term(field, word), searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Postings keep(Map<String, Postings> words, String word, Postings postings) {
    int size = PER_WORD + postings.documents().length;
    if (kept.addAndGet(size) > MOST_KEPT) {
      known.clear();
      kept.set(size);
    }
    words.put(word, postings);
    return postings;
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
