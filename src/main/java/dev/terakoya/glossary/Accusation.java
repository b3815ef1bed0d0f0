package dev.terakoya.glossary;

import java.util.List;

/** A dated fact ready to be held against statements: its phrases as keys. */
record Accusation(DatedFact fact, List<List<String>> says, List<String> unless) {
  static Accusation of(DatedFact fact) {
    return new Accusation(
        fact, fact.says().stream().map(Accusation::keys).toList(), keys(fact.unless()));
  }

  private static List<String> keys(List<String> phrases) {
    return phrases.stream().map(Spelling::key).toList();
  }

  /** Whether the statement says it, and does not know better. */
  boolean holdsAgainst(Spelling statement) {
    return says.stream().allMatch(group -> group.stream().anyMatch(p -> says(statement, p)))
        && unless.stream().noneMatch(p -> says(statement, p));
  }

  /** Whether a phrase stands in the statement, not as a piece of a Latin word or number. */
  private static boolean says(Spelling statement, String phrase) {
    for (int i = 0; i + phrase.length() <= statement.length(); i++) {
      if (statement.has(phrase, i)
          && statement.isBoundary(i)
          && statement.isBoundary(i + phrase.length())
          && !goesOn(statement, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number goes on to the left: 5 is not in 1.5, nor 000 in 3,000. */
  private static boolean goesOn(Spelling statement, int at) {
    return at > 1
        && Character.isDigit(statement.at(at))
        && (statement.at(at - 1) == '.' || statement.at(at - 1) == ',')
        && Character.isDigit(statement.at(at - 2));
  }
}
