package dev.terakoya.learner;

import dev.terakoya.db.Database;
import java.time.Instant;

/** A process that answers without end, and says each answer that was acknowledged. */
final class Answering {
  private Answering() {}

  /** Argument: database URL. */
  public static void main(String[] arguments) {
    try (Database database = Database.open(arguments[0])) {
      AnswerBook book = new AnswerBook(database);
      Learner learner = new Learner("T1", "U1");
      for (int i = 0; ; i++) {
        AskedId id = book.ask("T1", Questions.of("q" + i), Instant.EPOCH).id();
        book.answer(learner, id, 1, Instant.EPOCH, "r" + i);
        System.out.println(id.value());
      }
    }
  }
}
