package dev.terakoya.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each dialect reads as its golden file says; {@code -Dgolden} writes them anew, to be read over.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/notes");

  static List<Path> notes() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.toString().endsWith(".golden")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notes")
  void readsAsItsGoldenFileSays(Path note) throws Exception {
    String name = String.valueOf(note.getFileName());
    String read = Shown.note(NotesFolder.read(name, Files.readAllBytes(note)));
    Path golden = FOLDER.resolve(name + ".golden");
    if (System.getProperty("golden") != null) {
      Files.writeString(golden, read);
    }
    assertThat(read).isEqualTo(Files.readString(golden));
  }

  @Test
  void thereIsOneForEachDialect() throws Exception {
    assertThat(notes()).hasSizeGreaterThanOrEqualTo(13);
  }
}
