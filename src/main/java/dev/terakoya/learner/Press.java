package dev.terakoya.learner;

import dev.terakoya.quiz.Question;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** One press on one option, on its way into the log. */
record Press(Learner learner, Asked asked, int option, Instant now, String request) {
  /** Stores the press and what it does to the memory; the transaction is the caller's. */
  Verdict recorded(Handle handle) {
    Learners.lock(handle, learner, now);
    String fact = Continuity.now(handle, question().fact());
    if (Continuity.gone(handle, fact) || Flags.withdrawn(handle, learner.team(), question().id())) {
      return new Verdict.Withdrawn(question());
    }
    if (!stored(handle, fact)) {
      return earlier(handle, fact);
    }
    Recollection.refresh(handle, learner, fact);
    return fresh(handle, fact, option);
  }

  private Question question() {
    return asked.question();
  }

  private boolean stored(Handle handle, String fact) {
    boolean right = option == question().answer();
    int rows =
        handle.execute(
            "insert into answer (asked, team, person, question, fact, choice, correct, rating,"
                + " answered_at, request, counts, in_time) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1,"
                + " (select case when closed_at is null then 1 else 0 end from asked where id = ?))"
                + " on conflict do nothing",
            asked.id().value(),
            learner.team(),
            learner.user(),
            question().id(),
            fact,
            option,
            right ? 1 : 0,
            Grade.of(question(), right).number(),
            now.toEpochMilli(),
            request,
            asked.id().value());
    return rows == 1;
  }

  private Verdict fresh(Handle handle, String fact, int choice) {
    Instant due = Recollection.due(handle, learner, fact, now);
    return choice == question().answer()
        ? new Verdict.Right(question(), due)
        : new Verdict.Wrong(
            question(), choice, due, Pauses.until(handle, learner, fact).isAfter(now));
  }

  private Verdict earlier(Handle handle, String fact) {
    return handle
        .select(
            "select choice, request from answer where asked = ? and team = ? and person = ?",
            asked.id().value(),
            learner.team(),
            learner.user())
        .map((row, _) ->
            row.getString("request").equals(request)
                ? fresh(handle, fact, row.getInt("choice"))
                : again(handle, fact, row.getInt("choice")))
        .one();
  }

  private Verdict again(Handle handle, String fact, int choice) {
    Instant due = Recollection.due(handle, learner, fact, now);
    return new Verdict.AlreadyAnswered(question(), choice, choice == question().answer(), due);
  }
}
