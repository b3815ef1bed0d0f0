package dev.terakoya.lookup;

import dev.terakoya.notes.Section;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A section ready to be weighed: for each part the sorted hashes of its words, so that asking
 * whether a word stands in a line costs one binary search and a section a few kilobytes.
 *
 * @param section the section
 * @param ancestors hashes of the words in the headings above
 * @param heading hashes of the words in its heading
 * @param headingUnits the heading's words where a term of the glossary counts as one
 * @param lines hashes of the words in each line under the heading
 * @param parents for each of these lines, the index of the line it is indented under; -1 for none
 * @param terms for each of these lines, what it defines, a term of the glossary counted as one;
 *     empty for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, kept by the thousand
record Passage(
    Section section,
    int[] ancestors,
    int[] heading,
    int[] headingUnits,
    int[][] lines,
    int[] parents,
    int[][] terms) {
  private static final Pattern DEFINES =
      Pattern.compile(
          "^[\\s　]*(?:[-*+・●•○■◆▲★※|>]|\\d+[.)．])?[\\s　*`]*(.{1,40}?)[\\s　*`]*(?:[:：|]|とは|は、)");

  static Passage of(Section section, SectionWords words) {
    int count = words.lines().size();
    int[][] lines = new int[count][];
    int[][] terms = new int[count][];
    for (int n = 0; n < count; n++) {
      List<Token> line = words.lines().get(n);
      lines[n] = hashes(line);
      terms[n] = term(section.lines().get(section.headingLines() + n), line);
    }
    return new Passage(
        section,
        hashes(words.ancestors()),
        hashes(words.heading()),
        units(words.heading()),
        lines,
        parents(section, count),
        terms);
  }

  private static int[] term(String line, List<Token> words) {
    Matcher defines = DEFINES.matcher(line.length() > 200 ? line.substring(0, 200) : line);
    if (!defines.find()) {
      return new int[0];
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

  /** A line under the heading, as written. */
  static String line(Section section, int index) {
    return section.lines().get(section.headingLines() + index);
  }

  /** How far a line is indented; a tab counts four. */
  static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length() && " \t　".indexOf(line.charAt(i)) >= 0; i++) {
      depth += line.charAt(i) == '\t' ? 4 : 1;
    }
    return depth;
  }

  static boolean has(int[] hashes, int hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  /** How many words it has, for the size of caches. */
  int size() {
    return ancestors.length
        + heading.length
        + Arrays.stream(lines).mapToInt(l -> l.length + 4).sum();
  }

  private static int[] hashes(List<Token> words) {
    return sorted(
        words.stream()
            .filter(Token::content)
            .flatMap(
                w -> w.sound().isEmpty() ? Stream.of(w.text()) : Stream.of(w.text(), w.sound())));
  }

  private static int[] units(List<Token> words) {
    List<Token> concepts = words.stream().filter(Token::concept).toList();
    return sorted(
        words.stream()
            .filter(Token::content)
            .filter(w ->
                w.concept()
                    || concepts.stream().noneMatch(c -> c.from() <= w.from() && w.to() <= c.to()))
            .map(Token::text));
  }

  private static int[] sorted(Stream<String> words) {
    return words.mapToInt(String::hashCode).sorted().distinct().toArray();
  }
}
