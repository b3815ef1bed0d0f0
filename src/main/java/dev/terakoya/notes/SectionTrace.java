package dev.terakoya.notes;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What is remembered of a section to know it again when it was edited or moved.
 *
 * @param id its id
 * @param file the file it stood in
 * @param path its headings
 * @param fingerprint of its text: 64 values of 16 bits in hexadecimal digits, by one-permutation
 *     MinHash (Li, Owen, Zhang 2012) over runs of four characters; equal for equal texts
 */
public record SectionTrace(SectionId id, String file, List<String> path, String fingerprint) {
  static final int VALUES = 64;
  private static final int RUN = 4;
  private static final int NONE = 0xffff;

  public SectionTrace {
    path = List.copyOf(path);
    if (fingerprint.length() != VALUES * 4) {
      throw new IllegalArgumentException("a fingerprint of " + fingerprint.length() + " digits");
    }
  }

  /** The trace that a section leaves. */
  public static SectionTrace of(Section section) {
    List<String> own = section.lines().subList(section.headingLines(), section.lines().size());
    return new SectionTrace(
        section.id(), section.source().file(), section.path(), fingerprint(own));
  }

  private static String fingerprint(List<String> lines) {
    int[] least = new int[VALUES];
    Arrays.fill(least, NONE);
    String text =
        Normalizer.normalize(String.join("", lines), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int run = 0;
    int length = 0;
    long window = 0;
    for (int n = 0; n < text.length(); n++) {
      char c = text.charAt(n);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        window = (window << Character.SIZE) | c;
        run = Math.min(RUN, run + 1);
        length++;
        if (run == RUN) {
          add(least, window);
        }
      }
    }
    if (length > 0 && length < RUN) {
      add(least, window);
    }
    return digits(least);
  }

  private static void add(int[] least, long window) {
    long hash = mixed(window);
    int value = (int) (hash >>> 48) % NONE;
    int slot = (int) hash & (VALUES - 1);
    least[slot] = Math.min(least[slot], value);
  }

  /** The finaliser of MurmurHash3 (Appleby). */
  private static long mixed(long value) {
    long hash = value;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  private static String digits(int[] values) {
    StringBuilder digits = new StringBuilder(VALUES * 4);
    for (int value : values) {
      digits.append(HexFormat.of().toHexDigits((short) value));
    }
    return digits.toString();
  }

  /** An estimate of how much two texts have in common (Jaccard), 0 to 1; 0 when both are empty. */
  double similarity(SectionTrace other) {
    int same = 0;
    int either = 0;
    for (int n = 0; n < VALUES; n++) {
      boolean some = has(n) || other.has(n);
      either += some ? 1 : 0;
      same += some && value(n).equals(other.value(n)) ? 1 : 0;
    }
    return either == 0 ? 0 : (double) same / either;
  }

  /** Whether the text was long enough to have this value. */
  boolean has(int n) {
    return !value(n).equals("ffff");
  }

  /** One of the values, as digits. */
  String value(int n) {
    return fingerprint.substring(n * 4, n * 4 + 4);
  }
}
