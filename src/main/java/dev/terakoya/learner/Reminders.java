package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Who wants to be told now that something is due: at their own local time, once a day at most. */
public final class Reminders {
  /** How late a reminder may still come; afterwards it is left out for the day. */
  private static final Duration LATENESS = Duration.ofHours(2);

  private static final Duration KEPT = Duration.ofDays(3);

  private final Database database;
  private final Learners learners;
  private final Standings standings;

  /** Reads and keeps its records in this database. */
  public Reminders(Database database) {
    this.database = database;
    this.learners = new Learners(database);
    this.standings = new Standings(database);
  }

  /** A person to be reminded of so many facts. */
  public record Reminder(Learner learner, int due) {}

  /**
   * Those to be reminded now. Each is named once a day, on one replica: whoever asks must tell
   * them.
   *
   * @param zone whose time counts for those who have no zone
   */
  public List<Reminder> take(String team, List<Question> all, ZoneId zone, Instant now) {
    List<Reminder> reminders = new ArrayList<>();
    learners
        .reminded(team)
        .forEach((learner, settings) -> {
          ZoneId home = settings.zone().orElse(zone);
          LocalDate today = now.atZone(home).toLocalDate();
          Instant at = today.atTime(settings.remindAt().orElseThrow()).atZone(home).toInstant();
          String thing = "reminder " + today;
          if (!now.isBefore(at) && now.isBefore(at.plus(LATENESS)) && !told(learner, thing)) {
            int due = standings.of(learner, all, home, now).due();
            if (due > 0 && first(learner, thing, now)) {
              reminders.add(new Reminder(learner, due));
            }
          }
        });
    return reminders;
  }

  /** Forgets what was told more than three days ago. */
  public void prune(Instant now) {
    database.change(
        "pruning reminders",
        handle ->
            handle.execute("delete from told where told_at < ?", now.minus(KEPT).toEpochMilli()));
  }

  private boolean told(Learner learner, String thing) {
    return database.read(
        "looking for a reminder",
        handle ->
            handle
                .select(
                    "select 1 from told where team = ? and person = ? and thing = ?",
                    learner.team(),
                    learner.user(),
                    thing)
                .mapTo(int.class)
                .findOne()
                .isPresent());
  }

  private boolean first(Learner learner, String thing, Instant now) {
    return database.change(
        "noting a reminder",
        handle ->
            handle.execute(
                    "insert into told (team, person, thing, told_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                    learner.team(),
                    learner.user(),
                    thing,
                    now.toEpochMilli())
                == 1);
  }
}
