package dev.terakoya.daily;

import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where questions are posted: Slack, or a stand-in. Every call ends within {@link #timeout}; no
 * call throws for what the other side says or fails to say.
 */
public interface Noticeboard {
  /** What came of a call that changes the board. */
  sealed interface Sent {
    /**
     * Done.
     *
     * @param ts the message's timestamp
     */
    record Done(String ts) implements Sent {}

    /**
     * No, and asking again will not help: archived, not a member, token revoked, no such message.
     */
    record Refused(String reason) implements Sent {}

    /** Surely not done; may be tried again after a while. */
    record Later(Duration after) implements Sent {}

    /** Perhaps done: no reply, a broken one, a server's error. */
    record Unclear(String reason) implements Sent {}
  }

  /** What a look at the board shows. */
  sealed interface Sighting {
    /**
     * The messages that carry a key, the oldest first.
     *
     * @param timestamps their timestamps; empty when there is none
     */
    record Seen(List<String> timestamps) implements Sighting {
      public Seen {
        timestamps = List.copyOf(timestamps);
      }
    }

    /** Not allowed to look: a scope is missing, or the bot is not a member. */
    record Blind(String reason) implements Sighting {}

    /** Could not look this time; may be tried again after a while. */
    record Unclear(String reason, Duration after) implements Sighting {}
  }

  /** The longest a call takes before it is given up. */
  Duration timeout();

  /** Posts a question; the key travels in the message's metadata. */
  Sent post(PostKey key, Asked asked);

  /** Looks for messages that carry a key, in what was posted since a moment. */
  Sighting look(PostKey key, Instant since);

  /** Edits a message: closed, with the shares, the right option, why, and the source. */
  Sent close(Post post, Shares shares);

  /** Deletes a message of ours. */
  Sent delete(PostKey key, String ts);
}
