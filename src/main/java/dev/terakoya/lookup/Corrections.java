package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import java.util.List;
import java.util.Optional;

/**
 * Names of the glossary that somebody only began to type ({@code nat g}), or typed with slips
 * ({@code beanstark}).
 */
final class Corrections {
  private static final int SHORTEST_BEGINNING = 4;
  private static final int SHORTEST_SLIP = 5;

  private final Glossary glossary;
  private final Vocabulary vocabulary;

  Corrections(Glossary glossary, Vocabulary vocabulary) {
    this.glossary = glossary;
    this.vocabulary = vocabulary;
  }

  /** The term that the whole query means, unless known names already cover it. */
  Optional<QueryReader.Named> of(String query, List<Token> words, List<QueryReader.Named> named) {
    String asked = Folded.name(query);
    boolean covered =
        words.stream()
            .filter(Token::content)
            .allMatch(w -> named.stream().anyMatch(n -> n.covers(w)));
    boolean known =
        words.stream()
            .filter(Token::content)
            .allMatch(w -> vocabulary.sections(Fields.WORDS, w.text()) > 0);
    if (covered || asked.length() < SHORTEST_BEGINNING || asked.length() > 40) {
      return Optional.empty();
    }
    Best best = new Best(asked, !known);
    glossary.terms().forEach(best::consider);
    return Optional.ofNullable(best.id)
        .map(id -> new QueryReader.Named(id, 0, query.length(), 0.9));
  }

  /** The nearest name so far. */
  private final class Best {
    private final String asked;
    private final boolean slips;
    private int cost = Integer.MAX_VALUE;
    private @org.jspecify.annotations.Nullable String id;

    Best(String asked, boolean slips) {
      this.asked = asked;
      this.slips = slips;
    }

    void consider(Term term) {
      for (String written : term.names()) {
        String name = Folded.name(written);
        int costs = cost(name);
        if (costs < cost
            && vocabulary.sections(Fields.WORDS, SectionWords.CONCEPT + term.id()) > 0) {
          cost = costs;
          id = term.id();
        }
      }
    }

    /** A slip costs as much as ten characters left out at the end. */
    private int cost(String name) {
      if (name.startsWith(asked)) {
        return name.length() - asked.length();
      }
      int most = asked.length() < 9 ? 1 : 2;
      boolean near =
          slips
              && asked.length() >= SHORTEST_SLIP
              && Math.abs(name.length() - asked.length()) <= most
              && name.charAt(0) == asked.charAt(0);
      int distance = near ? Vocabulary.distance(asked, name) : most + 1;
      return distance <= most ? 10 * distance : Integer.MAX_VALUE;
    }
  }
}
