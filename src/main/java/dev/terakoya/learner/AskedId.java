package dev.terakoya.learner;

import java.util.UUID;

/** Names one asking of a question; what buttons carry. */
public record AskedId(String value) {
  /** An id that nobody has yet. */
  public static AskedId fresh() {
    return new AskedId(UUID.randomUUID().toString());
  }
}
