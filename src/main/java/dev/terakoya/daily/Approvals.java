package dev.terakoya.daily;

import dev.terakoya.db.Database;
import dev.terakoya.learner.Snapshot;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What those who run the bot say about the questions to come, where a channel wants that: a
 * candidate is shown a day ahead, and what nobody approved is not posted.
 */
public final class Approvals {
  private final Database database;

  /** Keeps its records in this database. */
  public Approvals(Database database) {
    this.database = database;
  }

  /**
   * A candidate for a day.
   *
   * @param number counts a day's candidates from 1; the last one counts
   */
  public record Proposal(PostKey key, int number, Question question) {}

  /** The day whose candidate should be known by now: the next one with a question. */
  public static Optional<LocalDate> dayAhead(DailySettings settings, Instant now) {
    return DailyPlan.next(settings, now).map(at -> at.atZone(settings.zone()).toLocalDate());
  }

  /** A day's candidates in their order. */
  public List<Proposal> of(PostKey key) {
    return database.read(
        "reading the candidates of " + key.text(),
        handle ->
            handle
                .select(
                    "select number, snapshot from proposal where team = ? and channel = ? and day"
                        + " = ? order by number",
                    key.team(),
                    key.channel(),
                    key.day().toString())
                .map((row, _) -> new Proposal(key, row.getInt(1), Snapshot.read(row.getString(2))))
                .list());
  }

  /** The candidate that counts. */
  public Optional<Proposal> latest(PostKey key) {
    return of(key).reversed().stream().findFirst();
  }

  /**
   * Adds a candidate; of two at once, one does.
   *
   * @return whether this one was added
   */
  public boolean propose(Proposal proposal) {
    PostKey key = proposal.key();
    return database.change(
        "proposing for " + key.text(),
        handle ->
            handle.execute(
                    "insert into proposal (team, channel, day, number, snapshot)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing",
                    key.team(),
                    key.channel(),
                    key.day().toString(),
                    proposal.number(),
                    Snapshot.write(proposal.question()))
                == 1);
  }

  /** Lets a question be posted. */
  public void approve(String team, String question, Instant now) {
    database.change(
        "approving question " + question,
        handle ->
            handle.execute(
                "insert into approval (team, question, approved_at) values (?, ?, ?)"
                    + " on conflict do nothing",
                team,
                question,
                now.toEpochMilli()));
  }

  /** Ids of the approved questions. */
  public Set<String> approved(String team) {
    return database.read(
        "listing approved questions",
        handle ->
            handle
                .select("select question from approval where team = ?", team)
                .mapTo(String.class)
                .stream()
                .collect(Collectors.toSet()));
  }
}
