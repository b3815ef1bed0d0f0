package dev.terakoya.lookup;

import dev.terakoya.quiz.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** The words that the notes use. */
final class Vocabulary {
  private final IndexReader reader;

  Vocabulary(IndexReader reader) {
    this.reader = reader;
  }

  /** In how many sections a word stands. */
  int sections(String field, String word) {
    try {
      return reader.docFreq(new Term(field, word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much a word tells: BM25's inverse document frequency. */
  double weight(int sections) {
    return Math.log(1 + (reader.numDocs() - sections + 0.5) / (sections + 0.5));
  }

  /** Words that begin so, the most frequent first. */
  List<String> beginningWith(String field, String prefix, int most) {
    Map<String, Integer> found = new HashMap<>();
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        return List.of();
      }
      TermsEnum each = terms.iterator();
      if (each.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
        return List.of();
      }
      for (BytesRef term = each.term(); term != null && found.size() < 200; term = each.next()) {
        String word = term.utf8ToString();
        if (!word.startsWith(prefix)) {
          break;
        }
        found.put(word, each.docFreq());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mostFrequent(found, most);
  }

  /**
   * Words within so many slips (letters wrong, missing, too many, exchanged), the same first
   * letter; nearest first.
   */
  List<String> near(String field, String word, int slips, int most) {
    Map<String, Double> found = new HashMap<>();
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        return List.of();
      }
      TermsEnum each = new FuzzyTermsEnum(terms, new Term(field, word), slips, 1, true);
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String near = term.utf8ToString();
        if (!near.equals(word)) {
          found.put(near, Spelling.distance(word, near) - Math.min(0.9, each.docFreq() / 1000.0));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> mostFrequent(Map<String, Integer> found, int most) {
    List<Map.Entry<String, Integer>> words = new ArrayList<>(found.entrySet());
    words.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    return words.stream().limit(most).map(Map.Entry::getKey).toList();
  }
}
