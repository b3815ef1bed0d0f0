package dev.terakoya.slack;

import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Learner;
import dev.terakoya.notes.SectionId;
import dev.terakoya.quiz.Question;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** One question to one person, wherever it is asked for. */
public final class OneQuestion {
  private final Desk desk;
  private final AnswerBook answers;
  private final QuestionRoutes.Asking asking;
  private final NoteLink link;
  private final InstantSource clock;

  public OneQuestion(
      Desk desk,
      AnswerBook answers,
      QuestionRoutes.Asking asking,
      NoteLink link,
      InstantSource clock) {
    this.desk = desk;
    this.answers = answers;
    this.asking = asking;
    this.link = link;
    this.clock = clock;
  }

  /** What this person is asked now, or why nothing. */
  Message to(Learner learner) {
    return ask(learner, () -> asking.next(learner, clock.instant()), "quiz.none");
  }

  /** A question about a section, or why there is none. */
  Message about(Learner learner, SectionId section) {
    return ask(learner, () -> asking.about(learner, section, clock.instant()), "quiz.none-here");
  }

  /** That the questions are not made yet. */
  public Message reading(String user) {
    Texts texts = desk.texts(user);
    return new QuestionBlocks(texts, link).said(texts.say("quiz.reading"));
  }

  private Message ask(Learner learner, Supplier<Optional<Question>> chosen, String none) {
    Texts texts = desk.texts(learner.user());
    if (!asking.ready()) {
      return reading(learner.user());
    }
    QuestionBlocks blocks = new QuestionBlocks(texts, link);
    return chosen
        .get()
        .map(q -> blocks.privately(answers.ask(learner.team(), q, clock.instant())))
        .orElseGet(() -> blocks.said(texts.say(none)));
  }
}
