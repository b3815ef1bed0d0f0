package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.notes.SectionId;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Every question asked and every answer given. An answer is on disk, together with what it does to
 * the memory, before its verdict is returned. Safe for any thread and any number of processes.
 */
public final class AnswerBook {
  private static final Duration SLIP = Duration.ofMinutes(10);
  private static final Duration SKIP = Duration.ofHours(18);
  static final RowMapper<Asked> ASKED =
      (row, _) ->
          new Asked(
              new AskedId(row.getString("id")),
              row.getString("team"),
              row.getString("kind").equals("DAILY")
                  ? new Asked.Occasion.Daily(
                      row.getString("channel"),
                      LocalDate.parse(row.getString("day")),
                      row.getInt("number"))
                  : new Asked.Occasion.Private(),
              Snapshot.read(row.getString("snapshot"))
                  .now(row.getString("fact"), new SectionId(row.getString("section"))),
              Instant.ofEpochMilli(row.getLong("asked_at")));

  private final Database database;

  /** Keeps its records in this database. */
  public AnswerBook(Database database) {
    this.database = database;
  }

  /** Puts a question to one person: keeps it as it is now, under an id for its buttons. */
  public Asked ask(String team, Question question, Instant now) {
    Asked asked = Asked.privately(team, question, now);
    return database.change("keeping question " + question.id(), handle -> keep(handle, asked));
  }

  /** Keeps an asked question within a transaction of somebody else's. */
  public static Asked keep(Handle handle, Asked asked) {
    Question question = asked.question();
    handle.execute(
        "insert into asked (id, team, kind, channel, day, number, question, fact, section,"
            + " snapshot, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        asked.id().value(),
        asked.team(),
        asked.daily().isPresent() ? "DAILY" : "PRIVATE",
        asked.daily().map(Asked.Occasion.Daily::channel).orElse(""),
        asked.daily().map(daily -> daily.day().toString()).orElse(""),
        asked.daily().map(Asked.Occasion.Daily::number).orElse(0),
        question.id(),
        Continuity.now(handle, question.fact()),
        question.source().section().value(),
        Snapshot.write(question),
        asked.at().toEpochMilli());
    return asked;
  }

  /** The question of an id, as it was asked. */
  public Optional<Asked> asked(AskedId id) {
    return database.read("reading question " + id.value(), handle -> asked(handle, id));
  }

  /** The question of an id, read within somebody else's transaction. */
  public static Optional<Asked> asked(Handle handle, AskedId id) {
    return handle.select("select * from asked where id = ?", id.value()).map(ASKED).findOne();
  }

  /**
   * Records a press. The same request again gives the same verdict; of two presses at once, one
   * counts.
   *
   * @param option index of the option, as the button carried it; anything may come
   * @param request id of the request, the same when Slack repeats it
   */
  public Verdict answer(Learner learner, AskedId id, int option, Instant now, String request) {
    return database.change(
        "recording the answer of " + learner,
        handle ->
            asked(handle, id)
                .filter(asked -> asked.team().equals(learner.team()))
                .filter(asked -> option >= 0 && option < asked.question().options().size())
                .map(asked -> new Press(learner, asked, option, now, request).recorded(handle))
                .orElseGet(Verdict.Unknown::new));
  }

  /** Takes back a slip in a private question, for ten minutes; then it can be answered again. */
  public boolean undo(Learner learner, AskedId id, Instant now) {
    return database.change(
        "undoing an answer of " + learner,
        handle -> {
          Learners.lock(handle, learner, now);
          int undone =
              handle.execute(
                  "delete from answer where asked = ? and team = ? and person = ? and answered_at >"
                      + " ? and asked in (select id from asked where kind = 'PRIVATE')",
                  id.value(),
                  learner.team(),
                  learner.user(),
                  now.minus(SLIP).toEpochMilli());
          if (undone > 0) {
            asked(handle, id).ifPresent(asked -> forgetPress(handle, learner, asked));
          }
          return undone > 0;
        });
  }

  private static void forgetPress(Handle handle, Learner learner, Asked asked) {
    String fact = Continuity.now(handle, asked.question().fact());
    Pauses.end(handle, learner, fact);
    Recollection.refresh(handle, learner, fact);
  }

  /** Does not want this fact today: it does not come again for eighteen hours. */
  public void skip(Learner learner, AskedId id, Instant now) {
    database.change(
        "skipping a question for " + learner,
        handle -> {
          asked(handle, id)
              .ifPresent(asked ->
                  Pauses.begin(
                      handle,
                      learner,
                      Continuity.now(handle, asked.question().fact()),
                      now.plus(SKIP)));
          return 0;
        });
  }

  /** Answers from now on are late: they count for oneself, not for the team. */
  public Shares close(AskedId id, Instant now) {
    return database.change(
        "closing question " + id.value(),
        handle -> {
          handle.execute(
              "update asked set closed_at = ? where id = ? and closed_at is null",
              now.toEpochMilli(),
              id.value());
          return Shares.of(handle, id);
        });
  }

  /** How the team answered a question so far, late answers left out. */
  public Shares shares(AskedId id) {
    return database.read("counting answers", handle -> Shares.of(handle, id));
  }

  /** What a person chose, if the question was answered: index of the option. */
  public Optional<Integer> choice(Learner learner, AskedId id) {
    return database.read(
        "reading an answer of " + learner,
        handle ->
            handle
                .select(
                    "select choice from answer where asked = ? and team = ? and person = ?",
                    id.value(),
                    learner.team(),
                    learner.user())
                .mapTo(Integer.class)
                .findOne());
  }
}
