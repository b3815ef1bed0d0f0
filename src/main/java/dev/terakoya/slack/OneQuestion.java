package dev.terakoya.slack;

import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Learner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** One question to one person, outside the slash command. */
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

  /** What this person is asked now, or that there is nothing to ask. */
  Message to(Learner learner) {
    Texts texts = desk.texts(learner.user());
    Instant now = clock.instant();
    return asking
        .next(learner, now)
        .map(q -> new QuestionBlocks(texts, link).privately(answers.ask(learner.team(), q, now)))
        .orElseGet(() -> new Message(texts.say("quiz.none"), List.of()));
  }
}
