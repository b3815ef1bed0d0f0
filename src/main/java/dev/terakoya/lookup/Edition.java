package dev.terakoya.lookup;

import dev.terakoya.notes.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/**
 * The index as it is at one time. What of it no query changes, its sections and how often words
 * stand in it, is read when it is first asked for and then kept. Safe for any thread.
 */
final class Edition extends IndexSearcher {
  /**
   * So many sections at most, each of no more lines and words than that: some tens of megabytes.
   */
  private static final int KEPT = 1_024;

  private static final int LONGEST = 3_000;

  private final Vocabulary vocabulary;

  /** Each section has one place, which it shares with others. */
  private final AtomicReferenceArray<@Nullable Candidate> kept = new AtomicReferenceArray<>(KEPT);

  Edition(IndexReader reader) {
    super(reader);
    setSimilarity(new BM25Similarity(Weights.K1, Weights.B));
    setQueryCache(null);
    vocabulary = new Vocabulary(this);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Candidate candidate(int document) throws IOException {
    Candidate known = kept.get(document % KEPT);
    if (known != null && known.document() == document) {
      return known;
    }
    Candidate read = read(document);
    if (read.passage().size() <= LONGEST) {
      kept.set(document % KEPT, read);
    }
    return read;
  }

  private Candidate read(int document) throws IOException {
    LeafReaderContext leaf =
        getLeafContexts().get(ReaderUtil.subIndex(document, getLeafContexts()));
    BinaryDocValues passages = DocValues.getBinary(leaf.reader(), Fields.PASSAGE);
    passages.advance(document - leaf.docBase);
    return new Candidate(document, Passage.of(passages.binaryValue()), () -> section(document));
  }

  private Section section(int document) {
    try {
      return Fields.section(storedFields().document(document));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a section of the index", e);
    }
  }
}
