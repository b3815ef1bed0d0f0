package dev.terakoya.cli;

import dev.terakoya.learner.Learner;
import dev.terakoya.notes.SectionId;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import dev.terakoya.slack.QuestionRoutes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What one person is asked. */
final class PrivateQuestions implements QuestionRoutes.Asking {
  private final Supplier<Quiz> quiz;

  PrivateQuestions(Supplier<Quiz> quiz) {
    this.quiz = quiz;
  }

  @Override
  public Optional<Question> next(Learner learner, Instant now) {
    return one(quiz.get().questions(), now);
  }

  @Override
  public Optional<Question> about(Learner learner, SectionId section, Instant now) {
    return one(quiz.get().questionsOf(section), now);
  }

  private static Optional<Question> one(List<Question> questions, Instant now) {
    return questions.isEmpty()
        ? Optional.empty()
        : Optional.of(questions.get(Math.floorMod(now.toEpochMilli(), questions.size())));
  }
}
