package dev.terakoya.notes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the notes, read.
 *
 * @param file path relative to the notes folder, with {@code /}
 * @param sections its sections in the order of the file
 * @param problems what was wrong with it
 */
public record Note(String file, List<Section> sections, List<Problem> problems) {
  private static final Pattern TITLE =
      Pattern.compile(
          "^title\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'#](?:[^#]|(?<!\\s)#)*))\\s*(?:#.*)?$");

  public Note {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /** The title that the front matter gives the note; empty for none. */
  public String title() {
    List<String> lines = sections.isEmpty() ? List.of() : sections.getFirst().lines();
    return lines.isEmpty() || !lines.getFirst().strip().equals("---")
        ? ""
        : lines.stream()
            .skip(1)
            .takeWhile(line -> !line.startsWith("---"))
            .map(TITLE::matcher)
            .filter(Matcher::matches)
            .map(title -> title.replaceFirst("$1$2$3").strip())
            .findFirst()
            .orElse("");
  }
}
