package dev.terakoya.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check finds the fault planted for it, and nothing in a sound note. */
class LintTest {
  private static final Glossary GLOSSARY = Glossary.bundled();

  @TempDir Path folder;

  private List<String> found(String note) throws IOException {
    Files.writeString(folder.resolve("note.md"), note);
    return Lint.of(new NotesFolder(folder), GLOSSARY).stream()
        .map(p -> p.line() + " " + p.kind())
        .toList();
  }

  @Test
  void aSoundNoteHasNoProblems() throws IOException {
    assertThat(found("# 門番\n門番は鍵を預かり、朝になると返す。\n\n## 夜\n夜は門を閉じる。\n")).isEmpty();
  }

  @Test
  void theNotesInEnglishThatWeShipHaveNoProblems() {
    assertThat(Lint.of(new NotesFolder(Path.of("notes/english")), GLOSSARY)).isEmpty();
  }

  @Test
  void findsAHeadingWithNothingBelow() throws IOException {
    assertThat(found("# 門\n## 鍵\n## 錠\n錠は門を閉じる。\n")).containsExactly("2 empty-section");
  }

  @Test
  void findsWhatIsLeftToDo() throws IOException {
    assertThat(found("# 門\nTODO 鍵の数を数える\n\n門番は鍵を預かる（三本？）\n")).containsExactly("2 todo", "4 todo");
  }

  @Test
  void findsBrokenMarkup() throws IOException {
    assertThat(found("# 門\n** 鍵は渡さない**と言う。\n\n**門**と**鍵**を守る。\n")).containsExactly("2 markup");
  }

  @Test
  void findsAnOpenFenceOnce() throws IOException {
    assertThat(found("# 門\n- 鍵\n  ```sh\n  ** 開ける**\n- 錠\n")).containsExactly("3 markup");
  }

  @Test
  void findsASentenceSaidTwice() throws IOException {
    String sentence = "門番は毎朝かならず鍵の数を数えてから門を開き帳面に記して判を押す。\n";
    assertThat(found("# 門\n" + sentence + "\n" + sentence)).containsExactly("4 duplicate");
  }

  @Test
  void whatIsSaidOfOneThingAfterAnotherIsNotSaidTwice() throws IOException {
    String sentence = "門番は毎朝かならず鍵の数を数えてから門を開き帳面に記して判を押す。\n";
    assertThat(found("# 門\n- 北の門\n  - " + sentence + "- 南の門\n  - " + sentence)).isEmpty();
  }

  @Test
  void theTitleOfATalkIsNotOutdated() throws IOException {
    assertThat(found("# 門\nNLBにはセキュリティグループを関連付けられない（Summit 2019）\n")).isEmpty();
  }

  @Test
  void findsSlipsOfInputAndOfNames() throws IOException {
    assertThat(found("# 門\n鍵は1分感覚で数える。\nAWS Step Function で門を開く。\n"))
        .containsExactly("2 typo", "3 typo");
  }

  @Test
  void findsWhatIsOutdated() throws IOException {
    assertThat(found("# 門\nNLBにはセキュリティグループを関連付けられない。\n")).containsExactly("2 outdated");
  }

  @Test
  void findsTwoLimitsOfOneThing() throws IOException {
    assertThat(found("# 門\n門番が預かる鍵は最大10本まで。\n\n門番が預かる鍵は最大12本まで。\n"))
        .containsExactly("4 contradiction");
  }

  @Test
  void tellsTheLineTheKindAndWhatWouldBeRight() throws IOException {
    Files.writeString(folder.resolve("note.md"), "# 門\nAWS Step Function で門を開く。\n");
    assertThat(Lint.of(new NotesFolder(folder), GLOSSARY))
        .containsExactly(
            new Problem(
                "note.md", 2, Problem.Kind.TYPO, "AWS Step Function", "正しい名前は AWS Step Functions"));
  }

  @Test
  void tellsTheNameOfTodayBesideAFormerOne() throws IOException {
    Files.writeString(folder.resolve("note.md"), "# 門\nAWS CloudWatch Events の合図で門を開く。\n");
    assertThat(Lint.of(new NotesFolder(folder), GLOSSARY))
        .filteredOn(p -> p.kind() == Problem.Kind.ERROR)
        .extracting(Problem::comment)
        .containsExactly("正しい名前は Amazon CloudWatch Events、いまは Amazon EventBridge");
  }
}
