package dev.terakoya.glossary;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text as names are compared: width and compatibility forms (NFKC), case, spaces, hyphens, middle
 * dots, long vowels and the size of vowel kana do not count. Every character that counts remembers
 * where it stood, counted in characters of the original text.
 *
 * <p>Line breaks, tabs and all other punctuation stay, so that no name matches across them.
 */
final class Spelling {
  private static final String E_SOUNDS = "エケセテネヘメレゲゼデベペ";
  private static final String SMALL = "ァィゥェォ";
  private static final String LARGE = "アイウエオ";

  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;

  /** Known once somebody asked. */
  private @Nullable String key;

  private Spelling(int capacity) {
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  /** The spelling of a text, in one pass. */
  static Spelling of(String text) {
    Spelling spelling = new Spelling(text.length() + 16);
    int at = 0;
    while (at < text.length()) {
      int next = clusterEnd(text, at);
      if (next == at + 1 && isPlain(text.charAt(at))) {
        spelling.add(text.charAt(at), at, next);
      } else {
        spelling.addComposed(text.substring(at, next), at, next);
      }
      at = next;
    }
    return spelling;
  }

  /** What all spellings of one name have in common; empty where nothing of the name counts. */
  static String key(String name) {
    return of(name).key();
  }

  private void addComposed(String cluster, int from, int to) {
    String composed = Normalizer.normalize(cluster, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    for (int i = 0; i < composed.length(); i++) {
      add(composed.charAt(i), from, to);
    }
  }

  private void add(char c, int from, int to) {
    if (lengthensTheVowelBefore(c, from)) {
      ends[length - 1] = to;
    } else if (!isSilent(c)) {
      grow();
      int small = SMALL.indexOf(c);
      chars[length] = small < 0 ? Character.toLowerCase(c) : LARGE.charAt(small);
      starts[length] = from;
      ends[length++] = to;
    }
  }

  private void grow() {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, 2 * length);
      starts = Arrays.copyOf(starts, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
  }

  /** フェース, フェイス and フェス are one: neither ー counts nor an イ right after an e. */
  private boolean lengthensTheVowelBefore(char c, int from) {
    return length > 0
        && ends[length - 1] == from
        && ((c == 'ー' && isKatakana(chars[length - 1]))
            || (c == 'イ' && E_SOUNDS.indexOf(chars[length - 1]) >= 0));
  }

  /** How many characters count. */
  int length() {
    return length;
  }

  /** A character that counts. */
  char at(int index) {
    return chars[index];
  }

  /** Where a character begins in the original text. */
  int start(int index) {
    return starts[index];
  }

  /** Where a character ends in the original text, its long vowel included. */
  int end(int index) {
    return ends[index];
  }

  /** Whether something that does not count, such as a space, stands before this character. */
  boolean gapBefore(int index) {
    return ends[index - 1] < starts[index];
  }

  /** Whether the range is written without a space or hyphen in it. */
  boolean isUnbroken(int from, int to) {
    return IntStream.range(from + 1, to).noneMatch(this::gapBefore);
  }

  /** Where the first 32 characters of the range are written apart, as bits counted from it. */
  int breaks(int from, int to) {
    int breaks = 0;
    for (int i = from + 1; i < Math.min(to, from + Integer.SIZE); i++) {
      breaks |= gapBefore(i) ? 1 << (i - from) : 0;
    }
    return breaks;
  }

  /** What all spellings of one name have in common. */
  String key() {
    String all = key == null ? new String(chars, 0, length) : key;
    key = all;
    return all;
  }

  /** Where a key stands from {@code index} on; -1 if nowhere. */
  int find(String part, int index) {
    return key().indexOf(part, index);
  }

  /** Whether the characters of {@code key} stand at {@code index}. */
  boolean has(String key, int index) {
    if (index + key.length() > length) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (chars[index + i] != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether no Latin word or number goes on from the character before {@code index} to it. */
  boolean isBoundary(int index) {
    return index == 0
        || index == length
        || gapBefore(index)
        || !isLatin(chars[index - 1])
        || !isLatin(chars[index]);
  }

  /** Whether {@code c} is a letter or digit of a Latin word. */
  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  static boolean isKatakana(char c) {
    return c >= 'ァ' && c <= 'ヺ';
  }

  static boolean isKanji(char c) {
    return (c >= '一' && c <= '鿿') || c == '々';
  }

  private static boolean isSilent(char c) {
    return switch (c) {
      case '-', '‐', '‑', '‒', '–', '−', '・', '_', '\u200b', '\u200d', '\ufeff' -> true;
      default -> Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
    };
  }

  /** Whether a character is its own compatibility form: no need to ask the normalizer. */
  private static boolean isPlain(char c) {
    return c < 0x80 || (c >= '、' && c <= '〟') || (c >= 'ぁ' && c < 'ヿ') || isKanji(c);
  }

  private static int clusterEnd(String text, int at) {
    int end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length() && isCombining(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isCombining(char c) {
    return c >= 0x300
        && (c == 'ﾞ' || c == 'ﾟ' || Character.getType(c) == Character.NON_SPACING_MARK);
  }
}
