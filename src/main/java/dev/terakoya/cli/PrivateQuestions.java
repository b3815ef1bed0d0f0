package dev.terakoya.cli;

import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Round;
import dev.terakoya.notes.SectionId;
import dev.terakoya.quiz.Question;
import dev.terakoya.slack.QuestionRoutes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one person is asked: what is due, mixed with new; about a section, what was asked least. */
final class PrivateQuestions implements QuestionRoutes.Asking {
  private final Supplier<Study> study;
  private final Round round;
  private final Function<String, Round.Calendar> calendars;

  PrivateQuestions(Supplier<Study> study, Round round, Function<String, Round.Calendar> calendars) {
    this.study = study;
    this.round = round;
    this.calendars = calendars;
  }

  @Override
  public boolean ready() {
    return study.get().soon();
  }

  @Override
  public Optional<Question> next(Learner learner, Instant now) {
    return chosen(learner, study.get().quiz().questions(), now);
  }

  @Override
  public Optional<Question> about(Learner learner, SectionId section, Instant now) {
    List<Question> questions = study.get().quiz().questionsOf(section);
    return chosen(learner, questions, now).or(() -> questions.stream().findFirst());
  }

  private Optional<Question> chosen(Learner learner, List<Question> questions, Instant now) {
    return round.next(learner, questions, calendars.apply(learner.team()), now)
            instanceof Round.Next.Ask ask
        ? Optional.of(ask.question())
        : Optional.empty();
  }
}
