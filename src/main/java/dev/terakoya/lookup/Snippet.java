package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line that answers best, with the words that matched. */
final class Snippet {
  private static final int MOST_CHARACTERS = 160;

  private Snippet() {}

  static Hit hit(
      Ranking.Weighed weighed,
      @Nullable Focus focus,
      QueryReading reading,
      Analysis analysis,
      Glossary glossary) {
    Section section = weighed.passage().section();
    String line = plain(section, weighed.line());
    List<Hit.Mark> marks = new ArrayList<>();
    List<Token> words = new ArrayList<>(SectionWords.words(line, analysis, glossary));
    words.sort(Comparator.comparingInt(Token::from));
    for (Token word : words) {
      boolean asked =
          reading.needs().stream()
              .flatMap(n -> n.ways().stream())
              .anyMatch(w -> w.word().equals(word.text()));
      if (asked && (marks.isEmpty() || marks.getLast().to() <= word.from())) {
        marks.add(new Hit.Mark(word.from(), word.to()));
      }
    }
    return new Hit(section, weighed.score(), focus, line, marks);
  }

  private static String plain(Section section, int line) {
    List<String> lines = section.lines();
    int number = section.headingLines() + Math.max(0, line);
    while (number < lines.size() - 1 && lines.get(number).isBlank()) {
      number++;
    }
    String text =
        lines
            .get(Math.min(number, lines.size() - 1))
            .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
            .replaceAll("[*_`#|]+", " ")
            .replaceAll("\\s+", " ")
            .strip();
    int cut =
        text.offsetByCodePoints(
            0, Math.min(MOST_CHARACTERS, text.codePointCount(0, text.length())));
    return cut < text.length() ? text.substring(0, cut) + "…" : text;
  }
}
