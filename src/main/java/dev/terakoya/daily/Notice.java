package dev.terakoya.daily;

/**
 * Something that those who run the bot should know.
 *
 * @param key which post
 * @param kind what happened
 * @param detail what the other side said; may be empty
 */
public record Notice(PostKey key, Kind kind, String detail) {
  /** What happened to a post. */
  public enum Kind {
    /** Slack said no; nothing is tried again that day. */
    REFUSED,
    /** Perhaps posted; not posted again, because the bot may not look. */
    UNSURE,
    /** Its time passed while nobody could post. */
    MISSED,
    /** There was no question to ask. */
    NOTHING_TO_ASK,
    /** Doubles were found and deleted; the detail says how many. */
    DOUBLES_DELETED
  }
}
