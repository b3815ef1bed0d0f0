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

  private static boolean says(Spelling statement, String phrase) {
    for (int i = 0; i + phrase.length() <= statement.length(); i++) {
      if (statement.has(phrase, i)
          && !goesOn(statement, i)
          && !goesOn(statement, i + phrase.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a Latin word or number goes on here: 5TB is not in 15TB, 1.5TB or 5TBs. */
  private static boolean goesOn(Spelling statement, int at) {
    if (statement.isBoundary(at)) {
      return isInNumber(statement, at - 2) || isInNumber(statement, at - 1);
    }
    return Character.isDigit(statement.at(at - 1)) == Character.isDigit(statement.at(at));
  }

  /** Whether three characters from here are a digit, a point or comma, and a digit. */
  private static boolean isInNumber(Spelling statement, int from) {
    return from >= 0
        && from + 2 < statement.length()
        && Character.isDigit(statement.at(from))
        && (statement.at(from + 1) == '.' || statement.at(from + 1) == ',')
        && Character.isDigit(statement.at(from + 2))
        && !statement.gapBefore(from + 2);
  }
}
