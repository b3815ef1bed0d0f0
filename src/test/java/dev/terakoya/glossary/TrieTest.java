package dev.terakoya.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrieTest {
  private static final List<String> KEYS = List.of("a\uffff", "pier", "pier3", "quay", "埠頭");

  @Test
  void eachKeyHasItsPlaceAsItsNumber() {
    finds(Trie.of(new TreeSet<>(KEYS)));
  }

  @Test
  void packedItFindsTheSame() throws Exception {
    Pack.Writer pack = new Pack.Writer();
    Trie.of(new TreeSet<>(KEYS)).pack(pack);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pack.to(bytes);
    finds(Trie.unpacked(new Pack(bytes.toByteArray())));
  }

  @Test
  void mayBeEmpty() {
    assertThat(Trie.of(new TreeSet<>()).number("pier")).isEqualTo(Trie.NONE);
  }

  private static void finds(Trie trie) {
    assertThat(KEYS).allMatch(key -> trie.number(key) == KEYS.indexOf(key));
    assertThat(List.of("", "a", "pie", "pier33", "x", "埠"))
        .allMatch(key -> trie.number(key) == Trie.NONE);
  }
}
