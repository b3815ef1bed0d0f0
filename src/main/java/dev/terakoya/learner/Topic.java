package dev.terakoya.learner;

import dev.terakoya.quiz.Question;

/** What a question is about, as people say it. */
public final class Topic {
  private Topic() {}

  /** The outermost heading over a question's source; the file where there is none. */
  public static String of(Question question) {
    var headings = question.source().headings();
    return headings.isEmpty() ? question.source().source().file() : headings.getFirst();
  }
}
