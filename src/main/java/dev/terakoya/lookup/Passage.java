package dev.terakoya.lookup;

import dev.terakoya.notes.Section;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A section as it is weighed: for each part the sorted hashes (24 bits) of its words, so that
 * asking whether a word stands in a line costs one binary search. Kept in the index beside the
 * section, so that weighing analyses no text.
 *
 * @param ancestors hashes of the words in the headings above, of file names and of captions, which
 *     tell what the section is about but answer nothing
 * @param heading hashes of the words in its heading
 * @param headingUnits the heading's words where a term of the glossary counts as one
 * @param lines hashes of the words in each line under the heading
 * @param parents for each of these lines, the index of the line it is indented under; -1 for none
 * @param terms for each of these lines, what it defines, a term of the glossary counted as one;
 *     empty for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Passage(
    int[] ancestors, int[] heading, int[] headingUnits, Rows lines, int[] parents, Rows terms) {
  private static final int LONGEST_HEAD = 50;

  /** The share of all words of two near-duplicates that both have. */
  private static final double SAME = 0.85;

  /** What stands between a thing and what is said of it; sought first, as most lines have none. */
  private static final List<String> DEFINING = List.of(":", "：", "|", "とは", "は、");

  private static final Pattern DEFINES =
      Pattern.compile(
          "^[\\s　]*(?:[-*+・●•○■◆▲★※|>]|\\d+[.)．])?[\\s　*`]*(.{1,40}?)[\\s　*`]*(?:[:：|]|とは|は、)");

  private static final Pattern PICTURE = Pattern.compile("^\\s*!\\[[^\\]]*]\\([^)]*\\)\\s*$");

  static Passage of(Section section, SectionWords words) {
    int count = words.lines().size();
    int[][] lines = new int[count][];
    int[][] terms = new int[count][];
    List<Token> around = new ArrayList<>(words.ancestors());
    around.addAll(words.names());
    for (int n = 0; n < count; n++) {
      boolean picture = PICTURE.matcher(line(section, n)).find();
      lines[n] = picture ? new int[0] : hashes(words.lines().get(n));
      around.addAll(picture ? words.lines().get(n) : List.of());
    }
    int[] parents = parents(section, count);
    for (int n = 0; n < count; n++) {
      boolean head = n + 1 < count && parents[n + 1] == n;
      terms[n] = term(line(section, n), words.lines().get(n), head);
    }
    return new Passage(
        hashes(around),
        hashes(words.heading()),
        units(words.heading()),
        Rows.of(lines),
        parents,
        Rows.of(terms));
  }

  /**
   * What a line defines: the words before its colon or とは; all of a short line that others are
   * indented under.
   */
  private static int[] term(String line, List<Token> words, boolean head) {
    String begin = line.length() > 100 ? line.substring(0, 100) : line;
    Matcher defines = DEFINES.matcher(begin);
    if (DEFINING.stream().noneMatch(begin::contains) || !defines.find()) {
      return head && line.strip().length() <= LONGEST_HEAD ? units(words) : new int[0];
    }
    return units(
        words.stream()
            .filter(w -> defines.start(1) <= w.from() && w.to() <= defines.end(1))
            .toList());
  }

  /** Each line's parent: the nearest line before it that is indented less. */
  private static int[] parents(Section section, int count) {
    int[] parents = new int[count];
    Deque<Integer> open = new ArrayDeque<>();
    for (int n = 0; n < count; n++) {
      int depth = depth(line(section, n));
      boolean blank = line(section, n).isBlank();
      while (!blank && !open.isEmpty() && depth(line(section, open.peek())) >= depth) {
        open.pop();
      }
      parents[n] = blank || open.isEmpty() ? -1 : open.peek();
      if (!blank) {
        open.push(n);
      }
    }
    return parents;
  }

  private static String line(Section section, int index) {
    return section.lines().get(section.headingLines() + index);
  }

  /** How far a line is indented; a tab counts four. */
  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length() && " \t　".indexOf(line.charAt(i)) >= 0; i++) {
      depth += line.charAt(i) == '\t' ? 4 : 1;
    }
    return depth;
  }

  /** Whether a line stands, at any depth, under another. */
  boolean isUnder(int line, int other) {
    int above = parents[line];
    while (above > other) {
      above = parents[above];
    }
    return above == other;
  }

  /** Whether, under the same heading, it says nearly all that another one says and no more. */
  boolean isNearly(Passage other) {
    if (!Arrays.equals(heading, other.heading)) {
      return false;
    }
    int[] mine = words();
    int[] others = other.words();
    int common = 0;
    for (int at = 0, to = 0; at < mine.length && to < others.length; ) {
      int order = Integer.compare(mine[at], others[to]);
      common += order == 0 ? 1 : 0;
      at += order <= 0 ? 1 : 0;
      to += order >= 0 ? 1 : 0;
    }
    return common >= SAME * (mine.length + others.length - common);
  }

  /** How many lines it has, and words in them. */
  int size() {
    return lines.count() + lines.words().length;
  }

  /** All words of the lines, sorted, each once. */
  private int[] words() {
    return sorted(lines.words().clone(), lines.words().length);
  }

  /** The hash that stands for a word. */
  static int hash(String word) {
    int h = word.hashCode();
    return (h ^ (h >>> 24)) & 0xFFFFFF;
  }

  static boolean has(int[] hashes, int hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  /** What a text says, as a set of sorted hashes. */
  static int[] hashes(List<Token> words) {
    int[] hashes = new int[2 * words.size()];
    int count = 0;
    for (Token word : words) {
      if (word.content()) {
        hashes[count++] = hash(word.text());
        String sound = word.sound();
        if (!sound.isEmpty()) {
          hashes[count++] = hash(sound);
        }
      }
    }
    return sorted(hashes, count);
  }

  private static int[] units(List<Token> words) {
    int[] hashes = new int[words.size()];
    int count = 0;
    for (Token word : words) {
      if (word.content() && (word.concept() || !isPartOfConcept(word, words))) {
        hashes[count++] = hash(word.text());
      }
    }
    return sorted(hashes, count);
  }

  private static boolean isPartOfConcept(Token word, List<Token> words) {
    for (Token other : words) {
      if (other.concept() && other.from() <= word.from() && word.to() <= other.to()) {
        return true;
      }
    }
    return false;
  }

  /** The first so many hashes, sorted, each once. */
  private static int[] sorted(int[] hashes, int count) {
    Arrays.sort(hashes, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (distinct == 0 || hashes[i] != hashes[distinct - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, distinct);
  }

  /** The bytes that the index keeps. */
  BytesRef bytes() {
    int words = ancestors.length + heading.length + headingUnits.length;
    words += lines.words().length + terms.words().length;
    byte[] bytes = new byte[3 * words + 5 * (4 + 3 * lines.count())];
    ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
    writeCount(out, lines.count());
    write(out, ancestors, 0, ancestors.length);
    write(out, heading, 0, heading.length);
    write(out, headingUnits, 0, headingUnits.length);
    for (int n = 0; n < lines.count(); n++) {
      writeCount(out, n - parents[n]);
      write(out, lines.words(), lines.from(n), lines.to(n));
      write(out, terms.words(), terms.from(n), terms.to(n));
    }
    return new BytesRef(bytes, 0, out.getPosition());
  }

  static Passage of(BytesRef bytes) {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    int[][] lines = new int[in.readVInt()][];
    int[][] terms = new int[lines.length][];
    int[] parents = new int[lines.length];
    int[] ancestors = read(in);
    int[] heading = read(in);
    int[] headingUnits = read(in);
    for (int n = 0; n < lines.length; n++) {
      parents[n] = n - in.readVInt();
      lines[n] = read(in);
      terms[n] = read(in);
    }
    return new Passage(ancestors, heading, headingUnits, Rows.of(lines), parents, Rows.of(terms));
  }

  private static void write(ByteArrayDataOutput out, int[] hashes, int from, int to) {
    writeCount(out, to - from);
    for (int i = from; i < to; i++) {
      out.writeByte((byte) (hashes[i] >>> 16));
      out.writeShort((short) hashes[i]);
    }
  }

  private static void writeCount(ByteArrayDataOutput out, int count) {
    try {
      out.writeVInt(count);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private static int[] read(ByteArrayDataInput in) {
    int[] hashes = new int[in.readVInt()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = (in.readByte() & 0xFF) << 16 | (in.readShort() & 0xFFFF);
    }
    return hashes;
  }
}
