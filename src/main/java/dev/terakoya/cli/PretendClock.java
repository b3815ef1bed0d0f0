package dev.terakoya.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time plus a shift: the playground's time runs on, and can be moved forward. */
final class PretendClock implements InstantSource {
  private volatile Duration shift = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(shift);
  }

  /** Moves on to a moment; never back. */
  void forwardTo(Instant moment) {
    Duration missing = Duration.between(instant(), moment);
    if (missing.isPositive()) {
      shift = shift.plus(missing);
    }
  }
}
