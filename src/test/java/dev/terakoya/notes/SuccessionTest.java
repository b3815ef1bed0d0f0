package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuccessionTest {
  private static final String HILLS = "# 山\n## 丘\n丘は山よりも低く、なだらかな斜面を持つ。歩いて登れる。\n";
  private static final String RIVERS = "# 水\n## 川\n川は高い所から低い所へ流れ、やがて海へ注ぐ。魚が住む。\n";

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @Test
  void anEditedSectionLivesOn() {
    assertThat(heirs(HILLS, HILLS.replace("歩いて登れる", "だれでも歩いて登れる")))
        .containsExactly(Map.entry("丘", "丘"));
  }

  @Test
  void aRenamedSectionLivesOn() {
    assertThat(heirs(HILLS, HILLS.replace("## 丘", "## 小さな山")))
        .containsExactly(Map.entry("丘", "小さな山"));
  }

  @Test
  void aSectionThatMovedBeneathAnotherHeadingLivesOn() {
    assertThat(heirs(HILLS + RIVERS, RIVERS.replace("# 水\n", "# 地形\n") + HILLS))
        .containsEntry("川", "川")
        .doesNotContainKey("丘");
  }

  @Test
  void aDeletedSectionHasNoHeir() {
    assertThat(heirs(HILLS + RIVERS, HILLS)).isEmpty();
    assertThat(heirs(HILLS, RIVERS)).isEmpty();
  }

  @Test
  void aSectionThatStaysIsNobodysHeir() {
    assertThat(heirs(HILLS, HILLS + HILLS.replace("丘は", "その丘は").replace("## 丘", "## 丘二")))
        .isEmpty();
  }

  @Test
  void aTraceCanBeWrittenDownAndReadAgain() {
    SectionTrace trace = traces(HILLS).getLast();
    assertThat(new SectionTrace(trace.id(), trace.file(), trace.path(), trace.fingerprint()))
        .isEqualTo(trace);
    assertThat(trace.fingerprint()).hasSize(256);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTwoShareAnHeirAndTheOrderDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<SectionTrace> old = traces(String.join("\n", new MessyText(seed).lines()));
    List<SectionTrace> now = new ArrayList<>(traces(edited(random, seed)));
    Map<SectionId, SectionId> heirs = Succession.between(old, now);
    assertThat(heirs.values()).doesNotHaveDuplicates();
    assertThat(now.stream().map(SectionTrace::id)).containsAll(heirs.values());
    assertThat(old).noneMatch(trace -> heirs.containsValue(trace.id()));
    Collections.shuffle(now, random);
    assertThat(Succession.between(old, now)).isEqualTo(heirs);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingChangesWhereNothingChanged(long seed) {
    List<SectionTrace> traces = traces(String.join("\n", new MessyText(seed).lines()));
    assertThat(Succession.between(traces, traces)).isEmpty();
  }

  private static String edited(Random random, long seed) {
    return new MessyText(seed)
        .lines().stream()
            .filter(line -> random.nextInt(8) > 0)
            .map(line -> random.nextInt(8) > 0 ? line : line + "書き足す")
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> heirs(String before, String after) {
    Map<SectionId, String> names = new HashMap<>();
    List<SectionTrace> old = traces(before);
    List<SectionTrace> now = traces(after);
    old.forEach(trace -> names.put(trace.id(), trace.path().getLast()));
    now.forEach(trace -> names.put(trace.id(), trace.path().getLast()));
    Map<String, String> heirs = new HashMap<>();
    Succession.between(old, now).forEach((from, to) -> heirs.put(names.get(from), names.get(to)));
    return heirs;
  }

  private static List<SectionTrace> traces(String text) {
    return NotesFolder.read("a.md", text.getBytes(UTF_8)).sections().stream()
        .map(SectionTrace::of)
        .toList();
  }
}
