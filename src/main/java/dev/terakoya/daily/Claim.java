package dev.terakoya.daily;

import dev.terakoya.learner.Asked;
import java.time.Instant;

/** What came of asking the ledger for a post. */
public sealed interface Claim {
  /**
   * Ours to post, until the lease ends.
   *
   * @param asked the question, the same for whoever takes over
   * @param takenOver whether somebody may have posted it already
   * @param version counts who had it; the ledger refuses those who had it before
   */
  record Mine(PostKey key, Asked asked, boolean takenOver, long version) implements Claim {}

  /** Somebody else's, until its lease ends. */
  record Held(Instant until) implements Claim {}

  /** Nothing is left to do. */
  record Done() implements Claim {}
}
