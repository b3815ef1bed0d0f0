package dev.terakoya.daily;

/** What happens to an attempt to post. */
enum Fate {
  FINE,
  /** The poster dies after its claim, before the board hears of it. */
  DIE_BEFORE,
  /** The poster dies after the board accepted. */
  DIE_AFTER,
  /** The board accepts, the reply is lost. */
  LOST_REPLY,
  /** The board accepts after the caller gave up. */
  LATE,
  /** 429 with Retry-After. */
  RATE_LIMITED,
  /** 500, not accepted. */
  SERVER_ERROR,
  /** A web page instead of an answer, not accepted. */
  HTML,
  /** No reply at all, not accepted. */
  HANG,
  /** The connection breaks, not accepted. */
  RESET,
  /** Refused for good. */
  REFUSED
}
