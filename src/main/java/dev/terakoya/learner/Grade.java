package dev.terakoya.learner;

import dev.terakoya.fsrs.Rating;
import dev.terakoya.quiz.Question;

/**
 * How a press is rated for FSRS. Wrong is {@link Rating#AGAIN}: it was not recalled. Right is
 * {@link Rating#GOOD} with three options or more, where luck alone is right at most one time in
 * three, and {@link Rating#HARD} with two, where luck is right every second time and the press
 * shows little. Never {@link Rating#EASY}: a press says nothing of effort.
 */
final class Grade {
  private Grade() {}

  static Rating of(Question question, boolean right) {
    if (!right) {
      return Rating.AGAIN;
    }
    return question.options().size() >= 3 ? Rating.GOOD : Rating.HARD;
  }
}
