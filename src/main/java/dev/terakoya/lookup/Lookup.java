package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Wordbook;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;

/** Finds the passage that answers a query. Safe for any thread. */
public final class Lookup implements AutoCloseable {
  private static final Wordbook WORDBOOK = Wordbook.bundled();

  private final NotesIndex index;
  private final Glossary glossary;
  private final Corrections corrections;

  /** Made while the first look-ups, which mostly name a thing, are answered. */
  private final CompletableFuture<Purposes> purposes;

  private final ThreadLocal<Analysis> analysis = ThreadLocal.withInitial(Analysis::new);

  private Lookup(NotesIndex index, Glossary glossary) {
    this.index = index;
    this.glossary = glossary;
    this.corrections = new Corrections(glossary);
    this.purposes = CompletableFuture.supplyAsync(() -> new Purposes(glossary, new Analysis()));
  }

  /**
   * Opens the index of a notes folder and brings it up to date.
   *
   * @param folder where the index of these notes lies; made if missing
   * @throws LookupException if it can be neither read nor built
   */
  public static Lookup open(NotesFolder notes, Path folder, Glossary glossary) {
    return open(notes, folder, glossary, note -> {});
  }

  /** The same, telling of each note that has been read. */
  public static Lookup open(
      NotesFolder notes, Path folder, Glossary glossary, Consumer<Note> read) {
    Lookup lookup = new Lookup(new NotesIndex(notes, folder, glossary), glossary);
    lookup.index.refresh(read);
    return lookup;
  }

  /** How many sections there are to find. */
  public int sections() {
    return search("counting sections", searcher -> searcher.getIndexReader().numDocs());
  }

  /** Indexes what changed in the notes; look-ups go on meanwhile. */
  public void refresh() {
    index.refresh(note -> {});
  }

  /**
   * The sections that answer a query, best first.
   *
   * @param query any text; never syntax
   * @param limit how many at most
   */
  public Found find(String query, int limit) {
    long start = System.nanoTime();
    return search("looking up", searcher -> find(query, limit, searcher, start));
  }

  private Found find(String query, int limit, IndexSearcher searcher, long start)
      throws IOException {
    Vocabulary vocabulary = new Vocabulary(searcher.getIndexReader());
    QueryReading reading =
        new QueryReader(analysis.get(), glossary, WORDBOOK, corrections, purposes::join, vocabulary)
            .read(query);
    Ranking ranking = new Ranking(reading);
    List<Ranking.Weighed> ranked = rank(reading, ranking, searcher);
    if (ranked.stream().limit(3).noneMatch(w -> w.cover() >= enough(reading))
        || !isNamed(reading, ranked, searcher)) {
      return new Found.Nothing(
          query, headings(Suggestions.near(query, vocabulary), searcher), since(start));
    }
    Snippets snippets = new Snippets(reading, glossary);
    List<Hit> hits = new ArrayList<>();
    List<Passage> shown = new ArrayList<>();
    for (Ranking.Weighed weighed : ranked) {
      if (hits.size() == limit) {
        break;
      }
      Passage passage = weighed.passage();
      if ((hits.isEmpty() || weighed.cover() > 0) && shown.stream().noneMatch(passage::isNearly)) {
        shown.add(passage);
        Section section = Fields.section(searcher.storedFields().document(weighed.document()));
        int first = section.source().from() + section.headingLines();
        hits.add(snippets.hit(section, weighed, ranking.focus(weighed, first)));
      }
    }
    Comparison comparison = reading.comparison() ? compared(reading, hits) : null;
    return new Found.Hits(query, hits, comparison, since(start));
  }

  /** The sides of a comparison; a hit with a table that has them all becomes the first. */
  private Comparison compared(QueryReading reading, List<Hit> hits) {
    Comparison.Finder finder = new Comparison.Finder(reading, analysis.get(), glossary);
    for (Hit hit : hits.subList(0, Math.min(hits.size(), Weights.COMPARED))) {
      Block.Table table = finder.table(hit);
      if (table != null) {
        hits.remove(hit);
        hits.addFirst(hit);
        return new Comparison(table, null);
      }
    }
    return new Comparison(null, finder.other(hits));
  }

