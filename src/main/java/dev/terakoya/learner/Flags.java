package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * "This question is odd", said by people. What two of them say withdraws a question until somebody
 * who runs the bot decides; each decision can be changed.
 */
public final class Flags {
  private static final int ENOUGH = 2;

  /** What is open: two people said so since the last decision, or the decision was to remove. */
  private static final String WITHDRAWN =
      "select question from ruling where team = :team and decision = 'REMOVE' union"
          + " select f.question from flag f left join ruling r"
          + " on r.team = f.team and r.question = f.question"
          + " where f.team = :team and (r.decided_at is null or f.flagged_at > r.decided_at)"
          + " group by f.question having count(*) >= "
          + ENOUGH;

  private final Database database;

  /** Keeps its records in this database. */
  public Flags(Database database) {
    this.database = database;
  }

  /** A decision about a flagged question. */
  public enum Ruling {
    KEEP,
    REMOVE
  }

  /**
   * A question that people find odd.
   *
   * @param question as it was asked
   * @param reasons what they said, the latest first; no names
   * @param withdrawn whether it is not asked any more
   */
  public record Flagged(Question question, List<String> reasons, boolean withdrawn) {
    public Flagged {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Says that a question is odd; one voice a person.
   *
   * @return whether the question is withdrawn now
   */
  public boolean flag(Learner learner, AskedId id, String reason, Instant now) {
    return database.change(
        "flagging question " + id.value(),
        handle ->
            AnswerBook.asked(handle, id)
                .filter(asked -> asked.team().equals(learner.team()))
                .map(asked -> flag(handle, learner, asked, reason, now))
                .orElse(false));
  }

  private static boolean flag(
      Handle handle, Learner learner, Asked asked, String reason, Instant now) {
    handle.execute(
        "insert into flag (team, question, person, asked, reason, flagged_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (team, question, person)"
            + " do update set reason = excluded.reason, flagged_at = excluded.flagged_at",
        learner.team(),
        asked.question().id(),
        learner.user(),
        asked.id().value(),
        reason.replace('\0', ' '),
        now.toEpochMilli());
    return withdrawn(handle, learner.team(), asked.question().id());
  }

  /**
   * Decides about a question. Answers to a removed one are taken out of scores and memories; they
   * come back when it is kept after all.
   */
  public void decide(String team, String question, Ruling ruling, Instant now) {
    database.change(
        "deciding about question " + question,
        handle -> {
          handle.execute(
              "insert into ruling (team, question, decision, decided_at) values (?, ?, ?, ?)"
                  + " on conflict (team, question) do update"
                  + " set decision = excluded.decision, decided_at = excluded.decided_at",
              team,
              question,
              ruling.name(),
              now.toEpochMilli());
          count(handle, team, question, ruling);
          return 0;
        });
  }

  private static void count(Handle handle, String team, String question, Ruling ruling) {
    handle.execute(
        "update answer set counts = ? where team = ? and question = ?",
        ruling == Ruling.KEEP ? 1 : 0,
        team,
        question);
    record Touched(String person, String fact) {}
    handle
        .select(
            "select distinct person, fact from answer where team = ? and question = ?",
            team,
            question)
        .map((row, _) -> new Touched(row.getString(1), row.getString(2)))
        .list()
        .forEach(t -> Recollection.refresh(handle, new Learner(team, t.person()), t.fact()));
  }

  /** Ids of the questions that are not asked any more. */
  public Set<String> withdrawn(String team) {
    return database.read("listing withdrawn questions", handle -> withdrawn(handle, team));
  }

  static Set<String> withdrawn(Handle handle, String team) {
    return handle.createQuery(WITHDRAWN).bind("team", team).mapTo(String.class).stream()
        .collect(Collectors.toSet());
  }

  static boolean withdrawn(Handle handle, String team, String question) {
    return withdrawn(handle, team).contains(question);
  }

  /** What people flagged since it was last decided about, for those who run the bot. */
  public List<Flagged> open(String team) {
    return database.read(
        "listing flagged questions",
        handle -> {
          Set<String> withdrawn = withdrawn(handle, team);
          return handle
              .select(
                  "select f.question as id, max(f.asked) as asked from flag f left join ruling r"
                      + " on r.team = f.team and r.question = f.question where f.team = ?"
                      + " and (r.decided_at is null or f.flagged_at > r.decided_at)"
                      + " group by f.question order by count(*) desc, f.question",
                  team)
              .map((row, _) -> flagged(handle, team, row.getString("asked"), withdrawn))
              .list();
        });
  }

  private static Flagged flagged(Handle handle, String team, String asked, Set<String> withdrawn) {
    Question question = AnswerBook.asked(handle, new AskedId(asked)).orElseThrow().question();
    List<String> reasons =
        handle
            .select(
                "select reason from flag where team = ? and question = ? order by flagged_at desc",
                team,
                question.id())
            .mapTo(String.class)
            .list();
    return new Flagged(question, reasons, withdrawn.contains(question.id()));
  }
}
