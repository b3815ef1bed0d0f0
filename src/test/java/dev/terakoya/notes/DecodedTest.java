package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTest {
  private static final String TEXT = "# 山の天気\n午後は雷が多い。①㈱はCP932の文字。\nNFC か\u3099";
  private static final String PLAIN = "# 山の天気\n午後は雷が多いので、早く出る。";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-31j", "EUC-JP", "ISO-2022-JP"})
  void readsTheEncodingsOfJapanese(String charset) {
    assertThat(Decoded.of(PLAIN.getBytes(Charset.forName(charset))))
        .isEqualTo(new Decoded(List.of(PLAIN.split("\n")), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-31j", "EUC-JP"})
  void readsAShortNoteInAnOldEncoding(String charset) {
    assertThat(Decoded.of("雷とは".getBytes(Charset.forName(charset))).lines()).containsExactly("雷とは");
  }

  @Test
  void readsTheCharactersThatOnlyWindowsHasInShiftJis() {
    String text = TEXT.replace("か\u3099", "が");
    assertThat(Decoded.of(text.getBytes(Charset.forName("windows-31j"))).lines().get(1))
        .contains("①㈱");
  }

  @Test
  void takesOffByteOrderMarks() {
    assertThat(Decoded.of(with("\ufeff" + TEXT, UTF_8)).lines().getFirst()).isEqualTo("# 山の天気");
    assertThat(Decoded.of(with("\ufeff" + TEXT, UTF_16LE)).lines().getFirst()).isEqualTo("# 山の天気");
    assertThat(Decoded.of(with("\ufeff" + TEXT, UTF_16BE)).lines().getFirst()).isEqualTo("# 山の天気");
  }

  @Test
  void aLineEndsWhereEditorsSaySo() {
    assertThat(lines("a\r\nb\nc")).containsExactly("a", "b", "c");
    assertThat(lines("a\rb\rc")).containsExactly("a", "b", "c");
    assertThat(lines("a\rb\nc")).containsExactly("a\rb", "c");
    assertThat(lines("a\u2028b\fc")).containsExactly("a\u2028b\fc");
    assertThat(lines("")).containsExactly("");
  }

  @Test
  void namesWhatCannotBeRead() {
    byte[] broken = "一行目は長く続く文である。\nここ".getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(broken);
    bytes.write(0xff);
    assertThat(Decoded.of(bytes.toByteArray()).faults())
        .containsExactly(
            new Decoded.Fault(2, "ここ\ufffd", "characters that cannot be read as UTF-8"));
  }

  @Test
  void namesAGuessThatMayBeWrong() {
    byte[] latin =
        "Le café est fermé. Voilà l'été, déjà passé.".getBytes(Charset.forName("windows-1252"));
    assertThat(Decoded.of(latin).faults())
        .extracting(Decoded.Fault::comment)
        .containsExactly("taken for windows-1252");
  }

  @Test
  void namesCharactersThatWereLostBefore() {
    assertThat(Decoded.of("文字\ufffd化け".getBytes(UTF_8)).faults()).hasSize(1);
  }

  @Test
  void keepsControlCharactersAsWrittenAndNamesThem() {
    Decoded decoded = Decoded.of("a long enough line\nNUL \0 in a line".getBytes(UTF_8));
    assertThat(decoded.lines().get(1)).isEqualTo("NUL \0 in a line");
    assertThat(decoded.faults())
        .containsExactly(new Decoded.Fault(2, "NUL  in a lin", "control characters"));
  }

  @Test
  void doesNotTakeBytesForText() {
    byte[] bytes = new byte[4000];
    new java.util.Random(7).nextBytes(bytes);
    assertThat(Decoded.of(bytes))
        .isEqualTo(new Decoded(List.of(), List.of(new Decoded.Fault(1, "", "no text"))));
  }

  private static List<String> lines(String text) {
    return Decoded.of(text.getBytes(UTF_8)).lines();
  }

  private static byte[] with(String text, Charset charset) {
    return text.getBytes(charset);
  }
}
