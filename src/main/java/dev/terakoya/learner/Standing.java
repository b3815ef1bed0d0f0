package dev.terakoya.learner;

import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.util.List;

/**
 * How one person is doing; shown to that person only.
 *
 * @param answered answers that count
 * @param right how many of them were right
 * @param streak working days in a row with an answer; days without a post do not break it
 * @param due facts to be repeated now
 * @param recall recall by topic, the weakest first
 * @param latest the last ten answers, the latest first
 */
public record Standing(
    int answered, int right, int streak, int due, List<TopicRecall> recall, List<Given> latest) {
  public Standing {
    recall = List.copyOf(recall);
    latest = List.copyOf(latest);
  }

  /**
   * How a topic stands.
   *
   * @param topic as in {@link Topic}
   * @param facts how many facts the notes hold about it
   * @param met how many of them were answered at least once
   * @param recall mean probability, 0 to 1, that a fact met is recalled now; 0 when none was met
   */
  public record TopicRecall(String topic, int facts, int met, double recall) {}

  /** An answer given. */
  public record Given(Question question, int chosen, boolean right, Instant at) {}
}
