package dev.terakoya.glossary;

import dev.terakoya.glossary.GlossaryFile.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of nothing but purposes, in plain words and a line each, as YAML would, but many
 * times as fast: such a file is half of what is read at each start.
 */
final class PlainPurposes {
  private static final String PHRASE = "    - ";
  private static final String TERM = "  ";

  private PlainPurposes() {}

  /** Each term as written with what it is for; nothing where a line asks for more than this. */
  static Optional<List<Placed<List<String>>>> of(String text) {
    List<Placed<List<String>>> all = new ArrayList<>();
    boolean begun = false;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String phrase = begun && line.startsWith(PHRASE) ? words(line, line.length()) : "";
      String term = begun && line.endsWith(":") ? words(line, line.length() - 1) : "";
      if (!begun && line.equals("purposes:")) {
        begun = true;
      } else if (!phrase.isEmpty() && !all.isEmpty()) {
        all.getLast().what().add(phrase);
      } else if (!term.isEmpty()) {
        all.add(new Placed<>(term, new ArrayList<>(), number));
      } else if (!line.isBlank() && !line.strip().startsWith("#")) {
        return Optional.empty();
      }
    }
    return begun && all.stream().noneMatch(p -> p.what().isEmpty())
        ? Optional.of(all)
        : Optional.empty();
  }

  /** The words of a line up to its end: in single quotes, or without a sign of YAML's; or empty. */
  private static String words(String line, int end) {
    int from = line.startsWith(PHRASE) ? PHRASE.length() : TERM.length();
    if (!line.startsWith(TERM) || end <= from) {
      return "";
    }
    String words = line.substring(from, end).stripTrailing();
    if (words.matches("'[^'\\\\]+'")) {
      return words.substring(1, words.length() - 1);
    }
    return plain(words) ? words : "";
  }

  private static boolean plain(String words) {
    int first = words.isEmpty() ? ' ' : words.codePointAt(0);
    return (Character.isLetterOrDigit(first) || first > 0x2fff || "./".indexOf(first) >= 0)
        && !words.contains(": ")
        && !words.contains(" #")
        && !words.endsWith(":")
        && words.indexOf('\t') < 0;
  }
}
