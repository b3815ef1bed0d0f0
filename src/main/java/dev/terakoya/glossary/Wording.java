package dev.terakoya.glossary;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How notes say something, as keys to look for in sentences.
 *
 * @param says groups of phrases, each of which needs one of its phrases
 * @param unless phrases that show something else is meant
 */
record Wording(List<List<String>> says, List<String> unless) {
  /** Characters that count within which a sentence has to say it all. */
  private static final int SPAN = 40;

  private static final int END = Integer.MAX_VALUE;

  /** So short a phrase may stand in a longer word by chance. */
  private static final int SHORT = 3;

  /** Words, as keys, that hold a shorter one and enough letters besides for one of their own. */
  private static final List<String> CHANCE =
      Stream.of("エクスポート", "トランスポート").map(Spelling::key).toList();

  private static final Pattern SENTENCE_END = Pattern.compile("[。．\\n\\r]+");

  /** What somebody says, as a whole and sentence by sentence; addresses of pages say nothing. */
  record Statement(Spelling whole, List<Spelling> sentences) {
    static Statement of(String text) {
      String said = Links.blanked(text);
      return new Statement(
          Spelling.of(said), SENTENCE_END.splitAsStream(said).map(Spelling::of).toList());
    }
  }

  /** The wording of these phrases; {@code key} may know the keys of phrases already. */
  static Wording of(List<List<String>> says, List<String> unless, UnaryOperator<String> key) {
    return new Wording(
        says.stream().map(group -> group.stream().map(key).toList()).toList(),
        unless.stream().map(key).toList());
  }

  /** What is wrong with it: each group needs phrases, each phrase something that counts. */
  List<String> faults() {
    return says.isEmpty() || says.stream().anyMatch(List::isEmpty)
        ? List.of("a fact needs groups of phrases under says")
        : Stream.concat(says.stream().flatMap(List::stream), unless.stream())
                .anyMatch(String::isEmpty)
            ? List.of("a phrase needs a letter")
            : List.of();
  }

  /** Whether one of its sentences says it, and nothing in the statement shows otherwise. */
  boolean isIn(Statement statement) {
    return statement.sentences().stream().anyMatch(s -> isSaidBy(s, says))
        && isMeant(statement.whole());
  }

  /** Whether a phrase of each group stands somewhere in these texts: without, nothing is said. */
  boolean hasPhrasesIn(List<Spelling> texts) {
    return says.stream()
        .allMatch(
            group -> group.stream().anyMatch(p -> texts.stream().anyMatch(t -> t.find(p, 0) >= 0)));
  }

  /**
   * The end of what a sentence says of it at the latest, where what stands above says the rest;
   * nothing where it does not say the last group itself and, of three or more, one other, or groups
   * are said nowhere.
   */
  OptionalInt endIn(Spelling sentence, List<Spelling> above) {
    List<List<String>> own =
        IntStream.range(0, says.size())
            .filter(i ->
                i == says.size() - 1
                    || above.stream().noneMatch(a -> isSaid(says.get(i), a, 0, END)))
            .mapToObj(says::get)
            .toList();
    boolean enough =
        says.size() < 3
            || says.stream().filter(group -> isSaid(group, sentence, 0, END)).count() >= 2;
    return enough
            && isSaidBy(sentence, own)
            && isMeant(sentence)
            && above.stream().allMatch(this::isMeant)
        ? own.stream().flatMap(List::stream).mapToInt(p -> lastEnd(p, sentence)).max()
        : OptionalInt.empty();
  }

  private boolean isMeant(Spelling whole) {
    return unless.stream().noneMatch(phrase -> stands(phrase, whole, 0, END));
  }

  /** Whether the groups stand close together: what is far apart is rarely about one another. */
  private static boolean isSaidBy(Spelling sentence, List<List<String>> groups) {
    if (!isSaidWithin(sentence, groups, 0, END)) {
      return false;
    }
    for (int from = 0; from == 0 || from + SPAN <= sentence.length(); from++) {
      if (isSaidWithin(sentence, groups, from, from + SPAN)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSaidWithin(
      Spelling sentence, List<List<String>> groups, int from, int to) {
    return groups.stream().allMatch(group -> isSaid(group, sentence, from, to));
  }

  private static boolean isSaid(List<String> group, Spelling sentence, int from, int to) {
    return group.stream().anyMatch(phrase -> stands(phrase, sentence, from, to));
  }

  /** Whether a phrase stands in the range, not as a piece of a Latin word or number. */
  private static boolean stands(String phrase, Spelling text, int from, int to) {
    int last = Math.min(to, text.length()) - phrase.length();
    for (int i = text.find(phrase, from); i >= 0 && i <= last; i = text.find(phrase, i + 1)) {
      if (standsAt(phrase, text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsAt(String phrase, Spelling text, int at) {
    return text.has(phrase, at)
        && !goesOn(text, at)
        && !goesOn(text, at + phrase.length())
        && !(phrase.startsWith("/") && isInPath(text, at, at + phrase.length()))
        && !isThereByChance(phrase, text, at)
        && !isStub(phrase, text, at);
  }

  /**
   * Whether one or two katakana adjoin a short katakana word: too few for a word of their own, so
   * both are another one, as {@code プル} in シンプル; アクセスログ is a log.
   */
  private static boolean isStub(String phrase, Spelling text, int at) {
    if (phrase.length() > SHORT || !phrase.chars().allMatch(c -> isKana((char) c))) {
      return false;
    }
    int before = at;
    while (before > 0 && isKana(text.at(before - 1)) && !text.gapBefore(before)) {
      before--;
    }
    int end = at + phrase.length();
    int after = end;
    while (after < text.length() && isKana(text.at(after)) && !text.gapBefore(after)) {
      after++;
    }
    return isFew(at - before) || isFew(after - end);
  }

  private static boolean isFew(int kana) {
    return kana == 1 || kana == 2;
  }

  private static boolean isKana(char c) {
    return Spelling.isKatakana(c) || c == 'ー';
  }

  private static boolean isThereByChance(String phrase, Spelling text, int at) {
    return phrase.length() <= SHORT
        && CHANCE.stream()
            .anyMatch(word -> {
              int in = word.indexOf(phrase);
              return in >= 0
                  && word.length() > phrase.length()
                  && at >= in
                  && text.has(word, at - in);
            });
  }

  /** Whether a path is but a piece of a longer one: no {@code /boot} in {@code /log/boot.log}. */
  private static boolean isInPath(Spelling text, int from, int to) {
    return (from > 0 && Spelling.isLatin(text.at(from - 1)) && !text.gapBefore(from))
        || (to + 1 < text.length() && text.at(to) == '.' && Spelling.isLatin(text.at(to + 1)));
  }

  /** Where a phrase ends the last time; 0 where it does not stand. */
  private static int lastEnd(String phrase, Spelling text) {
    return IntStream.rangeClosed(0, text.length() - phrase.length())
        .filter(i -> standsAt(phrase, text, i))
        .map(i -> i + phrase.length())
        .max()
        .orElse(0);
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
