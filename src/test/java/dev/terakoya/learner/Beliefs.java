package dev.terakoya.learner;

import dev.terakoya.fsrs.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Beliefs for tests, from presses on three options. */
public final class Beliefs {
  private Beliefs() {}

  /** Answers so many days before a moment, the oldest first; a wrong one as a negative number. */
  public static Belief of(Instant now, int... days) {
    return Belief.of(
        Arrays.stream(days)
            .mapToObj(d -> answer(d > 0, now.minus(Duration.ofDays(Math.abs(d)))))
            .toList());
  }

  /** What one answer makes believe. */
  public static Belief first(boolean right, Instant at) {
    return Belief.first(answer(right, at));
  }

  /** What another answer makes believe. */
  public static Belief after(Belief belief, boolean right, Instant at) {
    return belief.after(answer(right, at));
  }

  private static Recollection.Answer answer(boolean right, Instant at) {
    return new Recollection.Answer(right ? Rating.GOOD : Rating.AGAIN, at);
  }
}
