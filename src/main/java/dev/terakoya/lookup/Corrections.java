package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names of the glossary that somebody only began to type ({@code nat g}), or typed with slips
 * ({@code beanstark}).
 */
final class Corrections {
  private static final int SHORTEST_BEGINNING = 4;
  private static final int SHORTEST_SLIP = 5;

  private final List<Name> names;

  Corrections(Glossary glossary) {
    names =
        glossary.terms().stream()
            .flatMap(t -> t.names().stream().map(n -> new Name(Folded.name(n), t.id())))
            .toList();
  }

  private record Name(String name, String id) {}

  /** The term that the whole query means, unless known names already cover it. */
  Optional<QueryReader.Named> of(
      String query, List<Token> words, List<QueryReader.Named> named, Vocabulary vocabulary) {
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
    names.forEach(name -> best.consider(name, vocabulary));
    return Optional.ofNullable(best.id)
        .map(id -> new QueryReader.Named(id, 0, query.length(), 0.9));
  }

  /** The nearest name so far. */
  private static final class Best {
    private final String asked;
    private final boolean slips;
    private int cost = Integer.MAX_VALUE;
    private @Nullable String id;

    Best(String asked, boolean slips) {
      this.asked = asked;
      this.slips = slips;
    }

    void consider(Name name, Vocabulary vocabulary) {
      int costs = cost(name.name());
      if (costs < cost && vocabulary.sections(Fields.WORDS, SectionWords.CONCEPT + name.id()) > 0) {
        cost = costs;
        id = name.id();
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
