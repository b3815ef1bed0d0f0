package dev.terakoya.glossary;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A dated fact ready to be held against statements: its phrases as keys. */
record Accusation(DatedFact fact, List<List<String>> says, List<String> unless) {
  /** Characters that count within which a sentence has to say it all. */
  private static final int SPAN = 40;

  private static final int END = Integer.MAX_VALUE;

  /** What somebody says, as a whole and sentence by sentence; addresses of pages say nothing. */
  record Statement(Spelling whole, List<Spelling> sentences) {
    static Statement of(String text) {
      String said = Links.blanked(text);
      return new Statement(
          Spelling.of(said), SENTENCE_END.splitAsStream(said).map(Spelling::of).toList());
    }
  }

  private static final Pattern SENTENCE_END = Pattern.compile("[。．\\n\\r]+");

  static Accusation of(DatedFact fact) {
    return of(fact, Spelling::key);
  }

  /** The same for somebody who may know the keys of phrases already. */
  static Accusation of(DatedFact fact, UnaryOperator<String> key) {
    return new Accusation(
        fact,
        fact.says().stream().map(group -> group.stream().map(key).toList()).toList(),
        fact.unless().stream().map(key).toList());
  }

  /** Whether one of its phrases has nothing that counts. */
  boolean hasEmptyPhrase() {
    return Stream.concat(says.stream().flatMap(List::stream), unless.stream())
        .anyMatch(String::isEmpty);
  }

  /** Whether one of its sentences says it, and nothing in the statement knows better. */
  boolean holdsAgainst(Statement statement) {
    return statement.sentences().stream().anyMatch(this::isSaidBy)
        && unless.stream().noneMatch(phrase -> stands(phrase, statement.whole(), 0, END));
  }

  /** Whether the groups stand close together: what is far apart is rarely about one another. */
  private boolean isSaidBy(Spelling sentence) {
    if (!isSaidWithin(sentence, 0, END)) {
      return false;
    }
    for (int from = 0; from == 0 || from + SPAN <= sentence.length(); from++) {
      if (isSaidWithin(sentence, from, from + SPAN)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSaidWithin(Spelling sentence, int from, int to) {
    return says.stream()
        .allMatch(group -> group.stream().anyMatch(p -> stands(p, sentence, from, to)));
  }

  /** Whether a phrase stands in the range, not as a piece of a Latin word or number. */
  private static boolean stands(String phrase, Spelling text, int from, int to) {
    int last = Math.min(to, text.length()) - phrase.length();
    for (int i = from; i <= last; i++) {
      if (text.has(phrase, i) && !goesOn(text, i) && !goesOn(text, i + phrase.length())) {
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
