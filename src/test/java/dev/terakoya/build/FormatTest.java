package dev.terakoya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
  @Test
  void everySourceIsFormatted() throws Exception {
    boolean write = System.getProperty("format") != null;
    List<Path> wrong = Format.wrong(Path.of("src"), write);
    if (!write) {
      assertThat(wrong).as("not formatted; mvn test -Dtest=FormatTest -Dformat mends it").isEmpty();
    }
  }

  @Test
  void findsABadlyFormattedSource(@TempDir Path folder) throws Exception {
    Path planted = folder.resolve("Planted.java");
    Files.writeString(planted, "class Planted {int   x ;}\n");
    assertThat(Format.wrong(folder, false)).containsExactly(planted);
  }
}
