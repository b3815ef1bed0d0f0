package dev.terakoya.notes;

/** What part of a file a line lies in, as far as that decides how it is read. */
enum Zone {
  TEXT,
  FRONT_MATTER,
  /** The line that opens a fence, or the one that closes it. */
  FENCE,
  CODE,
  COMMENT
}
