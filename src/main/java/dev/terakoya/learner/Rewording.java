package dev.terakoya.learner;

import dev.terakoya.quiz.Question;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a line of a note that was edited still says the same: most of its letters are the same,
 * and nothing that decides has changed: numbers with their units, names, and what turns a sentence
 * round. In doubt it says something new, for progress carried over wrongly is worse than lost.
 */
final class Rewording {
  private static final double ALIKE = 0.5;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*\\s*\\p{L}?");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.+/-]*|[ァ-ヴー]{2,}");
  private static final Pattern TURN =
      Pattern.compile(
          "ない|ません|(?<=[かさたなまらわれせけ])ず|not\\b|n't|\\bwithout\\b"
              + "|[不非未無有可否増減上下大小高低多少長短前後内外入出送受公私静動新旧早遅速最]");

  private Rewording() {}

  /** How alike two questions' sentences are, 0 to 1; 0 when they do not say the same. */
  static double alike(Question before, Question after) {
    String old = plain(before.source().text());
    String now = plain(after.source().text());
    double alike = common(old, now);
    boolean same =
        alike >= ALIKE
            && sameAnswer(before, after)
            && bag(NUMBER, old).equals(bag(NUMBER, now))
            && bag(TURN, old).equals(bag(TURN, now))
            && oneHoldsTheOther(bag(NAME, old).keySet(), bag(NAME, now).keySet());
    return same ? alike : 0;
  }

  private static boolean sameAnswer(Question before, Question after) {
    boolean judged = before.options().size() == 2;
    if (judged || after.options().size() == 2) {
      return judged && after.options().size() == 2;
    }
    String old = plain(before.key());
    String now = plain(after.key());
    return old.equals(now) || (common(old, now) >= ALIKE && bag(NAME, old).equals(bag(NAME, now)));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Map<String, Integer> bag(Pattern pattern, String text) {
    Map<String, Integer> bag = new HashMap<>();
    pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(word -> bag.merge(word.replaceAll("\\s", ""), 1, Integer::sum));
    return bag;
  }

  private static boolean oneHoldsTheOther(Set<String> a, Set<String> b) {
    return a.containsAll(b) || b.containsAll(a);
  }

  /** The share of pairs of neighbouring letters that two texts have in common (Dice). */
  private static double common(String a, String b) {
    Set<String> left = pairs(a);
    Set<String> right = pairs(b);
    int both = left.size() + right.size();
    left.retainAll(right);
    return both == 0 ? 0 : 2.0 * left.size() / both;
  }

  private static Set<String> pairs(String text) {
    List<String> letters =
        text.codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString).toList();
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < letters.size(); i++) {
      pairs.add(letters.get(i - 1) + letters.get(i));
    }
    return pairs;
  }
}
