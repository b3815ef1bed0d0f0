package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import java.math.BigDecimal;
import java.util.Collections;
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

  private static List<String> options(String text, List<BigDecimal> real, String seed) {
    return Amount.in(text).getFirst().among(List.of(), real, seed).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲", "乙", "丙", "丁", "戊"})
  void offersAmountsThatCouldBeTrue(String seed) {
    assertThat(options("2つ", List.of(), seed)).isSubsetOf("1つ", "2つ", "3つ", "4つ", "5つ");
    assertThat(options("251個", List.of(), seed))
        .allMatch(o -> Math.abs(Amount.in(o).getFirst().value().intValue() - 251) <= 6);
    assertThat(options("300秒", List.of(new BigDecimal(350), new BigDecimal(180)), seed))
        .containsAnyOf("350秒", "180秒");
  }

  @Test
  void theSmallestOfAUnitIsNotAlwaysTheSmallestOption() {
    assertThat(List.of("甲", "乙", "丙", "丁", "戊", "己", "庚"))
        .map(seed -> options("1MB", List.of(), seed).indexOf("1MB"))
        .contains(0, 1)
        .anyMatch(place -> place > 1);
    assertThat(Amount.in("1MB").getFirst().size())
        .isGreaterThan(Amount.in("512KB").getFirst().size());
  }

  @Test
  void doubtsAnAcronymButNotOneThatIsExplained() {
    Spelling.Builder builder = Spelling.learning();
    for (int n = 0; n < 12; n++) {
      builder.read("QZX と QRW を使う");
    }
    builder.read("QXZ と違い、QZX は速い");
    builder.read("QXZ も使う");
    builder.read("QRV（Quiet Rolling Van）を使う");
    builder.read("QRT を使う");
    Spelling spelling = builder.with(Glossary.of(List.of()));
    assertThat(spelling.doubtful("QXZ を使う")).contains("QXZ");
    assertThat(spelling.doubtful("QRT を使う")).contains("QRT");
    assertThat(spelling.doubtful("QRV を使う")).isEmpty();
  }

  @Test
  void offersNoNameBesideOneThatIsMadeFromIt() {
    List<String> names = List.of("Van for Snow", "Van", "Cart", "Sled for Ice");
    assertThat(Siblings.apart("Sled", names, n -> n)).containsExactly("Van for Snow", "Cart");
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

  @Test
  void takesNoEnglishWordForASlipHoweverOftenTheNotesMisspellIt() {
    Spelling.Builder builder = Spelling.learning();
    Collections.nCopies(9, "角のBrakets と Percantiles").forEach(builder::read);
    Spelling spelling = builder.with(Planted.GLOSSARY);
    assertThat(spelling.slips("角のBracketsを見る")).isEmpty();
    assertThat(spelling.slips("角のPercentilesを見る")).isEmpty();
    assertThat(spelling.slips("角のBrakketsを見る")).isNotEmpty();
  }
}
