package dev.terakoya.daily;

import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Shares;
import java.time.Instant;

/**
 * What the ledger knows of one post.
 *
 * @param asked its question, whose id its buttons carry
 * @param state how far it is
 * @param closesAt when it closes
 * @param ts the message's timestamp in the channel; empty before it was posted
 * @param reason why it is not, or perhaps not, posted; empty otherwise
 * @param shares how the team answered, once closed
 * @param doubles how many doubles were deleted
 * @param version counts the changes
 */
public record Post(
    PostKey key,
    Asked asked,
    State state,
    Instant closesAt,
    String ts,
    String reason,
    Shares shares,
    int doubles,
    long version) {
  /** How far a post is. */
  public enum State {
    /** Nobody has tried, or all who tried know that it was not posted. */
    OPEN,
    /** Somebody is posting it, or died over it. */
    CLAIMED,
    /** It stands in the channel. */
    POSTED,
    /** It stands in the channel with the answer. */
    CLOSED,
    /** Slack said no. */
    REFUSED,
    /** Perhaps posted; without the right to look it is not posted again. */
    UNSURE,
    /** Its time passed. */
    MISSED
  }
}
