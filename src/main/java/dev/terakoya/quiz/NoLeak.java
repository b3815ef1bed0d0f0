package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stem does not give the answer away: no word of the key, in any script, that not all options
 * share.
 */
final class NoLeak implements Gate {
  private static final Set<String> FREE = Set.of("aws", "amazon", "サービス", "service", "機能");
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
    if (candidate.judged()
        || candidate.pattern() == Pattern.NUMBER
        || candidate.pattern() == Pattern.ORDER) {
      return Optional.empty();
    }
    Set<String> stem = Text.words(candidate.asked());
    List<Set<String>> wrong = candidate.wrong().stream().map(o -> Text.words(o.text())).toList();
    return names(candidate.key().text())
        .filter(word -> !FREE.contains(word))
        .filter(word -> !wrong.stream().allMatch(w -> said(word, w)))
        .filter(word -> said(word, stem))
        .findFirst()
        .map(word -> "the key's word in the stem: " + word);
  }

  private Stream<String> names(String key) {
    Set<String> words = new LinkedHashSet<>(Text.words(key));
    if (key.length() <= 40) {
      glossary.find(key).map(Term::names).stream()
          .flatMap(List::stream)
          .map(Text::words)
          .forEach(words::addAll);
    }
    return words.stream();
  }

  /** Whether one of {@code words} is {@code word}, a part of it, or its twin in another script. */
  static boolean said(String word, Set<String> words) {
    return words.contains(word) || words.stream().anyMatch(other -> close(word, other));
  }

  private static boolean close(String one, String other) {
    if (Twins.are(one, other)) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    boolean letters =
        one.charAt(0) < '一' && other.charAt(0) < '一' && !Character.isDigit(one.charAt(0));
    return (letters && shorter >= 3 && (one.contains(other) || other.contains(one)))
        || (letters && shorter >= 6 && one.substring(0, 5).equals(other.substring(0, 5)));
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
