package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line that answers best, with the words that matched. */
final class Snippets {
  private final QueryReading reading;
  private final Glossary glossary;

  Snippets(QueryReading reading, Glossary glossary) {
    this.reading = reading;
    this.glossary = glossary;
  }

  Hit hit(Ranking.Weighed weighed, @Nullable Focus focus) {
    Candidate found = weighed.candidate();
    String line = found.snippet(weighed.line());
    return new Hit(found.section(), weighed.score(), focus, line, found::blocks, () -> marks(line));
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
}
