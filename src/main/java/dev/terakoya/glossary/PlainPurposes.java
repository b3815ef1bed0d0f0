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
      if (!begun && line.equals("purposes:")) {
        begun = true;
      } else if (begun && line.startsWith(PHRASE) && !all.isEmpty() && plain(line.substring(6))) {
        all.getLast().what().add(line.substring(6).strip());
      } else if (begun && line.endsWith(":") && !term(line).isEmpty()) {
        all.add(new Placed<>(term(line), new ArrayList<>(), number));
      } else if (!line.isBlank() && !line.strip().startsWith("#")) {
        return Optional.empty();
      }
    }
    return begun && all.stream().noneMatch(p -> p.what().isEmpty())
        ? Optional.of(all)
        : Optional.empty();
  }

  /** A term as a key, in single quotes where it begins with a sign; empty where it is neither. */
  private static String term(String line) {
    if (!line.startsWith(TERM) || line.length() < 4) {
      return "";
    }
    String key = line.substring(TERM.length(), line.length() - 1);
    if (key.matches("'[^'\\\\]+'")) {
      return key.substring(1, key.length() - 1);
    }
    return plain(key) ? key : "";
  }

  /** Words that YAML takes as they stand: no sign at their beginning, none of YAML's within. */
  private static boolean plain(String words) {
    return !words.isEmpty()
        && (Character.isLetterOrDigit(words.codePointAt(0)) || "./".indexOf(words.charAt(0)) >= 0)
        && !words.contains(": ")
        && !words.contains(" #")
        && !words.endsWith(":")
        && words.indexOf('\t') < 0;
  }
}
