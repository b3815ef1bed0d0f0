package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody may have meant: headings that the notes do have. */
final class Suggestions {
  private static final int MOST = 4;

  private Suggestions() {}

  /**
   * Names of terms that headings treat, in several sections but not in most; headings where there
   * are none.
   */
  static List<String> worthTrying(Glossary glossary, Vocabulary vocabulary, int most) {
    return treated(glossary, vocabulary)
        .sorted(
            Comparator.comparingInt((Term t) ->
                    -vocabulary.sections(Fields.HEADINGS, SectionWords.CONCEPT + t.id()))
                .thenComparing(Term::id))
        .limit(most)
        .map(t -> t.names().stream().min(Comparator.comparingInt(String::length)).orElse(t.name()))
        .toList();
  }

  /** Terms that headings treat. */
  static Stream<Term> treated(Glossary glossary, Vocabulary vocabulary) {
    return glossary.terms().stream()
        .filter(t -> vocabulary.sections(Fields.HEADINGS, SectionWords.CONCEPT + t.id()) > 0);
  }

  static List<String> near(String query, Vocabulary vocabulary) {
    String name = Folded.name(query);
    if (name.isEmpty() || name.length() > 60) {
      return List.of();
    }
    Set<String> near = new LinkedHashSet<>(vocabulary.beginningWith(Fields.NAME, name, MOST));
    if (name.length() >= 4) {
      near.addAll(vocabulary.near(Fields.NAME, name, name.length() < 6 ? 1 : 2, MOST));
    }
    return near.stream().limit(MOST).toList();
  }
}
