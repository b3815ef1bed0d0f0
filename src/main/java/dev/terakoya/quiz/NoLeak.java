package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.CARD;
import static dev.terakoya.quiz.Pattern.CONTRAST;
import static dev.terakoya.quiz.Pattern.DEFINITION;
import static dev.terakoya.quiz.Pattern.KNOWN;
import static dev.terakoya.quiz.Pattern.MEMBERSHIP;
import static dev.terakoya.quiz.Pattern.NUMBER;
import static dev.terakoya.quiz.Pattern.ORDER;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The stem does not give the answer away: no word of the key, in any script, that not all options
 * share.
 */
final class NoLeak implements Gate {
  static final Set<String> FREE =
      Set.of(
          "aws", "amazon", "サービス", "service", "機能", "a", "an", "and", "are", "as", "at", "be", "by",
          "also", "another", "for", "from", "in", "is", "it", "its", "not", "of", "on", "one", "or",
          "other", "that", "the", "this", "to", "with");
  private static final Set<dev.terakoya.quiz.Pattern> NAMED =
      Set.of(CARD, KNOWN, CONTRAST, DEFINITION, MEMBERSHIP);
  private static final Pattern LATIN = Pattern.compile("[a-z]{4,}");
  private final Glossary glossary;

  NoLeak(Glossary glossary) {
    this.glossary = glossary;
  }

  @Override
  public String name() {
    return "no-leak";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    if (candidate.judged()) {
      return restated(candidate.stem()).map(word -> "a name restated: " + word);
    }
    if (candidate.pattern() == NUMBER
        || candidate.pattern() == ORDER
        || candidate.options().stream().allMatch(o -> Amount.in(o.text()).size() == 1)) {
      return Optional.empty();
    }
    List<String> wrong = candidate.wrong().stream().map(Candidate.Option::text).toList();
    String key = candidate.key().text();
    return leak(Text.words(key), wrong, Text.words(candidate.asked()))
        .or(() -> leak(otherwise(key), wrong, Text.words(candidate.stem())))
        .or(() -> run(candidate, key))
        .or(() -> whole(candidate, key))
        .or(() -> head(candidate, key))
        .or(() -> amount(candidate, key))
        .or(() -> command(candidate, key))
        .or(() -> meaning(candidate, key, wrong))
        .map(word -> "the key's word in the stem: " + word);
  }

  /** A word of another name of what a statement names: Kubernetes of EKS, spelt out, with EKS. */
  private Optional<String> restated(String statement) {
    return glossary.mentions(statement).stream()
        .flatMap(m -> {
          String name = statement.substring(m.from(), m.to());
          Set<String> rest = Text.words(statement.replace(name, " "));
          Set<String> own = Text.words(name);
          return m.term().names().stream()
              .flatMap(n -> Text.telling(Text.words(n)).stream())
              .filter(w -> !own.contains(w) && LATIN.matcher(w).matches() && rest.contains(w));
        })
        .findFirst();
  }

  /** What the key's name means, where a name is asked for. */
  private static Optional<String> meaning(Candidate candidate, String key, List<String> wrong) {
    return NAMED.contains(candidate.pattern())
        ? Meanings.telling(key, wrong, candidate.asked())
        : Optional.empty();
  }

  /** An amount in the key's name only, as 5 of Canary10Percent5Minutes where 5 minutes are told. */
  private static Optional<String> amount(Candidate candidate, String key) {
    return Pattern.compile("\\d+")
        .matcher(candidate.asked())
        .results()
        .map(MatchResult::group)
        .filter(n -> written(n, key))
        .filter(n -> candidate.wrong().stream().noneMatch(o -> written(n, o.text())))
        .findFirst();
  }

  private static boolean written(String number, String name) {
    return Pattern.compile("(?<!\\d)" + number + "(?=[A-Za-z]{3})").matcher(name).find();
  }

  /** What a command's name begins with, in katakana: ジャーナル of journalctl. */
  private static Optional<String> command(Candidate candidate, String key) {
    return !key.matches("[a-z]{7,}")
        ? Optional.empty()
        : Pattern.compile("[ァ-ヴー]{3,}")
            .matcher(candidate.stem())
            .results()
            .map(MatchResult::group)
            .filter(w ->
                IntStream.range(4, key.length()).anyMatch(n -> Twins.are(key.substring(0, n), w)))
            .findFirst();
  }

