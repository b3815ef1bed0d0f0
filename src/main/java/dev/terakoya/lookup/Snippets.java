package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.notes.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line that answers best, with the words that matched. */
final class Snippets {
  private static final int MOST_CHARACTERS = 160;
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern MARKUP = Pattern.compile("[*_`#|\\s]+");

  private final QueryReading reading;
  private final Glossary glossary;

  Snippets(QueryReading reading, Glossary glossary) {
    this.reading = reading;
    this.glossary = glossary;
  }

  Hit hit(Ranking.Weighed weighed, @Nullable Focus focus) {
    Section section = weighed.candidate().section();
    String line = plain(section, weighed.line());
    return new Hit(section, weighed.score(), focus, line, () -> marks(line));
  }

  private List<Hit.Mark> marks(String line) {
    List<Hit.Mark> found = new ArrayList<>();
    for (Mention mention : glossary.mentions(line)) {
      if (asked(SectionWords.CONCEPT + mention.term().id())) {
        found.add(new Hit.Mark(mention.from(), mention.to()));
      }
    }
    Folded folded = Folded.of(line);
    reading.needs().forEach(need -> surfaces(need).forEach(word -> mark(folded, word, found)));
    found.sort(
        Comparator.comparingInt(Hit.Mark::from)
            .thenComparing(Comparator.comparingInt(Hit.Mark::to).reversed()));
    List<Hit.Mark> marks = new ArrayList<>();
    for (Hit.Mark mark : found) {
      if (marks.isEmpty() || marks.getLast().to() <= mark.from()) {
        marks.add(mark);
      }
    }
    return marks;
  }

  private boolean asked(String word) {
    return reading.needs().stream()
        .flatMap(n -> n.ways().stream())
        .anyMatch(w -> w.word().equals(word));
  }

  private static List<String> surfaces(Need need) {
    List<String> surfaces = new ArrayList<>(List.of(Folded.text(need.surface())));
    need.ways().stream()
        .map(Need.Way::word)
        .filter(w -> w.length() > 1 && Character.isLetterOrDigit(w.charAt(0)))
        .forEach(surfaces::add);
    return surfaces;
  }

  private static void mark(Folded folded, String word, List<Hit.Mark> found) {
    int from = word.isBlank() ? -1 : folded.text().indexOf(word);
    while (from >= 0) {
      found.add(new Hit.Mark(folded.origin()[from], folded.origin()[from + word.length()]));
      from = folded.text().indexOf(word, from + word.length());
    }
  }

  private static String plain(Section section, int line) {
    List<String> lines = section.lines();
    int number = section.headingLines() + Math.max(0, line);
    while (number < lines.size() - 1 && lines.get(number).isBlank()) {
      number++;
    }
    String written = lines.get(Math.min(number, lines.size() - 1));
    String begun = written.length() > 1_000 ? written.substring(0, 1_000) : written;
    String text = MARKUP.matcher(LINK.matcher(begun).replaceAll("$1")).replaceAll(" ").strip();
    int characters = text.codePointCount(0, text.length());
    return characters <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
  }
}
