package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * A file's bytes as lines.
 *
 * <p>A line ends where editors say so: with LF or CRLF; with CR only in a file that has no LF.
 *
 * @param lines as written, without line ends
 * @param faults what could not be read as it was meant
 */
record Decoded(List<String> lines, List<Fault> faults) {
  private static final char REPLACEMENT = '\ufffd';
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final Charset EUC_JP = Charset.forName("EUC-JP");
  private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");
  private static final Set<Charset> EXPECTED =
      Set.of(UTF_8, UTF_16LE, UTF_16BE, SHIFT_JIS, EUC_JP, ISO_2022_JP);
  private static final int SAMPLE = 65_536;

  /** Something wrong with a line's characters. */
  record Fault(int line, String text, String comment) {}

  /** Text, and what it was read as. */
  private record Text(String characters, Charset charset) {}

  /** Decodes what any editor may have written. */
  static Decoded of(byte[] bytes) {
    Text text = text(bytes);
    if (binary(text.characters())) {
      return new Decoded(List.of(), List.of(new Fault(1, "", "no text")));
    }
    List<String> lines = lines(text.characters());
    List<Fault> faults = new ArrayList<>();
    if (!EXPECTED.contains(text.charset())) {
      faults.add(new Fault(1, text.charset().name(), "taken for " + text.charset().name()));
    }
    if (text.characters().indexOf(REPLACEMENT) >= 0) {
      add(
          faults,
          lines,
          c -> c == REPLACEMENT,
          "characters that cannot be read as " + text.charset().name());
    }
    if (controls(text.characters())) {
      add(faults, lines, Decoded::control, "control characters");
    }
    return new Decoded(lines, List.copyOf(faults));
  }

  private static boolean controls(String text) {
    for (int n = 0; n < text.length(); n++) {
      if (text.charAt(n) < ' ' && control(text.charAt(n))) {
        return true;
      }
    }
    return false;
  }

  private static boolean control(int c) {
    return c < ' ' && c != '\t' && c != '\f' && c != '\n' && c != '\r';
  }

  /** Whether more than a tenth of a sample is no text at all. */
  private static boolean binary(String text) {
    int sample = Math.min(text.length(), SAMPLE);
    int bad = 0;
    for (int n = 0; n < sample; n++) {
      char c = text.charAt(n);
      bad += control(c) || c == REPLACEMENT ? 1 : 0;
    }
    return bad * 10 > sample;
  }

