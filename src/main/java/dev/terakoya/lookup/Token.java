package dev.terakoya.lookup;

/**
 * A word of a text.
 *
 * @param text how it is indexed: folded, base form, katakana without long vowels
 * @param from first character in the text as written
 * @param to the character after the last
 * @param content whether it carries meaning by itself (particles, auxiliaries and the like do not)
 * @param kind what it was made from
 */
record Token(String text, int from, int to, boolean content, Kind kind) {
  /** What a token is made from. */
  enum Kind {
    /** A word of the text. */
    WORD,
    /** A verb or an adjective. */
    PREDICATE,
    /**
     * A run of katakana that Kuromoji cuts into several words, or a number with its unit, uncut.
     */
    RUN,
    /** A term of the glossary, whatever name the text calls it by. */
    CONCEPT,
    /** A number with its unit, whatever the number. */
    MEASURE
  }

  /** Marks a sound of a Latin word, and of a katakana word, so that neither is a word itself. */
  static final char LATIN_SOUND = '~';

  static final char KATAKANA_SOUND = '^';

  /** Whether all its characters are Latin letters, digits or the signs that product names use. */
  boolean latin() {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  boolean katakana() {
    for (int i = 0; i < text.length(); i++) {
      if (!Kana.isKatakana(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  boolean concept() {
    return kind == Kind.CONCEPT;
  }

  /**
   * How it sounds, marked by its script; empty where it cannot be mistaken for a word of the other
   * script.
   */
  String sound() {
    return sound(latin() ? LATIN_SOUND : KATAKANA_SOUND);
  }

  /** The sound that a word of the other script would have to have. */
  String soundInOtherScript() {
    return sound(latin() ? KATAKANA_SOUND : LATIN_SOUND);
  }

  static boolean isSound(String word) {
    return word.charAt(0) == LATIN_SOUND || word.charAt(0) == KATAKANA_SOUND;
  }

  private String sound(char mark) {
    boolean spoken = kind != Kind.CONCEPT && kind != Kind.MEASURE && text.length() >= 3;
    if (!spoken || Character.isDigit(text.charAt(0)) || !(latin() || katakana())) {
      return "";
    }
    String sound = Kana.sound(text);
    return sound.length() < 3 ? "" : mark + sound;
  }
}
