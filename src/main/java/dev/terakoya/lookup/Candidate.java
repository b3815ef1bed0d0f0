package dev.terakoya.lookup;

import dev.terakoya.notes.Block;
import dev.terakoya.notes.Section;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A section of the index, as it is shown and as it is weighed. What no query changes is made when
 * it is first asked for. Safe for any thread.
 */
final class Candidate {
  private static final int MOST_CHARACTERS = 160;
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern MARKUP = Pattern.compile("[*_`#|\\s]+");

  private final int document;
  private final Section section;
  private final Passage passage;
  private volatile @Nullable List<Block> blocks;
  private final AtomicReferenceArray<@Nullable String> snippets;

  Candidate(int document, Section section, Passage passage) {
    this.document = document;
    this.section = section;
    this.passage = passage;
    this.snippets = new AtomicReferenceArray<>(section.lines().size());
  }

  int document() {
    return document;
  }

  Section section() {
    return section;
  }

  Passage passage() {
    return passage;
  }

  List<Block> blocks() {
    List<Block> known = blocks;
    if (known == null) {
      known = section.blocks();
      blocks = known;
    }
    return known;
  }

  /** The beginning of a line under the heading, without markup; of a blank one of the next. */
  String snippet(int line) {
    List<String> lines = section.lines();
    int number = section.headingLines() + Math.max(0, line);
    while (number < lines.size() - 1 && lines.get(number).isBlank()) {
      number++;
    }
    int shown = Math.min(number, lines.size() - 1);
    String known = snippets.get(shown);
    if (known == null) {
      known = plain(lines.get(shown));
      snippets.set(shown, known);
    }
    return known;
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
