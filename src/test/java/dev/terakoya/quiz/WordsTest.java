package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How words, names and amounts are read. */
class WordsTest {
  @Test
  void givesEachCharacterOneWidth() {
    assertThat(Text.tidy("最大１０ＶＰＮ　まで，ｶﾅも．")).isEqualTo("最大10VPN まで、カナも。");
  }

  @ParameterizedTest
  @CsvSource({"テンプレート,template", "ルーティング,routing", "ホスト,host", "医療,medical"})
  void knowsTwins(String one, String other) {
    assertThat(Twins.are(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"テンプレート,table", "キュー,cluster", "ロール,alert"})
  void doesNotTakeStrangersForTwins(String one, String other) {
    assertThat(Twins.are(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"・金庫とは,金庫", "2.2.4. cdk diff,cdk diff", "VGW(仮想プライベートゲートウェイ),VGW", "[x] 3. 鍵束,鍵束"})
  void readsNames(String raw, String name) {
    assertThat(Label.of(raw).map(Label::name)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"特徴", "料金", "構成例 5", "鍵を預かる", "運用コストの削減", "https://example.org", "なぜ？"})
  void refusesWhatIsNoName(String raw) {
    assertThat(Label.of(raw)).isEmpty();
  }

  @Test
  void aSpeltOutNameInLatinLettersMayBeLong() {
    assertThat(Label.of("Hybrid Warehouse Gateway for Windows File Server")).isPresent();
    assertThat(Label.of("荷".repeat(33))).isEmpty();
    assertThat(Label.of("Warehouse ".repeat(7))).isEmpty();
  }

  @Test
  void splitsANameFromItsDescription() {
    assertThat(Split.of("金庫：鍵を預かる")).map(Split::description).contains("鍵を預かる");
    assertThat(Split.of("（金庫：鍵）を預かる")).isEmpty();
    assertThat(Split.of("http://example.org")).isEmpty();
  }

  @Test
  void findsAmountsAndOthersNearThem() {
    Amount amount = Amount.in("最大30秒まで待つ").getFirst();
    assertThat(amount.among(List.of(new BigDecimal(60)), List.of(), "seed"))
        .hasValueSatisfying(
            four -> assertThat(four).hasSize(4).contains("30秒").doesNotContain("60秒"));
  }

  @Test
  void findsMisspeltWordsButNotInflectedOnes() {
    Spelling.Builder builder = Spelling.learning();
    List.of("Balancer", "Balancer", "Balancer", "ローテーション").forEach(builder::read);
    Spelling spelling = builder.with(Planted.GLOSSARY);
    assertThat(spelling.slips("Blancerを置く"))
        .extracting(Spelling.Slip::meant)
        .containsExactly("Balancer");
    assertThat(spelling.slips("1分感覚で動く")).extracting(Spelling.Slip::meant).containsExactly("間隔");
    assertThat(spelling.slips("Balancersを置く")).isEmpty();
  }
}
