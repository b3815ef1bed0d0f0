package dev.terakoya.lookup;

import dev.terakoya.notes.Block;
import dev.terakoya.notes.Section;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A section of the index, as it is shown and as it is weighed. What no query changes is read or
 * made when it is first asked for: most are weighed and never shown. Safe for any thread.
 */
final class Candidate {
  private static final int MOST_CHARACTERS = 160;
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern MARKUP = Pattern.compile("[*_`#|\\s]+");

  private final int document;
  private final Passage passage;
  private final Supplier<Section> reading;
  private volatile @Nullable Section section;
  private volatile @Nullable List<Block> blocks;
  private final Map<Integer, String> snippets = new ConcurrentHashMap<>();

  /**
   * A candidate.
   *
   * @param reading reads the section; asked only while the index is read
   */
  Candidate(int document, Passage passage, Supplier<Section> reading) {
    this.document = document;
    this.passage = passage;
    this.reading = reading;
  }

  int document() {
    return document;
  }

  Section section() {
    Section known = section;
    if (known == null) {
      known = reading.get();
      section = known;
    }
    return known;
  }

  Passage passage() {
    return passage;
  }

  List<Block> blocks() {
    List<Block> known = blocks;
    if (known == null) {
      known = section().blocks();
      blocks = known;
    }
    return known;
  }

  /** The beginning of a line under the heading, without markup; of a blank one of the next. */
  String snippet(int line) {
    List<String> lines = section().lines();
    int number = section().headingLines() + Math.max(0, line);
    while (number < lines.size() - 1 && lines.get(number).isBlank()) {
      number++;
    }
    return snippets.computeIfAbsent(
        Math.min(number, lines.size() - 1), shown -> plain(lines.get(shown)));
  }

  private static String plain(String written) {
    String begun = written.length() > 1_000 ? written.substring(0, 1_000) : written;
    String text = MARKUP.matcher(LINK.matcher(begun).replaceAll("$1")).replaceAll(" ").strip();
    int characters = text.codePointCount(0, text.length());
    return characters <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
  }
}
