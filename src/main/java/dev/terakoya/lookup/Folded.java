package dev.terakoya.lookup;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text with everything folded that readers do not tell apart: width, case, compatibility forms,
 * composed and decomposed kana (Unicode NFKC, then lower case), invisible characters and control
 * characters.
 *
 * @param text the folded characters
 * @param origin for each folded character, and one past the last, where it came from in the text as
 *     written
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, made for every line
record Folded(String text, int[] origin) {
  static Folded of(String written) {
    StringBuilder text = new StringBuilder(written.length());
    int[] origin = new int[written.length() + 1];
    for (int from = 0; from < written.length(); ) {
      int to = clusterEnd(written, from);
      String folded = fold(written, from, to);
      for (int i = 0; i < folded.length(); i++) {
        if (text.length() + 2 > origin.length) {
          origin = java.util.Arrays.copyOf(origin, origin.length * 2);
        }
        origin[text.length()] = from;
        text.append(folded.charAt(i));
      }
      from = to;
    }
    origin[text.length()] = written.length();
    return new Folded(text.toString(), origin);
  }

  /** Only the folded characters. */
  static String text(String written) {
    return of(written).text();
  }

  /** Folded and without anything but letters and digits: how names are compared. */
  static String name(String written) {
    StringBuilder name = new StringBuilder();
    text(written)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) && c != 'ー')
        .forEach(name::appendCodePoint);
    return name.toString();
  }

  /** The end of a character together with the marks that combine with it. */
  private static int clusterEnd(String text, int from) {
    int end = from + Character.charCount(text.codePointAt(from));
    while (end < text.length() && combines(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean combines(char c) {
    return c == '\uFF9E' || c == '\uFF9F' || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String fold(String text, int from, int to) {
    char c = text.charAt(from);
    if (to == from + 1 && c < 128) {
      return c < ' ' ? " " : String.valueOf(Character.toLowerCase(c));
    }
    int type = Character.getType(text.codePointAt(from));
    if (type == Character.FORMAT || type == Character.CONTROL) {
      return "";
    }
    return Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
  }
}
