package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotesFolderTest {
  @TempDir Path folder;

  @Test
  void readsNotesInTheOrderOfTheirNamesAndLeavesTheRestAlone() throws Exception {
    write("b.md", "# b");
    write("a/z.txt", "z");
    write("a/猫 & <犬>:1.MD", "# 猫");
    write("README", "readme");
    write("picture.png", "no");
    write(".git/config.md", "hidden");
    write("a/.hidden.md", "hidden");
    assertThat(read().stream().map(Note::file))
        .containsExactly("README", "a/z.txt", "a/猫 & <犬>:1.MD", "b.md");
  }

  @Test
  void theSameNotesHaveTheSameIdsInAnotherFolder() throws Exception {
    write("one/a.md", "# 題\n文");
    write("two/b.md", "# 題\n文");
    List<Note> notes = read();
    assertThat(notes.getFirst().sections().getFirst().id())
        .isEqualTo(notes.getLast().sections().getFirst().id())
        .isEqualTo(new SectionId("38d59a607b523183"));
  }

  @Test
  void namesAFileThatIsTooLarge() throws Exception {
    write("large.md", "x".repeat(1001));
    write("right.md", "x".repeat(1000));
    List<Note> notes = new ArrayList<>();
    new NotesFolder(folder, 1000).read(notes::add);
    assertThat(notes.getFirst())
        .isEqualTo(
            new Note(
                "large.md",
                List.of(),
                List.of(
                    new Problem(
                        "large.md",
                        1,
                        Problem.Kind.TOO_LARGE,
                        "large.md",
                        "larger than 1000 bytes"))));
    assertThat(notes.getLast().problems()).isEmpty();
  }

  @Test
  void namesAnEmptyFile() throws Exception {
    write("empty.md", "");
    write("white.md", " \n　\n\t");
    assertThat(problems())
        .containsExactly(
            "empty.md empty-section nothing in it", "white.md empty-section nothing in it");
  }

  @Test
  void followsLinksWithinTheFolderOnly() throws Exception {
    Path outside = Files.createTempDirectory("outside");
    Files.writeString(outside.resolve("secret.md"), "secret");
    write("..data/real.md", "# real");
    link("real.md", folder.resolve("..data/real.md"));
    link("mounted", folder.resolve("..data"));
    link("out.md", outside.resolve("secret.md"));
    link("out", outside);
    link("nowhere.md", folder.resolve("nothing"));
    Files.createDirectories(folder.resolve("a/b"));
    link("a/b/circle", folder.resolve("a"));
    link("self.md", folder.resolve("self.md"));
    assertThat(read().stream().filter(n -> !n.sections().isEmpty()).map(Note::file))
        .containsExactly("mounted/real.md", "real.md");
    assertThat(problems())
        .containsExactly(
            "a/b/circle unreadable a link that leads in a circle",
            "nowhere.md unreadable a link that leads nowhere",
            "out unreadable a link that leads out of the folder",
            "out.md unreadable a link that leads out of the folder",
            "self.md unreadable a link that leads nowhere");
  }

  @Test
  void doesNotOpenAPipe() throws Exception {
    int made = new ProcessBuilder("mkfifo", folder.resolve("pipe.md").toString()).start().waitFor();
    assertThat(made).isZero();
    assertThat(problems()).containsExactly("pipe.md unreadable not a plain file");
  }

  @Test
  void namesAFileThatVanishesWhileTheNotesAreRead() throws Exception {
    write("a.md", "# a");
    write("b.md", "# b");
    List<Note> notes = new ArrayList<>();
    new NotesFolder(folder)
        .read(note -> {
          notes.add(note);
          folder.resolve("b.md").toFile().delete();
        });
    assertThat(notes.getLast().problems())
        .extracting(Problem::comment)
        .containsExactly("disappeared while the notes were read");
  }

  @Test
  void readsFoldersAsDeepAsTheSystemAllows() throws Exception {
    Path deep = folder;
    for (int n = 0; n < 150; n++) {
      deep = deep.resolve("深");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("a.md"), "# a");
    assertThat(read()).hasSize(1);
  }

  @Test
  void readsManyFilesWithoutHoldingThem() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int n = 0; n < 5_000; n++) {
      Files.writeString(many.resolve(n + ".md"), "# " + n);
    }
    long[] sections = new long[1];
    new NotesFolder(folder).read(note -> sections[0] += note.sections().size());
    assertThat(sections[0]).isEqualTo(5_000);
  }

  @Test
  void reportsFrontMatterThatNothingCloses() throws Exception {
    write("a.md", "---\ntitle: 門\n\n# a\n");
    assertThat(read().getFirst().problems())
        .containsExactly(new Problem("a.md", 1, Problem.Kind.MARKUP, "---", "フロントマターが閉じていません"));
  }

  @Test
  void reportsMarkupThatIsBroken() throws Exception {
    write("a.md", "---\ntitle: \"open\n---\n# a\n```\ncode");
    assertThat(read().getFirst().problems())
        .containsExactly(
            new Problem("a.md", 1, Problem.Kind.MARKUP, "---", "フロントマターが YAML として読めません"),
            new Problem("a.md", 5, Problem.Kind.MARKUP, "```", "コードブロックが閉じていません"));
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> new NotesFolder(folder.resolve("none")).read(note -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none");
  }

  private List<Note> read() {
    List<Note> notes = new ArrayList<>();
    new NotesFolder(folder).read(notes::add);
    return notes;
  }

  private List<String> problems() {
    return read().stream()
        .flatMap(note -> note.problems().stream())
        .map(p -> p.file() + " " + p.kind() + " " + p.comment())
        .toList();
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(UTF_8));
  }

  private void link(String name, Path target) throws Exception {
    Files.createSymbolicLink(folder.resolve(name), target);
  }
}
