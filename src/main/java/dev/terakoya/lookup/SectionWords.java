package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A section as its words, line by line: what is indexed, and what answers are weighed by.
 *
 * @param ancestors words of the headings above
 * @param heading words of its own heading
 * @param lines words of each line under the heading, in order; a blank line has none
 */
record SectionWords(List<Token> ancestors, List<Token> heading, List<List<Token>> lines) {
  /** Marks a word that stands for a term of the glossary, whatever name the text calls it by. */
  static final char CONCEPT = '#';

  private static final Pattern NOISE =
      Pattern.compile("\\]\\([^)\\s]*\\)|https?://[\\w!?/+\\-~=;.,*&@#$%()'\\[\\]]+");

  static SectionWords of(Section section, Analysis analysis, Glossary glossary) {
    List<String> path = section.path();
    String above = path.isEmpty() ? "" : String.join(" / ", path.subList(0, path.size() - 1));
    List<List<Token>> lines = new ArrayList<>();
    for (String line : section.lines().subList(section.headingLines(), section.lines().size())) {
      lines.add(words(line, analysis, glossary));
    }
    return new SectionWords(
        words(above, analysis, glossary), words(section.heading(), analysis, glossary), lines);
  }

  /** The words of a text, concepts after plain words. */
  static List<Token> words(String text, Analysis analysis, Glossary glossary) {
    if (text.isBlank()) {
      return List.of();
    }
    String clean = NOISE.matcher(text).replaceAll(m -> " ".repeat(m.end() - m.start()));
    List<Token> words = analysis.words(clean);
    glossary
        .mentions(clean)
        .forEach(m ->
            words.add(
                new Token(CONCEPT + m.term().id(), m.from(), m.to(), true, Token.Kind.CONCEPT)));
    return words;
  }

  /** All words under the heading. */
  List<Token> body() {
    return lines.stream().flatMap(List::stream).toList();
  }
}
