package dev.terakoya.notes;

/**
 * Characters that nobody sees and that deceive programs and readers: controls, and those that turn
 * the direction of writing.
 */
final class Invisible {
  private Invisible() {}

  static String without(String text) {
    for (int n = 0; n < text.length(); n++) {
      if (is(text.charAt(n))) {
        return removed(text);
      }
    }
    return text;
  }

  private static String removed(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.chars().filter(c -> !is((char) c)).forEach(c -> seen.append((char) c));
    return seen.toString();
  }

  private static boolean is(char c) {
    return c < ' '
        ? c != '\t'
        : (c >= '\u007f' && c < '\u00a0')
            || (c >= '\u202a' && c <= '\u202e')
            || (c >= '\u2066' && c <= '\u2069')
            || c == '\ufeff';
  }
}
