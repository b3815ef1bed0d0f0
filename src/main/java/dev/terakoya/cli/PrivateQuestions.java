package dev.terakoya.cli;

import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Round;
import dev.terakoya.notes.SectionId;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import dev.terakoya.slack.QuestionRoutes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What one person is asked: due first, then new; about a section, what was asked least. */
final class PrivateQuestions implements QuestionRoutes.Asking {
  private final Supplier<Quiz> quiz;
  private final Round round;

  PrivateQuestions(Supplier<Quiz> quiz, Round round) {
    this.quiz = quiz;
    this.round = round;
  }

  @Override
  public Optional<Question> next(Learner learner, Instant now) {
    return chosen(round.next(learner, quiz.get().questions(), TOKYO, now));
  }

  @Override
  public Optional<Question> about(Learner learner, SectionId section, Instant now) {
    List<Question> questions = quiz.get().questionsOf(section);
    return chosen(round.next(learner, questions, TOKYO, now))
        .or(() -> questions.stream().findFirst());
  }

  private static Optional<Question> chosen(Round.Next next) {
    return next instanceof Round.Next.Ask ask ? Optional.of(ask.question()) : Optional.empty();
  }

  /** Whose day counts where a person chose no zone. */
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
}
