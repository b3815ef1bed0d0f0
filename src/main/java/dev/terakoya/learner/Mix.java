package dev.terakoya.learner;

import java.util.OptionalLong;

/**
 * How repeating and new facts are mixed: three of five repeat. When an exam is set, new facts go
 * first as far as needed for all of them to be met by half-time, so that each can still be
 * repeated.
 */
public final class Mix {
  private static final double REPEATS = 0.6;

  private Mix() {}

  /**
   * Whether a question repeats, where both kinds are at hand.
   *
   * @param number how many questions came before this one
   * @param fresh how many facts were never asked
   * @param left how many questions are left until the exam, if there is one
   */
  public static boolean repeats(long number, long fresh, OptionalLong left) {
    double share =
        left.isEmpty()
            ? REPEATS
            : Math.clamp(1 - 2.0 * fresh / Math.max(1, left.getAsLong()), 0, REPEATS);
    return Math.ceil((number + 1) * share) > Math.ceil(number * share);
  }
}
