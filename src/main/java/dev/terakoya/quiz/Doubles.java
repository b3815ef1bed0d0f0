package dev.terakoya.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at all questions that passed the gates: one stem has one key, and is asked once, as is what
 * one line answers, the wordings of one fact apart. Two keys for one stem show that what tells the
 * two apart was lost, so that neither can be asked.
 */
final class Doubles {
  private Doubles() {}

  /** The questions that must go, because another asks in the same words. */
  static List<Quiz.Rejected> among(List<Question> questions) {
    Map<String, Set<String>> keys = new HashMap<>();
    questions.stream()
        .filter(q -> q.pattern() != Pattern.DESCRIPTION)
        .forEach(q ->
            keys.computeIfAbsent(Text.key(q.stem()), s -> new HashSet<>()).add(Text.key(q.key())));
    List<Quiz.Rejected> gone = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    Map<String, String> answered = new HashMap<>();
    for (Question q : questions) {
      if (keys.getOrDefault(Text.key(q.stem()), Set.of()).size() > 1) {
        gone.add(new Quiz.Rejected(q, "contradiction", "the notes answer this in two ways"));
      } else if (!asked.add(Text.key(words(q) + q.key()))
          || (q.pattern() != Pattern.TRUE_FALSE
              && !answered.computeIfAbsent(answer(q), a -> q.fact()).equals(q.fact()))) {
        gone.add(new Quiz.Rejected(q, "asked-already", "another question asks the same"));
      }
    }
    return gone;
  }

  /** What is answered, and the line that tells it. */
  private static String answer(Question question) {
    return question.source().source() + Text.key(question.key());
  }

  /** What is asked; a description or a statement is the same whatever scope stands in front. */
  private static String words(Question question) {
    return question.pattern() == Pattern.DEFINITION || question.pattern() == Pattern.TRUE_FALSE
        ? question.stem().replaceFirst("^【[^】]*】", "")
        : question.stem();
  }
}
