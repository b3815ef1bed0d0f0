package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One look-up: the query read, candidates fetched, weighed, and five passages made; all queries in
 * turn. Sample times give percentiles; {@code -prof gc} adds bytes a look-up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class LookupBench {
  /** The notes folder. */
  @Param("notes")
  public String notes = "";

  /** A file of queries, one a line; a tab-separated one is read in its second column. */
  @Param("src/test/resources/lookup/judged.tsv")
  public String queries = "";

  private List<String> asked = List.of();
  private Path folder = Path.of("");
  private Lookup lookup;
  private int next;

  @Setup
  public void open() throws IOException {
    asked =
        Files.readAllLines(Path.of(queries)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.contains("\t") ? line.split("\t")[1] : line)
            .toList();
    folder = Files.createTempDirectory("terakoya-bench");
    lookup = Lookup.open(new NotesFolder(Path.of(notes)), folder, Glossary.bundled());
  }

  @Benchmark
  public Found find() {
    next = (next + 1) % asked.size();
    return lookup.find(asked.get(next), 5);
  }

  @TearDown
  public void close() throws IOException {
    lookup.close();
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
