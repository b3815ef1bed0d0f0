package dev.terakoya.lookup;

import dev.terakoya.notes.Section;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section ready to be weighed: for each part the sorted hashes of its words, so that asking
 * whether a word stands in a line costs one binary search and a section a few kilobytes.
 *
 * @param section the section
 * @param ancestors hashes of the words in the headings above
 * @param heading hashes of the words in its heading
 * @param lines hashes of the words in each line under the heading
 * @param terms for each of these lines, hashes of the words that it defines; empty where it defines
 *     nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, kept by the thousand
record Passage(Section section, int[] ancestors, int[] heading, int[][] lines, int[][] terms) {
  private static final Pattern DEFINES =
      Pattern.compile(
          "^[\\s　]*(?:[-*+・●•○■◆▲★※|>]|\\d+[.)．])?[\\s　*`]*(.{1,40}?)[\\s　*`]*(?:[:：|]|とは|は、)");

  static Passage of(Section section, SectionWords words) {
    int[][] lines = words.lines().stream().map(Passage::hashes).toArray(int[][]::new);
    int[][] terms = new int[lines.length][];
    for (int n = 0; n < lines.length; n++) {
      terms[n] = term(section.lines().get(section.headingLines() + n), words.lines().get(n));
    }
    return new Passage(section, hashes(words.ancestors()), hashes(words.heading()), lines, terms);
  }

  private static int[] term(String line, List<Token> words) {
    Matcher defines = DEFINES.matcher(line.length() > 200 ? line.substring(0, 200) : line);
    if (!defines.find()) {
      return new int[0];
    }
    return hashes(
        words.stream()
            .filter(w -> defines.start(1) <= w.from() && w.to() <= defines.end(1))
            .toList());
  }

  static boolean has(int[] hashes, int hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  /** How many words it has, for the size of caches. */
  int size() {
    return ancestors.length + heading.length + Arrays.stream(lines).mapToInt(l -> l.length).sum();
  }

  private static int[] hashes(List<Token> words) {
    return words.stream()
        .filter(Token::content)
        .mapToInt(w -> w.text().hashCode())
        .sorted()
        .distinct()
        .toArray();
  }
}
