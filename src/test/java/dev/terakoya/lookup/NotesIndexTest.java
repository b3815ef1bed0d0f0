package dev.terakoya.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index does when it is cut off, filled up or out of date. */
class NotesIndexTest {
  private static final int FILES = 24;

  @TempDir Path folder;
  private Path notes = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void write() throws IOException {
    notes = Files.createDirectory(folder.resolve("notes"));
    index = folder.resolve("index");
    for (int n = 0; n < FILES; n++) {
      Files.writeString(notes.resolve(n + ".md"), "# 題" + n + "\n\n文" + n + "である。\n");
    }
  }

  private NotesIndex open(Directory directory, Glossary glossary) {
    return new NotesIndex(new NotesFolder(notes), directory, glossary, NotesIndex.KEEP_EVERY);
  }

  private NotesIndex open(Duration keep) throws IOException {
    return new NotesIndex(
        new NotesFolder(notes), FSDirectory.open(index), Glossary.of(List.of()), keep);
  }

  private static int found(NotesIndex index) {
    return index.read("counting", edition -> edition.getIndexReader().numDocs());
  }

  /** Indexes in a process of its own, which tells each file that is read. */
  static final class Indexing {
    private Indexing() {}

    /** Folder of the notes, folder of the index. */
    public static void main(String[] folders) throws IOException {
      NotesFolder notes = new NotesFolder(Path.of(folders[0]));
      Directory index = FSDirectory.open(Path.of(folders[1]));
      new NotesIndex(notes, index, Glossary.of(List.of()), Duration.ZERO)
          .refresh(note -> System.out.println(note.file()));
    }
  }

  @Test
  void aKilledProcessLeavesAnIndexThatGoesOnWhereItWas() throws Exception {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Indexing.class.getName(),
                notes.toString(),
                index.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader told = killed.inputReader()) {
      for (int n = 0; n < FILES / 3; n++) {
        assertThat(told.readLine()).isNotNull();
      }
      killed.destroyForcibly().waitFor();
    }
    try (NotesIndex after = open(NotesIndex.KEEP_EVERY)) {
      int kept = found(after);
      assertThat(kept).isGreaterThanOrEqualTo(FILES / 3 - 1).isLessThan(FILES);
      assertThat(after.refresh(note -> {}))
          .isEqualTo(new NotesIndex.Changes(FILES, FILES - kept, 0));
      assertThat(found(after)).isEqualTo(FILES);
    }
  }

  @Test
  void aFirstIndexAnswersFromWhatItHas() throws IOException {
    List<Integer> seen = new ArrayList<>();
    try (NotesIndex first = open(Duration.ZERO)) {
      first.refresh(note -> seen.add(found(first)));
    }
    assertThat(seen).isSorted().contains(FILES / 2);
  }

  @Test
  void anOutdatedIndexAnswersUntilTheNewOneIsBuilt() throws IOException {
    try (NotesIndex before = open(NotesIndex.KEEP_EVERY)) {
      before.refresh(note -> {});
    }
    List<Integer> seen = new ArrayList<>();
    try (NotesIndex outdated = open(FSDirectory.open(index), Glossary.bundled())) {
      assertThat(outdated.refresh(note -> seen.add(found(outdated))))
          .isEqualTo(new NotesIndex.Changes(FILES, FILES, FILES));
    }
    assertThat(seen).hasSize(FILES).containsOnly(FILES);
  }

  @Test
  void aFullDiskIsSaidAndMended() throws IOException {
    AtomicBoolean full = new AtomicBoolean();
    try (NotesIndex filled =
        open(new Disk(FSDirectory.open(index), full), Glossary.of(List.of()))) {
      filled.refresh(note -> {});
      Files.writeString(notes.resolve("new.md"), "# 新しい題\n\n新しい文。\n");
      full.set(true);
      assertThatThrownBy(() -> filled.refresh(note -> {}))
          .isInstanceOf(LookupException.class)
          .hasMessageContaining("No space left");
      assertThat(found(filled)).isEqualTo(FILES);
      full.set(false);
      assertThat(filled.refresh(note -> {}).indexed()).isEqualTo(1);
      assertThat(found(filled)).isEqualTo(FILES + 1);
    }
  }

  /** A disk that can be full. */
  private static final class Disk extends FilterDirectory {
    private final AtomicBoolean full;

    Disk(Directory disk, AtomicBoolean full) {
      super(disk);
      this.full = full;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      if (full.get()) {
        throw new IOException("No space left on device");
      }
      return super.createOutput(name, context);
    }
  }
}