  /** Names the first line with a bad character, one is enough to go and look. */
  private static void add(
      List<Fault> faults, List<String> lines, IntPredicate bad, String comment) {
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n);
      for (int at = 0; at < line.length(); at++) {
        if (bad.test(line.charAt(at))) {
          faults.add(new Fault(n + 1, around(line, at), comment));
          return;
        }
      }
    }
  }

  private static String around(String line, int at) {
    String near = line.substring(Math.max(0, at - 10), Math.min(line.length(), at + 10));
    return Invisible.without(near).strip();
  }

  private static Text text(byte[] bytes) {
    Text marked = marked(bytes);
    if (marked != null) {
      return marked;
    }
    String utf8 = new String(bytes, UTF_8);
    if (utf8.indexOf(REPLACEMENT) >= 0 && strictly(bytes, UTF_8) == null) {
      return guessed(bytes);
    }
    Charset zeros = utf8.indexOf('\0') >= 0 ? wide(bytes) : null;
    Charset other = utf8.indexOf('\u001b') >= 0 ? ISO_2022_JP : zeros;
    String better = other == null ? null : strictly(bytes, other);
    return better == null || other == null ? new Text(utf8, UTF_8) : new Text(better, other);
  }

  /** By its byte order mark. */
  private static @Nullable Text marked(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    return switch (first) {
      case 0xefbb -> bytes.length > 2 && (bytes[2] & 0xff) == 0xbf ? behind(3, bytes, UTF_8) : null;
      case 0xfeff -> behind(2, bytes, UTF_16BE);
      case 0xfffe -> behind(2, bytes, UTF_16LE);
      default -> null;
    };
  }

  private static Text behind(int mark, byte[] bytes, Charset charset) {
    return new Text(new String(bytes, mark, bytes.length - mark, charset), charset);
  }

  /** UTF-16 without a mark: where every other byte of Latin letters and line ends is zero. */
  private static @Nullable Charset wide(byte[] bytes) {
    int[] zeros = new int[2];
    int sample = Math.min(bytes.length, SAMPLE);
    for (int n = 0; n < sample; n++) {
      zeros[n & 1] += bytes[n] == 0 ? 1 : 0;
    }
    if (bytes.length % 2 != 0 || (zeros[0] + zeros[1]) * 5 < sample) {
      return null;
    }
    return zeros[0] > 8 * zeros[1] ? UTF_16BE : zeros[1] > 8 * zeros[0] ? UTF_16LE : null;
  }

  /**
   * By what the library takes the bytes for, and what reads most like Japanese without a fault.
   * UTF-8 with a few broken bytes stays UTF-8.
   */
  private static Text guessed(byte[] bytes) {
    String utf8 = new String(bytes, UTF_8);
    Text best = new Text(utf8, UTF_8);
    if (utf8.chars().filter(c -> c == REPLACEMENT).count() * 20 < foreign(utf8)) {
      return best;
    }
    int score = Integer.MIN_VALUE;
    Charset named = named(bytes);
    for (Charset charset : List.of(SHIFT_JIS, EUC_JP, UTF_16LE, UTF_16BE, named)) {
      String read = strictly(bytes, charset);
      boolean likely = read != null && (charset.equals(named) || kana(read) * 10 > foreign(read));
      if (read != null && likely && japanese(read) > score) {
        score = japanese(read);
        best = new Text(read, charset);
      }
    }
    return best;
  }

  /** What the library takes the bytes for; UTF-8 when it does not know either. */
  private static Charset named(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    boolean known = name != null && Charset.isSupported(name);
    Charset charset = known ? Charset.forName(name) : UTF_8;
    return charset.name().equals("Shift_JIS") ? SHIFT_JIS : charset;
  }

  private static long kana(String text) {
    return text.chars().filter(c -> between(c, '\u3040', '\u30ff')).count();
  }

  private static long foreign(String text) {
    return text.chars().filter(c -> c > 0x7f).count();
  }

  /** How much of a sample reads like Japanese: kana most of all, half-width kana against it. */
  private static int japanese(String text) {
    return text.chars().limit(SAMPLE).map(Decoded::weight).sum();
  }

  private static int weight(int c) {
    if (between(c, '\u3040', '\u30ff') || c == '。' || c == '、') {
      return 3;
    }
    if (between(c, ' ', '~') || between(c, '\u4e00', '\u9fff') || c == '\n' || c == '\r') {
      return 1;
    }
    boolean odd = between(c, '\uff61', '\uff9f') || between(c, '\ue000', '\uf8ff');
    return odd || Character.isISOControl(c) ? -3 : 0;
  }

  private static boolean between(int c, char first, char last) {
    return c >= first && c <= last;
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer read =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return read.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static List<String> lines(String text) {
    char end = text.indexOf('\n') < 0 ? '\r' : '\n';
    List<String> lines = new ArrayList<>();
    String[] known = new String[256];
    int from = 0;
    while (from <= text.length()) {
      int next = text.indexOf(end, from);
      int to = next < 0 ? text.length() : next;
      boolean both = end == '\n' && to > from && text.charAt(to - 1) == '\r';
      lines.add(shared(text.substring(from, both ? to - 1 : to), known));
      from = to + 1;
    }
    return Collections.unmodifiableList(lines);
  }

  /** One string for many equal short lines, so that a file of short lines stays small. */
  private static String shared(String line, String[] known) {
    if (line.length() > 8) {
      return line;
    }
    int slot = line.hashCode() & (known.length - 1);
    if (!line.equals(known[slot])) {
      known[slot] = line;
    }
    return known[slot];
  }
}