  private static boolean isNamed(
      QueryReading reading, List<Ranking.Weighed> ranked, IndexSearcher searcher)
      throws IOException {
    if (reading.name().isEmpty()) {
      return true;
    }
    for (Ranking.Weighed weighed : ranked) {
      Section section = Fields.section(searcher.storedFields().document(weighed.document()));
      if (reading.isNamedIn(
          String.join("\n", section.path()) + String.join("\n", section.lines()))) {
        return true;
      }
    }
    return false;
  }

  /** The section with an id, if the notes still have it. */
  public Optional<Section> section(SectionId id) {
    return search(
        "reading a section",
        searcher -> {
          TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, id.value())), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(
                  Fields.section(searcher.storedFields().document(found.scoreDocs[0].doc)));
        });
  }

  /**
   * Words worth looking up for somebody who does not know these notes: headings and terms that say
   * most.
   */
  public List<String> worthTrying(int most) {
    return search(
        "choosing words worth trying",
        searcher ->
            Suggestions.worthTrying(glossary, new Vocabulary(searcher.getIndexReader()), most));
  }

  private interface Search<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private <T> T search(String doing, Search<T> search) {
    SearcherManager searchers = index.searchers();
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        searcher.setSimilarity(new BM25Similarity(Weights.K1, Weights.B));
        return search.with(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new LookupException(doing, e);
    }
  }

  /**
   * An unknown name, or few words, must be met well; of many words that the notes know, some may
   * stay unmet; of a comparison whose sides the notes know, one side is enough.
   */
  private static double enough(QueryReading reading) {
    double enough = reading.heard() >= Weights.MANY ? Weights.ENOUGH_OF_MANY : Weights.ENOUGH;
    return enough * (reading.comparison() ? reading.side() : 1);
  }

  /** Folded headings as the notes write them. */
  private static List<String> headings(List<String> names, IndexSearcher searcher)
      throws IOException {
    List<String> headings = new ArrayList<>();
    for (String name : names) {
      TopDocs found = searcher.search(new TermQuery(new Term(Fields.NAME, name)), 1);
      if (found.scoreDocs.length > 0) {
        headings.add(
            Fields.section(searcher.storedFields().document(found.scoreDocs[0].doc)).heading());
      }
    }
    return headings;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private List<Ranking.Weighed> rank(QueryReading reading, Ranking ranking, IndexSearcher searcher)
      throws IOException {
    if (reading.needs().isEmpty()) {
      return List.of();
    }
    TopDocs top = searcher.search(LuceneQuery.of(reading), Weights.CANDIDATES);
    if (top.scoreDocs.length == 0) {
      return List.of();
    }
    double best = top.scoreDocs[0].score;
    List<Ranking.Weighed> weighed = new ArrayList<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Arrays.sort(top.scoreDocs, Comparator.comparingInt(found -> found.doc));
    int next = 0;
    for (LeafReaderContext leaf : leaves) {
      BinaryDocValues passages = DocValues.getBinary(leaf.reader(), Fields.PASSAGE);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; next < top.scoreDocs.length && top.scoreDocs[next].doc < end; next++) {
        ScoreDoc found = top.scoreDocs[next];
        passages.advance(found.doc - leaf.docBase);
        Passage passage = Passage.of(passages.binaryValue());
        weighed.add(ranking.weigh(found.doc, passage, found.score / best));
      }
    }
    weighed.sort(
        Comparator.comparingDouble(Ranking.Weighed::score)
            .reversed()
            .thenComparing(w -> place(searcher, w.document())));
    return weighed;
  }

  /**
   * Where a section stands, to order those that answer alike; the index has no order of its own.
   */
  private static String place(IndexSearcher searcher, int document) {
    try {
      Source source = Fields.section(searcher.storedFields().document(document)).source();
      return "%s:%9d".formatted(source.file(), source.from());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
