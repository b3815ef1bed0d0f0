package dev.terakoya.lookup;

/**
 * A word of a text.
 *
 * @param text how it is indexed: folded, base form, katakana without long vowels
 * @param from first character in the text as written
 * @param to the character after the last
 * @param position place among the words, for phrases
 * @param content whether it carries meaning by itself (particles, auxiliaries and the like do not)
 */
record Token(String text, int from, int to, int position, boolean content) {
  /** Whether all its characters are Latin letters, digits or the signs that product names use. */
  boolean latin() {
    return text.chars().allMatch(c -> c < 128);
  }

  /** Whether it stands for a term of the glossary. */
  boolean concept() {
    return position < 0;
  }

  /**
   * How it sounds, marked so that it is no word itself; empty where it cannot be mistaken for
   * another script's word.
   */
  String sound() {
    if (concept()
        || text.length() < 3
        || !(latin() || katakana())
        || Character.isDigit(text.charAt(0))) {
      return "";
    }
    String sound = Kana.sound(text);
    return sound.length() < 2 ? "" : SOUND + sound;
  }

  /** Marks a sound. */
  static final char SOUND = '~';

  boolean katakana() {
    return text.chars().allMatch(Kana::isKatakana);
  }
}
