package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index of one notes folder: brought up to date file by file, never an input to anything
 * else.
 */
final class NotesIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotesIndex.class);

  /**
   * Raised when documents change so that they cannot be read as before: an old index is dropped.
   */
  private static final String FORMAT = "16";

  /** Raised when the analysis changes: an old index answers until the new one is built. */
  private static final String ANALYSIS = "2";

  /** So few sections are put in one piece after each change: it takes little, and eases reading. */
  private static final int IN_ONE_PIECE = 5_000;

  /** How often a long refresh keeps what is done. */
  static final Duration KEEP_EVERY = Duration.ofSeconds(15);

  private static final SearcherFactory EDITIONS =
      new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
          return new Edition(reader);
        }
      };

  private final NotesFolder notes;
  private final Glossary glossary;

  /** What an index was made with, apart from the notes. */
  private final String fingerprint;

  private final Directory directory;
  private final Duration keep;

  /** None where another process has the index: then this one only reads. */
  private @Nullable IndexWriter writer;

  private volatile SearcherManager searchers;
  private volatile boolean open = true;

  NotesIndex(NotesFolder notes, Path folder, Glossary glossary) {
    this(notes, directory(folder), glossary, KEEP_EVERY);
  }

  NotesIndex(NotesFolder notes, Directory directory, Glossary glossary, Duration keep) {
    this.notes = notes;
    this.glossary = glossary;
    this.fingerprint = FORMAT + ANALYSIS + glossary.fingerprint();
    this.directory = directory;
    this.keep = keep;
    try {
      writer = writer();
      searchers =
          writer == null
              ? new SearcherManager(directory, EDITIONS)
              : new SearcherManager(writer, EDITIONS);
    } catch (IOException e) {
      throw new LookupException("opening the index of " + notes.root(), e);
    }
  }

  private static Directory directory(Path folder) {
    try {
      return new NIOFSDirectory(folder);
    } catch (IOException e) {
      throw new LookupException("opening the index in " + folder, e);
    }
  }

  private @Nullable IndexWriter writer() throws IOException {
    try {
      return opened();
    } catch (LockObtainFailedException e) {
      LOG.info("another process keeps the index of {}; reading only", notes.root());
      return null;
    } catch (CorruptIndexException | IndexFormatTooNewException | IndexFormatTooOldException e) {
      LOG.warn(
          "the index of {} is damaged or of another version; building it anew: {}",
          notes.root(),
          e.getMessage());
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      return opened();
    }
  }

  private IndexWriter opened() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
    config.setSimilarity(new BM25Similarity(Weights.K1, Weights.B));
    IndexWriter opened = new IndexWriter(directory, config);
    Iterable<Map.Entry<String, String>> kept = opened.getLiveCommitData();
    if (kept != null) {
      for (Map.Entry<String, String> entry : kept) {
        if (!entry.getValue().equals(FORMAT)) {
          opened.deleteAll();
        }
      }
    }
    return opened;
  }

  /** Reads from the index as it is. */
  interface Reading<T> {
    T of(Edition edition) throws IOException;
  }

  /**
   * What somebody reads from the index as it is now.
   *
   * @throws LookupException if it cannot be read; it says what was being done
   */
  <T> T read(String doing, Reading<T> reading) {
    SearcherManager from = searchers;
    try {
      IndexSearcher edition = from.acquire();
      try {
        return reading.of((Edition) edition);
      } finally {
        from.release(edition);
      }
    } catch (IOException e) {
      throw new LookupException(doing, e);
    }
  }

  /**
   * Reads the notes and indexes what changed, on all processors. Searches go on meanwhile and see
   * the change at once at the end; where there was nothing to find yet, from time to time. What is
   * done is kept, so that a refresh that is cut off goes on where it was.
   *
   * @throws LookupException if notes or index cannot be read or written, as when the disk is full;
   *     what was found before is still found, and the next refresh tries again
   */
  synchronized Changes refresh(Consumer<Note> read) {
    try {
      IndexWriter changes = healed();
      if (changes == null) {
        searchers.maybeRefreshBlocking();
        return new Changes(0, 0, 0);
      }
      Changes made = changes(changes, read);
      if (made.indexed() + made.removed() > 0) {
        if (changes.getDocStats().maxDoc < IN_ONE_PIECE) {
          changes.forceMerge(1);
        }
        commit(changes);
      }
      searchers.maybeRefreshBlocking();
      return made;
    } catch (IOException | UncheckedIOException | CompletionException | AlreadyClosedException e) {
      Throwable cause = e;
      for (Throwable next = e; next != null; next = next.getCause()) {
        cause = next;
      }
      throw new LookupException("indexing the notes in " + notes.root(), cause);
    }
  }

  /** The writer; a new one where the old had to give up, as when the disk was full. */
  private @Nullable IndexWriter healed() throws IOException {
    IndexWriter before = writer;
    if (before == null || before.isOpen()) {
      return before;
    }
    IndexWriter anew = writer();
    if (anew != null) {
      SearcherManager old = searchers;
      searchers = new SearcherManager(anew, EDITIONS);
      old.close();
    }
    writer = anew;
    return anew;
  }

  private Changes changes(IndexWriter changes, Consumer<Note> read) throws IOException {
    Set<String> before = stamps();
    boolean first = before.isEmpty();
    Set<String> now = new HashSet<>();
    int[] indexed = new int[1];
    long[] kept = {System.nanoTime()};
    try (Crew crew = new Crew()) {
      notes.read(note -> {
        if (!open) {
          throw new AlreadyClosedException("the index is being closed");
        }
        String stamp = stamp(note);
        now.add(stamp);
        if (!before.contains(stamp)) {
          indexed[0]++;
          crew.submit(analysis -> index(changes, note, stamp, analysis));
        }
        if (System.nanoTime() - kept[0] > keep.toNanos()) {
          crew.finish();
          commit(changes);
          if (first) {
            show();
          }
          kept[0] = System.nanoTime();
        }
        read.accept(note);
      });
      crew.finish();
    }
    int removed = 0;
    for (String stamp : before) {
      if (!now.contains(stamp)) {
        removed++;
        changes.deleteDocuments(new Term(Fields.STAMP, stamp));
      }
    }
    return new Changes(now.size(), indexed[0], removed);
  }

  private void show() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException("showing the index", e);
    }
  }

  private static void commit(IndexWriter changes) {
    try {
      changes.setLiveCommitData(Map.of("format", FORMAT).entrySet());
      changes.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("keeping the index", e);
    }
  }

  /** What a refresh did. */
  record Changes(int files, int indexed, int removed) {}

  /** Puts a file's sections in the place of what the index had of it, all at once. */
  private void index(IndexWriter changes, Note note, String stamp, Analysis analysis) {
    List<Section> sections = note.sections().stream().filter(NotesIndex::saysSomething).toList();
    List<SectionWords> words = SectionWords.of(note, sections, analysis, glossary);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      documents.add(Fields.document(sections.get(i), words.get(i), stamp));
    }
    try {
      changes.updateDocuments(new Term(Fields.FILE, note.file()), documents);
    } catch (IOException e) {
      throw new UncheckedIOException("indexing " + note.file(), e);
    }
  }

  private static boolean saysSomething(Section section) {
    return section.level() == 0
        ? !section.blocks().isEmpty()
        : section.lines().size() > section.headingLines();
  }

  /** Names what a file's documents were made from: its sections, the glossary, the format. */
  private String stamp(Note note) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Section section : note.sections()) {
        digest.update(
            (section.id().value() + section.source().from() + ' ')
                .getBytes(StandardCharsets.UTF_8));
      }
      digest.update(fingerprint.getBytes(StandardCharsets.UTF_8));
      return note.file() + "\u0000" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }

  private Set<String> stamps() throws IOException {
    Set<String> stamps = new HashSet<>();
    searchers.maybeRefreshBlocking();
    var searcher = searchers.acquire();
    try {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.STAMP);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          stamps.add(term.utf8ToString());
        }
      }
    } finally {
      searchers.release(searcher);
    }
    return stamps;
  }

  boolean isOpen() {
    return open;
  }

  /** Ends a refresh that is going on, and keeps what it has done. */
  @Override
  public void close() {
    open = false;
    release();
  }

  private synchronized void release() {
    try {
      searchers.close();
      if (writer != null) {
        writer.close();
      }
      directory.close();
    } catch (IOException e) {
      throw new LookupException("closing the index", e);
    }
  }
}
