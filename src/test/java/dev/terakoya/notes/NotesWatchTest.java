package dev.terakoya.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesWatchTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path parent;
  private Path folder = Path.of("notes");
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private @Nullable NotesWatch watch;

  @BeforeEach
  void fill() throws Exception {
    folder = Files.createDirectories(parent.resolve("notes"));
    Files.writeString(folder.resolve("a.md"), "# a");
    Files.writeString(folder.resolve("b.md"), "# b");
  }

  @AfterEach
  void end() {
    if (watch != null) {
      watch.close();
    }
  }

  @Test
  void tellsOfANewAChangedARenamedAndADeletedNote() throws Exception {
    byReport();
    Files.writeString(folder.resolve("c.md"), "# c");
    assertTold();
    Files.writeString(folder.resolve("c.md"), "# c\nmore");
    assertTold();
    Files.move(folder.resolve("c.md"), folder.resolve("d.md"));
    assertTold();
    Files.delete(folder.resolve("d.md"));
    assertTold();
  }

  @Test
  void tellsOfNotesInAFolderThatIsNew() throws Exception {
    byReport();
    Files.createDirectories(folder.resolve("new/deep"));
    Files.writeString(folder.resolve("new/deep/c.md"), "# c");
    assertTold();
    Files.writeString(folder.resolve("new/deep/c.md"), "# c\nmore");
    assertTold();
  }

  @Test
  void tellsOfABurstOnce() throws Exception {
    byReport();
    for (int n = 0; n < 200; n++) {
      Files.writeString(folder.resolve(n % 7 + ".md"), "# " + n);
    }
    assertTold();
    assertQuiet();
  }

  @Test
  void tellsOfAFileThatAnEditorReplaced() throws Exception {
    byReport();
    Path draft = Files.writeString(folder.resolve(".a.md.swp"), "# x");
    Files.setLastModifiedTime(draft, Files.getLastModifiedTime(folder.resolve("a.md")));
    Files.move(draft, folder.resolve("a.md"), StandardCopyOption.REPLACE_EXISTING);
    assertTold();
  }

  @Test
  void keepsStillAboutFilesThatAreNoNotes() throws Exception {
    byReport();
    Files.writeString(folder.resolve(".a.md.swp"), "draft");
    Files.writeString(folder.resolve("picture.png"), "picture");
    assertQuiet();
  }

  @Test
  void seesBySizeAndTimeWhatTheSystemDoesNotReport() throws Exception {
    Path linked = Files.createDirectories(parent.resolve("linked"));
    Files.writeString(linked.resolve("c.md"), "# c");
    start(new Pace(millis(20), millis(100), LONG, LONG));
    Files.writeString(folder.resolve("a.md"), "# a\nmore");
    assertTold();
  }

  @Test
  void seesByContentWhatSizeAndTimeDoNotShow() throws Exception {
    FileTime time = Files.getLastModifiedTime(folder.resolve("a.md"));
    start(new Pace(millis(20), LONG, millis(200), LONG));
    Files.writeString(folder.resolve("a.md"), "# x");
    Files.setLastModifiedTime(folder.resolve("a.md"), time);
    assertTold();
  }

  @Test
  void aFolderThatIsAwayForAMomentIsNotEmptied() throws Exception {
    start(new Pace(millis(20), millis(50), LONG, LONG));
    Files.move(folder, parent.resolve("away"));
    assertQuiet();
    Files.move(parent.resolve("away"), folder);
    assertQuiet();
    Files.writeString(folder.resolve("c.md"), "# c");
    assertTold();
  }

  @Test
  void aFolderThatStaysAwayIsTold() throws Exception {
    start(new Pace(millis(20), millis(50), LONG, millis(300)));
    Files.move(folder, parent.resolve("away"));
    assertTold();
    assertQuiet();
  }

  private void byReport() {
    start(new Pace(millis(100), LONG, LONG, LONG));
  }

  private void start(Pace pace) {
    watch = NotesWatch.start(folder, pace, () -> told.add("changed"));
  }

  private void assertTold() throws InterruptedException {
    assertThat(told.poll(2, TimeUnit.SECONDS)).isEqualTo("changed");
  }

  private void assertQuiet() throws InterruptedException {
    assertThat(told.poll(500, TimeUnit.MILLISECONDS)).isNull();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
