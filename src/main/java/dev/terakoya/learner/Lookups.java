package dev.terakoya.learner;

import dev.terakoya.db.Database;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What people looked up, kept for ninety days: what the notes lack, and what somebody learns. */
public final class Lookups {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration RECENT = Duration.ofDays(7);
  private static final int LONGEST = 200;

  private final Database database;

  /** Keeps its records in this database. */
  public Lookups(Database database) {
    this.database = database;
  }

  /**
   * A query that the notes did not answer, or not well.
   *
   * @param query in one spelling of width and case
   * @param times how often it was asked
   * @param people how many people asked
   * @param wishes how many of the askings came with the wish that somebody writes about it
   * @param useless how many answers were called useless
   */
  public record Gap(String query, int times, int people, int wishes, int useless) {}

  /**
   * What somebody looked up.
   *
   * @param id for votes and wishes
   * @param section id of the best hit's section; empty where nothing was found
   */
  public record Looked(String id, Learner learner, String query, String section, Instant at) {
    /** A look-up with an id of its own. */
    public Looked(Learner learner, String query, String section, Instant at) {
      this(UUID.randomUUID().toString(), learner, query, section, at);
    }
  }

  /** Records look-ups in one transaction. */
  public void record(List<Looked> lookups) {
    database.change(
        "recording look-ups",
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into lookup (id, team, person, query, outcome, section, looked_at,"
                      + " wished) values (?, ?, ?, ?, ?, ?, ?, 0)");
          for (Looked looked : lookups) {
            batch.add(
                looked.id,
                looked.learner.team(),
                looked.learner.user(),
                folded(looked.query),
                looked.section.isEmpty() ? "nothing" : "hits",
                looked.section,
                looked.at.toEpochMilli());
          }
          return batch.execute();
        });
  }

  private static String folded(String query) {
    String folded =
        Normalizer.normalize(query.replace('\0', ' '), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("\\s+", " ");
    int end =
        folded.offsetByCodePoints(0, Math.min(LONGEST, folded.codePointCount(0, folded.length())));
    return folded.substring(0, end);
  }

  /** Teams that have looked something up. */
  public List<String> teams() {
    return database.read(
        "listing teams",
        handle ->
            handle
                .select("select distinct team from lookup order by team")
                .mapTo(String.class)
                .list());
  }

  /** The id of a person's latest look-up of a query. */
  public Optional<String> latest(Learner learner, String query) {
    return database.read(
        "finding a look-up",
        handle ->
            handle
                .select(
                    "select id from lookup where team = ? and person = ? and query = ?"
                        + " order by looked_at desc limit 1",
                    learner.team(),
                    learner.user(),
                    folded(query))
                .mapTo(String.class)
                .findFirst());
  }

  /** Says of one's own look-up whether the answer was of use. */
  public void vote(Learner learner, String id, boolean useful) {
    set(learner, id, "useful", useful ? 1 : 0);
  }

  /** Wishes that somebody wrote about what one looked up. */
  public void wish(Learner learner, String id) {
    set(learner, id, "wished", 1);
  }

  private void set(Learner learner, String id, String column, int value) {
    database.change(
        "recording a vote",
        handle ->
            handle.execute(
                "update lookup set " + column + " = ? where id = ? and team = ? and person = ?",
                value,
                id,
                learner.team(),
                learner.user()));
  }

  /** What the notes lack: unanswered, wished for or useless, the most wanted first. */
  public List<Gap> report(String team, Instant since) {
    return database.read(
        "reporting look-ups",
        handle ->
            handle
                .select(
                    "select query, count(*), count(distinct person), sum(wished),"
                        + " sum(case when useful = 0 then 1 else 0 end) from lookup"
                        + " where team = ? and looked_at >= ?"
                        + " and (outcome = 'nothing' or wished = 1 or useful = 0)"
                        + " group by query order by sum(wished) desc, count(*) desc, query",
                    team,
                    since.toEpochMilli())
                .map((row, _) ->
                    new Gap(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5)))
                .list());
  }

  /** Sections a person looked up within a week. */
  static Set<String> recent(Handle handle, Learner learner, Instant now) {
    return handle
        .select(
            "select distinct section from lookup where team = ? and person = ? and looked_at >= ?",
            learner.team(),
            learner.user(),
            now.minus(RECENT).toEpochMilli())
        .mapTo(String.class)
        .stream()
        .collect(Collectors.toSet());
  }

  /** Forgets what is older than ninety days. */
  public void prune(Instant now) {
    database.change(
        "pruning look-ups",
        handle ->
            handle.execute(
                "delete from lookup where looked_at < ?", now.minus(KEPT).toEpochMilli()));
  }
}
