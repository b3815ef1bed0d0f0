package dev.terakoya.quiz;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a text gives a name away in other words: 監査 tells Audit, 重み tells 加重, and the log in
 * トラフィックログ tells フローログ. A hint that two other names have as well is none.
 */
final class Meanings {
  private static final int ENOUGH = 2;
  private static final Pattern LATIN = Pattern.compile("[a-z][a-z0-9]{2,}");
  private static final Pattern KANA = Pattern.compile("[ァ-ヴー]+");
  private static final Pattern RUN = Pattern.compile("[ぁ-んァ-ヴー一-龥々]+");

  /** What stands behind a verb's or an adjective's stem, by how the dictionary ends it. */
  private static final Map<Character, String> ENDINGS =
      Map.of(
          'う',
          "わいうえおっ",
          'く',
          "かきくけこい",
          'ぐ',
          "がぎぐげごい",
          'す',
          "さしすせそ",
          'つ',
          "たちつてとっ",
          'ぶ',
          "ばびぶべぼん",
          'む',
          "まみむめもん",
          'る',
          "らりるれろったてなまよず、",
          'い',
          "いかくけさ");

  private Meanings() {}

  /** The word of the text by which it tells {@code key}, and fewer than two of the others. */
  static Optional<String> telling(String key, List<String> others, String text) {
    return parts(key)
        .flatMap(part ->
            said(part)
                .filter(word -> stands(word, text))
                .filter(word ->
                    others.stream()
                            .filter(o -> stands(part, o) || said(part).anyMatch(w -> stands(w, o)))
                            .count()
                        < ENOUGH))
        .findFirst();
  }

  /** The words of a name that have a meaning of their own, a compound's parts among them. */
  private static Stream<String> parts(String name) {
    Stream<String> latin =
        Text.words(name).stream().filter(w -> LATIN.matcher(w).matches()).map(Meanings::base);
    Stream<String> japanese =
        RUN.matcher(name).results().map(MatchResult::group).flatMap(r -> known(r).stream());
    return Stream.concat(latin, japanese).filter(w -> !dull(w)).distinct();
  }

  /** The longest known words within a run of Japanese characters. */
  private static Set<String> known(String run) {
    Set<String> known = new LinkedHashSet<>();
    for (int length = Math.min(8, run.length()); length >= 2; length--) {
      for (int from = 0; from + length <= run.length(); from++) {
        String part = run.substring(from, from + length);
        if (known.stream().noneMatch(k -> k.contains(part))
            && !Twins.meanings(part).isEmpty()
            && stands(part, run)) {
          known.add(part);
        }
      }
    }
    return known;
  }

  /** A Latin word as the lists have it: {@code defend} for {@code defender}. */
  private static String base(String word) {
    return Stream.of("", "s", "er", "r", "or", "ing", "ed", "d", "ion", "able", "ability")
        .filter(word::endsWith)
        .map(end -> word.substring(0, word.length() - end.length()))
        .flatMap(stem -> Stream.of(stem, stem + "e"))
        .filter(w -> w.length() >= 3 && !Twins.meanings(w).isEmpty())
        .findFirst()
        .orElse(word);
  }

  /** What says the same as a part of a name, itself only where that is a part of a compound. */
  private static Stream<String> said(String part) {
    Stream<String> same = Twins.meanings(part).stream().filter(w -> !dull(w));
    return KANA.matcher(part).matches() ? Stream.concat(Stream.of(part), same) : same;
  }

  private static boolean dull(String word) {
    return WorthKnowing.EMPTY.contains(word) || NoLeak.FREE.contains(word);
  }

  /** Whether a word stands in a text, in any inflection, and is no mere piece of another word. */
  static boolean stands(String word, String text) {
    if (!Text.japanese(word)) {
      return word.contains(" ")
          ? text.toLowerCase(java.util.Locale.ROOT).contains(word)
          : Text.words(text).stream().anyMatch(w -> w.equals(word) || base(w).equals(word));
    }
    if (KANA.matcher(word).matches()) {
      return KANA.matcher(text).results().anyMatch(run -> within(word, run.group()));
    }
    char last = word.charAt(word.length() - 1);
    String stem = word.substring(0, word.length() - 1);
    if (word.length() == 1) {
      return found("(?<![一-龥])" + word + "(?=[のをがにはでとや、・]|$)", text);
    }
    return ENDINGS.containsKey(last)
        ? found("(?<![一-龥])" + stem + "[" + ENDINGS.get(last) + "]", text)
        : text.contains(word);
  }

  private static boolean found(String regex, String text) {
    return Pattern.compile(regex).matcher(text).find();
  }

  /** Whether a katakana word is a run or stands at its end, the run being no other known word. */
  private static boolean within(String word, String run) {
    int rest = run.length() - word.length();
    return run.equals(word)
        || (rest >= (word.length() > 4 ? 1 : 2)
            && Twins.meanings(run).isEmpty()
            && (run.endsWith(word) || run.startsWith(word)));
  }
}
