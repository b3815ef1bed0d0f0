package dev.terakoya.quiz;

import java.util.Optional;

/** One thing that must be right before a question may be asked. */
interface Gate {
  /** Its name as {@code --rejected} and {@code --why} print it. */
  String name();

  /** Why the candidate must not be asked; nothing when it may. */
  Optional<String> refuses(Candidate candidate);

  /** Refuses for {@code reason} when {@code fault} holds. */
  static Optional<String> when(boolean fault, String reason) {
    return fault ? Optional.of(reason) : Optional.empty();
  }
}
