package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
  private static Sentence only(String line) {
    List<Sentence> sentences = Sentence.of(line);
    assertThat(sentences).hasSize(1);
    return sentences.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "鍵を預かる仕組みです。,鍵を預かる仕組みはどれですか。",
    "鍵を預かることができます。,鍵を預かることができるのはどれですか。",
    "受け取った値を返します。,受け取った値を返すのはどれですか。",
    "送り先を制限,送り先を制限するのはどれですか。",
    "別の棚への移動が可能,別の棚への移動が可能なのはどれですか。",
    "二つの鍵を一つにまとめること,二つの鍵を一つにまとめることを何と呼びますか。"
  })
  void asksByItsEnding(String line, String question) {
    assertThat(only(line).asks()).contains(question);
  }

  @Test
  void asksNothingOfAFragment() {
    assertThat(only("棚を動かさずに").asks()).isEmpty();
  }

  @Test
  void saysItOfAnother() {
    assertThat(only("鍵を預かる仕組みです").saidOf("金庫")).contains("金庫は、鍵を預かる仕組みである。");
    assertThat(only("鍵は棚が預かる").saidOf("金庫")).isEmpty();
  }

  @Test
  void aFullStopInBracketsEndsNothing() {
    assertThat(Sentence.of("鍵を預かる（閉店まで。夜も）。朝に返す。"))
        .extracting(Sentence::text)
        .containsExactly("鍵を預かる（閉店まで。夜も）", "朝に返す");
  }

  @Test
  void leavesOutItsOwnTopic() {
    assertThat(only("金庫とは、鍵を預かる仕組みです。").without("金庫")).contains(new Sentence("鍵を預かる仕組み"));
  }

  @Test
  void whatIsDoneIsQuotedAndWhatAThingIsIsAskedFor() {
    assertThat(Definitions.stem(new Sentence("見慣れない荷物の検出")))
        .hasValue("次の説明に当てはまるものはどれですか。「見慣れない荷物の検出」");
    assertThat(Definitions.stem(new Sentence("見慣れない荷物を見張る仕組み"))).hasValue("見慣れない荷物を見張る仕組みはどれですか。");
  }
}
