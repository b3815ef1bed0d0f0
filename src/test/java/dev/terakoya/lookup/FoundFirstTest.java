package dev.terakoya.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes first in small folders where a single rule decides. */
class FoundFirstTest {
  private Path notes;
  private Path index;

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    notes = Files.createDirectory(folder.resolve("notes"));
    index = folder.resolve("index");
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(notes.resolve(file).getParent());
    Files.writeString(notes.resolve(file), text);
  }

  /** The section found first; the folder's name for none. */
  private String first(String query) {
    try (Lookup lookup = Lookup.open(new NotesFolder(notes), index, Glossary.of(List.of()))) {
      return lookup.find(query, 1) instanceof Found.Hits hits
          ? named(hits.hits().getFirst().section())
          : "nothing";
    }
  }

  private static String named(Section section) {
    return section.source().file() + " " + section.heading();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ケルベロスの用語", "kerubero", "認証 用語"})
  void aNoteIsFoundByWhatItsFileAndFoldersAreCalled(String query) throws IOException {
    write("認証/02_ケルベロス.md", "# 用語\n\n切符を配る係がいる。\n");
    write("ウェブ/03_rest.md", "# 用語\n\n動詞と名詞で操作する。\n");
    assertThat(first(query)).isEqualTo("認証/02_ケルベロス.md 用語");
  }

  @Test
  void whatAProgramCalledAFileSaysNothing() throws IOException {
    write("000_042e307a894c4b40.md", "# 用語\n\n切符を配る係がいる。\n");
    assertThat(first("042e307a894c4b40")).isEqualTo("nothing");
    assertThat(first("000")).isEqualTo("nothing");
  }

  @Test
  void aNameIsFoundTogetherAndApartButNotByOneOfItsWords() throws IOException {
    write("a.md", "# 負荷試験\n\nApacheBench で百回たたく。\n\n# Apache\n\nウェブサーバの名前。\n");
    assertThat(first("Apache Bench")).isEqualTo("a.md 負荷試験");
    assertThat(first("Apache Kafka")).isEqualTo("nothing");
  }

  @Test
  void aDashInsideKatakanaIsALongVowel() throws IOException {
    write("a.md", "# データロード\n\n表に詰め込む。\n");
    assertThat(first("データロ－ド")).isEqualTo("a.md データロード");
    assertThat(first("デ―タ")).isEqualTo("a.md データロード");
  }

  @Test
  void aListOfLinksComesAfterWhatSaysSomething() throws IOException {
    write("a.md", "# 参考\n\n- 水車の歴史\n\n# 仕組み\n\n川の流れを輪で受け、歯車を通して臼を回すのが水車である。\n");
    assertThat(first("水車")).isEqualTo("a.md 仕組み");
  }

  @Test
  void aSectionWithoutTheLatinNameThatIsAskedForComesAfterOneThatHasIt() throws IOException {
    write("a.md", "# パスワード\n\nパスワードは長いほど良い。\n\n# 初めての起動\n\nJenkins が書き出すパスワードを画面に入れる。\n");
    assertThat(first("Jenkinsの長いパスワード")).isEqualTo("a.md 初めての起動");
  }

  @Test
  void threeLettersAloneBeginNoWord() throws IOException {
    write("a.md", "# Artifact\n\nartifact は作られたもの。\n");
    assertThat(first("art")).isEqualTo("nothing");
    assertThat(first("artif")).isEqualTo("a.md Artifact");
  }
}
