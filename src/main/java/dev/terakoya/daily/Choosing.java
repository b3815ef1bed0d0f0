package dev.terakoya.daily;

import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Chooses the question of a channel and day. */
public interface Choosing {
  /** The question to post; nothing when there is none left to ask. */
  Optional<Question> choose(DailySettings settings, LocalDate day, Instant now);
}
