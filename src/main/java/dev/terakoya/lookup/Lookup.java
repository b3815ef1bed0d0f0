package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.SectionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the passage that answers a query. Safe for any thread. */
public final class Lookup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lookup.class);

  /** Sections that answer alike stand in the order of the notes; the index has none of its own. */
  private static final Comparator<Ranking.Weighed> BEST_FIRST =
      Comparator.comparingDouble(Ranking.Weighed::score)
          .reversed()
          .thenComparing(w -> w.candidate().section().source().file())
          .thenComparingInt(w -> w.candidate().section().source().from());

  private static final Duration RETRY = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofMillis(500);

  private final NotesIndex index;
  private final Glossary glossary;

  /** For words that are no known name: most look-ups name a thing and do without. */
  private final Prepared<Corrections> corrections;

  /** For questions without a name. */
  private final Prepared<Purposes> purposes;

  private final ThreadLocal<Analysis> analysis = ThreadLocal.withInitial(Analysis::new);

  private Lookup(NotesFolder notes, Path folder, Glossary glossary) {
    this.glossary = glossary;
    this.corrections = new Prepared<>(() -> Corrections.of(glossary));
    this.purposes = new Prepared<>(() -> Purposes.of(glossary));
    this.index = new NotesIndex(notes, folder, glossary);
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
    Lookup lookup = new Lookup(notes, folder, glossary);
    lookup.prepare();
    lookup.index.refresh(read);
    return lookup;
  }

  /**
   * Opens the index and brings it up to date. An index that has something answers from it at once,
   * and is brought up to date a moment later: the first answers need the processor more. Indexing
   * that fails is said and tried again.
   *
   * @param patience how long an empty index waits until all notes can be found
   * @param before is called before the notes are read
   * @throws LookupException if the index cannot be opened, or if there is nothing to answer from
   *     and it cannot be built
   */
  public static Lookup openWithin(
      Duration patience, NotesFolder notes, Path folder, Glossary glossary, Runnable before) {
    Lookup lookup = new Lookup(notes, folder, glossary);
    boolean warm = lookup.sections() > 0;
    Executor indexing = task -> Thread.ofPlatform().daemon().name("indexing").start(task);
    CompletableFuture<Void> refreshed =
        CompletableFuture.runAsync(
            () -> {
              before.run();
              lookup.refresh();
            },
            warm
                ? CompletableFuture.delayedExecutor(
                    MOMENT.toMillis(), TimeUnit.MILLISECONDS, indexing)
                : indexing);
    try {
      if (!warm) {
        refreshed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (TimeoutException e) {
      LOG.info("still indexing {}; answering from what there is", notes.root());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      if (lookup.sections() == 0 && e.getCause() instanceof LookupException failure) {
        lookup.close();
        throw failure;
      }
    }
    var _ = refreshed.whenComplete((done, failure) -> lookup.retry(failure));
    return lookup;
  }

  private void retry(@Nullable Throwable failure) {
    if (failure != null && index.isOpen()) {
      LOG.warn("the notes are not all indexed; trying again: {}", failure.getMessage());
      var _ =
          CompletableFuture.runAsync(
                  this::refresh,
                  CompletableFuture.delayedExecutor(RETRY.toSeconds(), TimeUnit.SECONDS))
              .whenComplete((done, again) -> retry(again));
    }
  }

  /** Begins to make what the first misspelt word, or question without a name, would wait for. */
  public void prepare() {
    var _ = corrections.begin();
    var _ = purposes.begin();
  }

  /** Some word worth looking up, sooner found than {@linkplain #worthTrying the best}. */
  public Optional<String> anyWorthTrying() {
    return index.read(
        "choosing a word worth trying",
        edition ->
            Suggestions.treated(glossary, edition.vocabulary()).findFirst().map(t -> t.name()));
  }

  /** How many sections there are to find. */
  public int sections() {
    return index.read("counting sections", edition -> edition.getIndexReader().numDocs());
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
    return index.read("looking up", edition -> find(query, limit, edition, start));
  }

  private Found find(String query, int limit, Edition edition, long start) throws IOException {
    QueryReading reading =
        new QueryReader(analysis.get(), glossary, corrections, purposes, edition.vocabulary())
            .read(query);
    Ranking ranking = new Ranking(reading);
    List<Ranking.Weighed> ranked = rank(reading, ranking, edition);
    if (ranked.stream().limit(3).noneMatch(w -> w.cover() >= enough(reading))
        || !isNamed(reading, ranked)) {
      List<String> near = Suggestions.near(query, edition.vocabulary());
      return new Found.Nothing(query, headings(near, edition), since(start));
    }
    Snippets snippets = new Snippets(reading, glossary);
    List<Hit> hits = new ArrayList<>();
    List<Passage> shown = new ArrayList<>();
    for (Ranking.Weighed weighed : ranked) {
      if (hits.size() == limit) {
        break;
      }
      Passage passage = weighed.candidate().passage();
      if ((hits.isEmpty() || weighed.cover() > 0) && shown.stream().noneMatch(passage::isNearly)) {
        shown.add(passage);
        hits.add(snippets.hit(weighed, ranking.focus(weighed)));
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

  private static boolean isNamed(QueryReading reading, List<Ranking.Weighed> ranked) {
    return reading.name().isEmpty()
        || ranked.stream()
            .map(weighed -> weighed.candidate().section())
            .anyMatch(section ->
                reading.isNamedIn(
                    section.source().file()
                        + String.join("\n", section.path())
                        + String.join("\n", section.lines())));
  }

  /** The section with an id, if the notes still have it. */
  public Optional<Section> section(SectionId id) {
    return index.read("reading a section", edition -> first(Fields.ID, id.value(), edition));
  }

  private static Optional<Section> first(String field, String word, Edition edition)
      throws IOException {
    TopDocs found = edition.search(new TermQuery(new Term(field, word)), 1);
    return found.scoreDocs.length == 0
        ? Optional.empty()
        : Optional.of(edition.candidate(found.scoreDocs[0].doc).section());
  }

  /**
   * Words worth looking up for somebody who does not know these notes: headings and terms that say
   * most.
   */
  public List<String> worthTrying(int most) {
    return index.read(
        "choosing words worth trying",
        edition -> Suggestions.worthTrying(glossary, edition.vocabulary(), most));
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
  private static List<String> headings(List<String> names, Edition edition) throws IOException {
    List<String> headings = new ArrayList<>();
    for (String name : names) {
      first(Fields.NAME, name, edition).map(Section::heading).ifPresent(headings::add);
    }
    return headings;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static List<Ranking.Weighed> rank(QueryReading reading, Ranking ranking, Edition edition)
      throws IOException {
    if (reading.needs().isEmpty()) {
      return List.of();
    }
    List<ScoreDoc> found = Retrieval.of(reading, edition, Weights.CANDIDATES);
    List<Ranking.Weighed> weighed = new ArrayList<>();
    for (ScoreDoc one : found) {
      double text = (double) one.score / found.getFirst().score;
      weighed.add(ranking.weigh(edition.candidate(one.doc), text));
    }
    weighed.sort(BEST_FIRST);
    return weighed;
  }

  @Override
  public void close() {
    index.close();
  }
}
