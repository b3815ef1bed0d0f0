package dev.terakoya.fsrs;

import static java.lang.Math.clamp;
import static java.lang.Math.exp;
import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.lang.Math.pow;

import java.time.Duration;
import java.time.Instant;

/**
 * The Free Spaced Repetition Scheduler, version 6, with the default weights and as py-fsrs 6.3.1
 * computes it without learning steps, relearning steps and fuzz. Elapsed time counts in whole days;
 * a review within a day of the last one follows the short-term formula. Formulas: "The Algorithm",
 * wiki of open-spaced-repetition/fsrs4anki.
 */
public final class Fsrs {
  /** The recall at which a fact is due. */
  public static final double RETENTION = 0.9;

  private static final double[] W = {
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
  };
  private static final double DECAY = -W[20];
  private static final double FACTOR = pow(0.9, 1 / DECAY) - 1;
  private static final double LEAST_STABILITY = 0.001;
  private static final int LONGEST_DAYS = 36_500;

  private Fsrs() {}

  /** The memory after the very first answer. */
  public static Memory first(Rating rating, Instant now) {
    double difficulty = clamp(firstDifficulty(rating), 1, 10);
    return memory(W[rating.number() - 1], difficulty, now);
  }

  /**
   * The memory after another answer. An answer dated before the last one counts as the same day.
   */
  public static Memory review(Memory memory, Rating rating, Instant now) {
    double stability =
        days(memory, now) < 1
            ? sameDay(memory.stability(), rating)
            : rating == Rating.AGAIN
                ? forgotten(memory, recall(memory, now))
                : recalled(memory, recall(memory, now), rating);
    return memory(stability, nextDifficulty(memory.difficulty(), rating), now);
  }

  /** The probability, 0 to 1, that the fact is recalled at a moment. */
  public static double recall(Memory memory, Instant now) {
    return pow(1 + FACTOR * max(0, days(memory, now)) / memory.stability(), DECAY);
  }

  private static Memory memory(double stability, double difficulty, Instant now) {
    double s = max(stability, LEAST_STABILITY);
    return new Memory(s, difficulty, now, now.plus(Duration.ofDays(interval(s))));
  }

  private static long days(Memory memory, Instant now) {
    return Math.floorDiv(
        Duration.between(memory.lastReview(), now).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  /** Whole days until recall falls to {@link #RETENTION}, 1 to 36,500; halves go to even. */
  private static long interval(double stability) {
    double days = stability / FACTOR * (pow(RETENTION, 1 / DECAY) - 1);
    return clamp((long) Math.rint(days), 1, LONGEST_DAYS);
  }

  private static double firstDifficulty(Rating rating) {
    return W[4] - exp(W[5] * (rating.number() - 1)) + 1;
  }

  private static double nextDifficulty(double difficulty, Rating rating) {
    double change = -W[6] * (rating.number() - 3);
    double damped = difficulty + (10 - difficulty) * change / 9;
    return clamp(W[7] * firstDifficulty(Rating.EASY) + (1 - W[7]) * damped, 1, 10);
  }

  private static double sameDay(double stability, Rating rating) {
    double growth = exp(W[17] * (rating.number() - 3 + W[18])) * pow(stability, -W[19]);
    return stability * (rating.number() >= Rating.GOOD.number() ? max(growth, 1) : growth);
  }

  private static double forgotten(Memory m, double recall) {
    double longTerm =
        W[11]
            * pow(m.difficulty(), -W[12])
            * (pow(m.stability() + 1, W[13]) - 1)
            * exp((1 - recall) * W[14]);
    return min(longTerm, m.stability() / exp(W[17] * W[18]));
  }

  private static double recalled(Memory m, double recall, Rating rating) {
    double penalty = rating == Rating.HARD ? W[15] : 1;
    double bonus = rating == Rating.EASY ? W[16] : 1;
    return m.stability()
        * (1
            + exp(W[8])
                * (11 - m.difficulty())
                * pow(m.stability(), -W[9])
                * (exp((1 - recall) * W[10]) - 1)
                * penalty
                * bonus);
  }
}
