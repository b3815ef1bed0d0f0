package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Indexing a folder from nothing: ours, which reads the files, finds sections and terms, and keeps
 * what weighing needs; and a bare {@link IndexWriter} that is handed the same sections in memory
 * and indexes the same four fields of them with the same analysis, on one processor as such a loop
 * does. What counts is their ratio.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class IndexBench {
  /** The notes folder. */
  @Param("notes")
  public String notes = "";

  private final Glossary glossary = Glossary.bundled();
  private final List<Section> sections = new ArrayList<>();

  @Setup
  public void read() {
    new NotesFolder(Path.of(notes)).read(note -> sections.addAll(note.sections()));
  }

  @Benchmark
  public int ours() throws IOException {
    Path folder = java.nio.file.Files.createTempDirectory("terakoya-bench");
    try (Lookup lookup = Lookup.open(new NotesFolder(Path.of(notes)), folder, glossary)) {
      return lookup.sections();
    } finally {
      try (var files = java.nio.file.Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Benchmark
  public long bare() throws IOException {
    Analysis analysis = new Analysis();
    try (ByteBuffersDirectory memory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(memory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (Section section : sections) {
        String text = String.join("\n", section.lines());
        List<Token> words = analysis.words(text);
        Document document = new Document();
        add(document, "words", texts(words));
        add(document, "headings", texts(analysis.words(String.join(" / ", section.path()))));
        add(document, "grams", Fields.grams(text));
        add(document, "sound", Fields.sounds(words));
        document.add(new StoredField("text", text));
        writer.addDocument(document);
      }
      return writer.commit();
    }
  }

  private static void add(Document document, String field, List<String> words) {
    document.add(new Field(field, new WordStream(words), TextField.TYPE_NOT_STORED));
  }

  private static List<String> texts(List<Token> words) {
    return words.stream().map(Token::text).toList();
  }
}
