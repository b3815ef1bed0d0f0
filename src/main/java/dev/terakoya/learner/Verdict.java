package dev.terakoya.learner;

import dev.terakoya.quiz.Question;
import java.time.Instant;

/** What a press on an option comes to. */
public sealed interface Verdict {
  /**
   * The right option; stored.
   *
   * @param due when this fact comes again
   */
  record Right(Question question, Instant due) implements Verdict {}

  /**
   * A wrong option; stored.
   *
   * @param chosen index of the option that was pressed
   * @param due when this fact comes again
   * @param paused whether it was missed so often that reading helps more than asking
   */
  record Wrong(Question question, int chosen, Instant due, boolean paused) implements Verdict {}

  /** An earlier press stands; nothing was stored. */
  record AlreadyAnswered(Question question, int chosen, boolean right, Instant due)
      implements Verdict {}

  /** The question was taken back, or waits for a decision; nothing was stored. */
  record Withdrawn(Question question) implements Verdict {}

  /** No such question in this team, or no such option; nothing was stored. */
  record Unknown() implements Verdict {}
}