  /** The word in which the key ends, however empty, where no other option has it. */
  private static Optional<String> head(Candidate candidate, String key) {
    return Pattern.compile("[ァ-ヴー]{3,}$")
        .matcher(key)
        .results()
        .map(MatchResult::group)
        .filter(w -> !FREE.contains(w) && candidate.stem().contains(w))
        .filter(w -> candidate.wrong().stream().noneMatch(o -> o.text().contains(w)))
        .findFirst();
  }

  /** The whole key as a part of a longer word, as タグ is of タグポリシー. */
  private static Optional<String> whole(Candidate candidate, String key) {
    String asked = Text.key(candidate.asked());
    return Optional.of(Text.key(key))
        .filter(k -> k.length() >= 2 && Text.japanese(k) && asked.contains(k))
        .filter(k -> !candidate.wrong().stream().allMatch(o -> asked.contains(Text.key(o.text()))));
  }

  /** Four characters of the key with two kanji, such as 読み取り, that are no words by themselves. */
  private static Optional<String> run(Candidate candidate, String key) {
    return IntStream.rangeClosed(0, key.length() - 4)
        .mapToObj(n -> key.substring(n, n + 4))
        .filter(r -> r.chars().filter(c -> c >= '一' && c <= '龥').count() >= 2)
        .filter(r -> candidate.stem().contains(r))
        .filter(r -> !candidate.wrong().stream().allMatch(o -> o.text().contains(r)))
        .filter(r -> candidate.options().stream().allMatch(o -> o.text().length() <= 40))
        .findFirst();
  }

  private static Optional<String> leak(Set<String> key, List<String> wrong, Set<String> stem) {
    return key.stream()
        .filter(word -> !FREE.contains(word) && !WorthKnowing.EMPTY.contains(word))
        .filter(word -> !word.matches("\\d"))
        .filter(word ->
            stem.stream()
                .filter(
                    other -> word.equals(other) || (!FREE.contains(other) && close(word, other)))
                .anyMatch(other -> !wrong.stream().allMatch(w -> shares(w, word, other))))
        .findFirst();
  }

  /** Whether a wrong option has the key's word, or what the stem has of it, as well. */
  private static boolean shares(String wrong, String word, String other) {
    return said(word, Text.words(wrong)) || wrong.toLowerCase(Locale.ROOT).contains(other);
  }

  /** The words of the key's other names. */
  private Set<String> otherwise(String key) {
    return key.length() > 40
        ? Set.of()
        : glossary.find(key).map(Term::names).stream()
            .flatMap(List::stream)
            .flatMap(n -> Text.words(n).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether one of {@code words} is {@code word}, a part of it, or its twin in another script. */
  static boolean said(String word, Set<String> words) {
    return words.contains(word) || words.stream().anyMatch(other -> close(word, other));
  }

  private static boolean close(String one, String other) {
    if (Twins.are(one, other) || within(one, other) || within(other, one)) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    boolean letters =
        one.charAt(0) < '一' && other.charAt(0) < '一' && !Character.isDigit(one.charAt(0));
    if (!letters) {
      return false;
    }
    boolean kana = Twins.kana(one) && Twins.kana(other);
    return (shorter >= (kana ? 2 : 3) && (part(one, other) || part(other, one)))
        || (shorter >= (kana ? 5 : 6) && one.regionMatches(0, other, 0, Math.min(5, shorter - 1)));
  }

  /**
   * Whether a word is a part of a compound: of a Latin one, which runs on, its beginning or end.
   */
  private static boolean part(String word, String compound) {
    return Text.japanese(word)
        ? compound.contains(word)
        : compound.startsWith(word) || compound.endsWith(word);
  }

  /** Whether a katakana compound begins or ends with the twin of a Latin word. */
  private static boolean within(String latin, String kana) {
    return kana.length() >= 6
        && latin.charAt(0) < 'ァ'
        && kana.charAt(0) >= 'ァ'
        && kana.charAt(0) <= 'ー'
        && IntStream.range(3, kana.length() - 1)
            .anyMatch(n ->
                Twins.are(latin, kana.substring(0, n))
                    || Twins.are(latin, kana.substring(kana.length() - n)));
  }

  /** Words of a text that stand in another as well, whatever the script. */
  static Set<String> shared(String one, String other) {
    Set<String> words = Text.words(other);
    return Text.words(one).stream()
        .filter(w -> !FREE.contains(w))
        .filter(w -> said(w, words))
        .collect(Collectors.toSet());
  }
}
