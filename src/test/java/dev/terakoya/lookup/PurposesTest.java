package dev.terakoya.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Reading;
import dev.terakoya.glossary.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurposesTest {
  private static final List<List<String>> NEEDS =
      List.of(
          List.of("キュー", "順番", "守る"),
          List.of("ファイル", "共有", "複数", "サーバー"),
          List.of("設定", "変更", "記録"),
          List.of("秘密", "パスワード", "保管", "自動", "更新"),
          List.of("桟橋", "水深"));

  @Test
  void theBuildPackedWhatTheUsesSay() {
    Glossary glossary = Glossary.bundled();
    assertThat(Purposes.class.getResource("purposes.pack")).isNotNull();
    Purposes packed = Purposes.of(glossary);
    Purposes cut = Purposes.cut(glossary);
    assertThat(NEEDS)
        .allSatisfy(need -> assertThat(meant(packed, need)).isEqualTo(meant(cut, need)));
    assertThat(meant(packed, NEEDS.get(1))).isNotEmpty();
  }

  @Test
  void theBuildPackedHowAllNamesSound() {
    Glossary glossary = Glossary.bundled();
    assertThat(Corrections.class.getResource("names.pack")).isNotNull();
    assertThat(Corrections.names(glossary)).isEqualTo(Corrections.heard(glossary));
    Glossary harbour =
        Glossary.of(
            List.of(new Term("quay", List.of("埠頭"), "harbour", "", List.of(), "", List.of())));
    assertThat(Corrections.names(harbour)).isEqualTo(Corrections.heard(harbour)).hasSize(1);
  }

  @Test
  void whatATeamSaysThatATermIsForCountsToo(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("harbour.yaml"),
            """
            terms:
              - kind: harbour
                terms:
                  quay: [埠頭]
            purposes:
              quay: [水深の深い桟橋]
            """);
    Reading reading = Glossary.bundled().plus(file);
    assertThat(reading.faults()).isEmpty();
    assertThat(meant(Purposes.of(reading.glossary()), List.of("桟橋", "水深")))
        .extracting(Purposes.Meant::id)
        .containsExactly("quay");
  }

  private static List<Purposes.Meant> meant(Purposes purposes, List<String> need) {
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    need.forEach(word -> asked.put(word, Ways.same(word)));
    return purposes.of(asked, id -> true);
  }
}
