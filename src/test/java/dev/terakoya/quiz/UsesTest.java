package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked because the glossary bears a note out. */
class UsesTest {
  private static final Glossary GLOSSARY = Glossary.bundled();

  @TempDir Path folder;

  /** What this maker alone asks: the glossary's known facts would come before it. */
  private List<Question> questions(String note) throws IOException {
    Files.writeString(folder.resolve("note.md"), note);
    List<Harvest> harvests = new ArrayList<>();
    new NotesFolder(folder)
        .read(n -> n.sections().forEach(s -> harvests.add(Harvest.of(s, GLOSSARY))));
    Field field = Field.of(harvests, GLOSSARY);
    return new Uses(field, new Purposes(field.glossary()))
        .candidates(field)
        .map(Phrasing::question)
        .toList();
  }

  @Test
  void asksWhichServiceASentenceBelowItsNameIsAbout() throws IOException {
    List<Question> questions =
        questions("# 覚え書き\n## CloudTrail\n- 誰がいつ操作したかの履歴を記録し、監査の証拠としてS3へ残す\n");
    assertThat(questions).extracting(Question::key).containsExactly("AWS CloudTrail");
    assertThat(questions.getFirst().options()).hasSize(4).allMatch(o -> o.startsWith("A"));
  }

  @Test
  void asksItOfATopicInTheMiddleOfOtherLines() throws IOException {
    List<Question> questions =
        questions("# 覚え書き\n- 棚卸しは月末に行う\n- Amazon GuardDutyは、仮想通貨の採掘や不正アクセスをログから見つける\n- 鍵は二本ある\n");
    assertThat(questions).extracting(Question::key).containsExactly("Amazon GuardDuty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "棚の奥にしまった箱を週末に並べ替える",
        "誰がいつ操作したかの履歴を残す設定が必要",
        "これが誰がいつ操作したかの履歴を記録する",
        "CloudTrailのトレイルに、誰がいつ操作したかの履歴を記録する"
      })
  void asksNothingThatTheGlossaryDoesNotBearOutOrThatIsNoUse(String line) throws IOException {
    assertThat(questions("# 覚え書き\n## CloudTrail\n- " + line + "\n")).isEmpty();
  }

  @Test
  void offersNothingForWhichTheGlossarySaysTheSame() throws IOException {
    Purposes purposes = new Purposes(GLOSSARY);
    String said = "誰がいつ操作したかの履歴を記録し、監査の証拠としてS3へ残す";
    int told = purposes.told(GLOSSARY.find("CloudTrail").orElseThrow(), said).size();
    assertThat(questions("# 覚え書き\n## CloudTrail\n- " + said + "\n").getFirst().options())
        .filteredOn(o -> !o.equals("AWS CloudTrail"))
        .allMatch(o -> 2 * purposes.told(GLOSSARY.find(o).orElseThrow(), said).size() <= told);
  }
}
