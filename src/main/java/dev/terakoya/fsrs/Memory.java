package dev.terakoya.fsrs;

import java.time.Instant;

/**
 * What FSRS remembers about one learner and one fact.
 *
 * @param stability days until recall falls to 90 %; at least 0.001
 * @param difficulty 1 (easy) to 10 (hard)
 * @param lastReview when it was last answered
 * @param due when recall is expected to have fallen to 90 %, in whole days after the last review
 */
public record Memory(double stability, double difficulty, Instant lastReview, Instant due) {
  public Memory {
    if (!(stability > 0 && difficulty >= 1 && difficulty <= 10)) {
      throw new IllegalArgumentException("stability " + stability + ", difficulty " + difficulty);
    }
  }
}
