package dev.terakoya.quiz;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at all questions that passed the gates: one stem has one key, and is asked once. Two keys
 * for one stem show that what tells the two apart was lost, so that neither can be asked.
 */
final class Doubles {
  private Doubles() {}

  /** The questions that must go, because another asks in the same words. */
  static List<Quiz.Rejected> among(List<Quiz.Why> whys) {
    Map<String, List<Question>> byStem =
        whys.stream()
            .map(Quiz.Why::question)
            .collect(
                Collectors.groupingBy(
                    q -> Text.key(q.stem()), LinkedHashMap::new, Collectors.toList()));
    Set<String> asked = new HashSet<>();
    return whys.stream()
        .map(Quiz.Why::question)
        .flatMap(q ->
            Stream.of(
                    contradict(byStem.getOrDefault(Text.key(q.stem()), List.of()))
                        ? "asked with another key, too"
                        : asked.add(Text.key(bare(q.stem()) + q.key())) ? "" : "asked already")
                .filter(reason -> !reason.isEmpty())
                .map(reason -> new Quiz.Rejected(q, "one-stem-one-key", reason)))
        .toList();
  }

  private static boolean contradict(List<Question> same) {
    return same.getFirst().pattern() != Pattern.DESCRIPTION
        && same.stream().map(q -> Text.key(q.key())).distinct().count() > 1;
  }

  /** The stem without the scope in front. */
  private static String bare(String stem) {
    return stem.replaceFirst("^【[^】]*】", "");
  }
}
