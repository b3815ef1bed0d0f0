package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
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

  /** Raised when documents or analysis change, so that old indexes are built anew. */
  private static final String FORMAT = "11";

  private final NotesFolder notes;
  private final Glossary glossary;

  /** What an index was made with, apart from the notes. */
  private final String fingerprint;

  private final Directory directory;

  /** None where another process has the index: then this one only reads. */
  private final @Nullable IndexWriter writer;

  private final SearcherManager searchers;

  NotesIndex(NotesFolder notes, Path folder, Glossary glossary) {
    this.notes = notes;
    this.glossary = glossary;
    this.fingerprint = FORMAT + glossary.fingerprint();
    try {
      directory = FSDirectory.open(folder);
      writer = writer(folder);
      searchers =
          writer == null ? new SearcherManager(directory, null) : new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new LookupException("opening the index in " + folder, e);
    }
  }

  private @Nullable IndexWriter writer(Path folder) throws IOException {
    try {
      return open();
    } catch (LockObtainFailedException e) {
      LOG.info("another process keeps the index in {}; reading only", folder);
      return null;
    } catch (CorruptIndexException | IndexFormatTooNewException | IndexFormatTooOldException e) {
      LOG.warn(
          "the index in {} is damaged or of another version; building it anew: {}",
          folder,
          e.getMessage());
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      return open();
    }
  }

  private IndexWriter open() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
    config.setSimilarity(new BM25Similarity(Weights.K1, Weights.B));
    return new IndexWriter(directory, config);
  }

  SearcherManager searchers() {
    return searchers;
  }

  /**
   * Reads the notes and indexes what changed; searches go on meanwhile and see the change at once
   * at the end.
   */
  Changes refresh(Runnable fileRead) {
    IndexWriter changes = writer;
    try {
      if (changes == null) {
        searchers.maybeRefreshBlocking();
        return new Changes(0, 0, 0);
      }
      Set<String> before = stamps();
      Set<String> now = new HashSet<>();
      Analysis analysis = new Analysis();
      int[] counts = new int[3];
      notes.read(note -> {
        index(changes, note, before, now, analysis, counts);
        fileRead.run();
      });
      for (String stamp : before) {
        if (!now.contains(stamp)) {
          counts[2]++;
          changes.deleteDocuments(new Term(Fields.STAMP, stamp));
        }
      }
      if (counts[1] + counts[2] > 0) {
        changes.setLiveCommitData(Map.of("format", FORMAT).entrySet());
        changes.commit();
      }
      searchers.maybeRefreshBlocking();
      return new Changes(counts[0], counts[1], counts[2]);
    } catch (IOException e) {
      throw new LookupException("indexing the notes in " + notes.root(), e);
    }
  }

  /** What a refresh did. */
  record Changes(int files, int indexed, int removed) {}

  private void index(
      IndexWriter changes,
      Note note,
      Set<String> before,
      Set<String> now,
      Analysis analysis,
      int[] counts) {
    counts[0]++;
    String stamp = stamp(note);
    now.add(stamp);
    if (before.contains(stamp)) {
      return;
    }
    counts[1]++;
    try {
      for (Section section : note.sections()) {
        if (section.lines().size() > section.headingLines()) {
          changes.addDocument(
              Fields.document(section, SectionWords.of(section, analysis, glossary), stamp));
        }
      }
    } catch (IOException e) {
      throw new LookupException("indexing " + note.file(), e);
    }
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

  @Override
  public void close() {
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
