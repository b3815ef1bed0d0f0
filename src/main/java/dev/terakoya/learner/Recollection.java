package dev.terakoya.learner;

import dev.terakoya.fsrs.Fsrs;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.fsrs.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What one person's answers to one fact add up to.
 *
 * @param memory what FSRS makes of them, if there is an answer that counts
 * @param misses how many were wrong
 * @param leech whether the last one was wrong and made the misses a multiple of four: more asking
 *     would not help
 */
record Recollection(Optional<Memory> memory, int misses, boolean leech) {
  private static final int LEECH_MISSES = 4;
  private static final Duration LEECH_PAUSE = Duration.ofDays(14);

  /** One answer of the log. */
  record Answer(Rating rating, Instant at) {}

  /** Adds up answers, the oldest first. */
  static Recollection of(List<Answer> answers) {
    Memory memory = null;
    int misses = 0;
    boolean leech = false;
    for (Answer answer : answers) {
      memory =
          memory == null
              ? Fsrs.first(answer.rating(), answer.at())
              : Fsrs.review(memory, answer.rating(), answer.at());
      boolean missed = answer.rating() == Rating.AGAIN;
      misses += missed ? 1 : 0;
      leech = missed && misses % LEECH_MISSES == 0;
    }
    return new Recollection(Optional.ofNullable(memory), misses, leech);
  }

  /** Computes a memory anew from the log and keeps it. */
  static void refresh(Handle handle, Learner learner, String fact) {
    Recollection recollection = of(answers(handle, learner, fact));
    handle.execute(
        "delete from memory where team = ? and person = ? and fact = ?",
        learner.team(),
        learner.user(),
        fact);
    recollection.memory().ifPresent(memory -> keep(handle, learner, fact, memory));
    if (recollection.leech()) {
      Instant last = recollection.memory().orElseThrow().lastReview();
      Pauses.begin(handle, learner, fact, last.plus(LEECH_PAUSE));
    }
  }

  private static List<Answer> answers(Handle handle, Learner learner, String fact) {
    return handle
        .select(
            "select rating, answered_at from answer where team = ? and person = ? and fact = ?"
                + " and counts = 1 order by answered_at, asked",
            learner.team(),
            learner.user(),
            fact)
        .map((row, _) -> new Answer(Rating.of(row.getInt(1)), Instant.ofEpochMilli(row.getLong(2))))
        .list();
  }

  private static void keep(Handle handle, Learner learner, String fact, Memory memory) {
    handle.execute(
        "insert into memory (team, person, fact, stability, difficulty, last_review, due)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        learner.team(),
        learner.user(),
        fact,
        memory.stability(),
        memory.difficulty(),
        memory.lastReview().toEpochMilli(),
        memory.due().toEpochMilli());
  }

  /** When a fact comes again: when it is due, or its pause is over, whichever is later. */
  static Instant due(Handle handle, Learner learner, String fact, Instant now) {
    Instant due =
        handle
            .select(
                "select due from memory where team = ? and person = ? and fact = ?",
                learner.team(),
                learner.user(),
                fact)
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochMilli)
            .orElse(now);
    Instant pause = Pauses.until(handle, learner, fact);
    return pause.isAfter(due) ? pause : due;
  }
}
