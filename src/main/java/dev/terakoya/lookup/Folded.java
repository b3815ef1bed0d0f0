package dev.terakoya.lookup;

import java.text.Normalizer;
import java.util.Arrays;
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
  private static final char FIRST_COMBINING = '\u0300';

  static Folded of(String written) {
    StringBuilder text = new StringBuilder(written.length());
    int[] origin = new int[written.length() + 1];
    for (int from = 0; from < written.length(); ) {
      int to = clusterEnd(written, from);
      int before = text.length();
      fold(written, from, to, text);
      if (text.length() >= origin.length) {
        origin = Arrays.copyOf(origin, 2 * text.length());
      }
      Arrays.fill(origin, before, text.length(), from);
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
    return c >= FIRST_COMBINING && !isPlain(c) && isMark(c);
  }

  private static boolean isMark(char c) {
    return c == '\uFF9E' || c == '\uFF9F' || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static void fold(String text, int from, int to, StringBuilder folded) {
    char c = text.charAt(from);
    if (to == from + 1 && c < 128) {
      folded.append(c < ' ' ? ' ' : Character.toLowerCase(c));
    } else if (to == from + 1 && isPlain(c)) {
      folded.append(c);
    } else if (!isInvisible(text.codePointAt(from))) {
      String composed = Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFKC);
      folded.append(composed.toLowerCase(Locale.ROOT));
    }
  }

  /** Kana and common kanji, nearly all of a Japanese text, of which nothing is to be folded. */
  private static boolean isPlain(char c) {
    return (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ー') || (c >= '\u4E00' && c <= '\u9FFF');
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT || type == Character.CONTROL;
  }
}
