package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.fsrs.Fsrs;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Says how a person, and how a team, is doing. */
public final class Standings {
  private static final int LATEST = 10;
  private static final int MISSED = 5;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Database database;

  /** Reads its records from this database. */
  public Standings(Database database) {
    this.database = database;
  }

  /**
   * How a person is doing.
   *
   * @param all the questions there are
   * @param zone whose days count
   */
  public Standing of(Learner learner, List<Question> all, ZoneId zone, Instant now) {
    return database.read(
        "reading the standing of " + learner,
        handle -> {
          Map<String, Memory> memories = Memories.of(handle, learner);
          Set<String> facts = all.stream().map(Question::fact).collect(Collectors.toSet());
          long due =
              memories.entrySet().stream()
                  .filter(memory -> facts.contains(memory.getKey()))
                  .filter(memory -> !memory.getValue().due().isAfter(now))
                  .count();
          List<Standing.TopicRecall> recall =
              recall(all, List.of(memories), now).stream()
                  .filter(topic -> topic.met() > 0)
                  .sorted(Comparator.comparingDouble(Standing.TopicRecall::recall))
                  .toList();
          return new Standing(
              count(handle, learner, "1 = 1"),
              count(handle, learner, "correct = 1"),
              streak(handle, learner, zone, now),
              (int) due,
              recall,
              latest(handle, learner));
        });
  }

  private static int count(Handle handle, Learner learner, String what) {
    return handle
        .select(
            "select count(*) from answer where team = ? and person = ? and counts = 1 and " + what,
            learner.team(),
            learner.user())
        .mapTo(int.class)
        .one();
  }

  private static List<Standing.Given> latest(Handle handle, Learner learner) {
    return handle
        .select(
            "select a.snapshot, n.choice, n.correct, n.answered_at from answer n join asked a on"
                + " a.id = n.asked where n.team = ? and n.person = ? and n.counts = 1 order by"
                + " n.answered_at desc, n.asked limit "
                + LATEST,
            learner.team(),
            learner.user())
        .map((row, _) ->
            new Standing.Given(
                Snapshot.read(row.getString(1)),
                row.getInt(2),
                row.getInt(3) == 1,
                Instant.ofEpochMilli(row.getLong(4))))
        .list();
  }

  /**
   * Days with a post, in the channels whose posts the person answers, that have an answer of any
   * kind, counted back from today; today breaks nothing while it lasts.
   */
  private static int streak(Handle handle, Learner learner, ZoneId zone, Instant now) {
    List<LocalDate> posts =
        handle
            .select(
                "select distinct day from asked where team = ? and kind = 'DAILY' and channel in"
                    + " (select a.channel from answer n join asked a on a.id = n.asked"
                    + " where n.team = ? and n.person = ? and a.kind = 'DAILY') order by day desc",
                learner.team(),
                learner.team(),
                learner.user())
            .mapTo(String.class)
            .map(LocalDate::parse)
            .list();
    Set<LocalDate> active =
        handle
            .select(
                "select answered_at from answer where team = ? and person = ?",
                learner.team(),
                learner.user())
            .mapTo(Long.class)
            .map(at -> Instant.ofEpochMilli(at).atZone(zone).toLocalDate())
            .collect(Collectors.toSet());
    LocalDate today = now.atZone(zone).toLocalDate();
    return (int)
        posts.stream()
            .filter(day -> !day.isAfter(today))
            .filter(day -> !day.equals(today) || active.contains(day))
            .takeWhile(active::contains)
            .count();
  }

  /** How a team was doing at a moment: all of it computed from the answers until then. */
  public TeamStanding ofTeam(String team, List<Question> all, Instant at) {
    return database.read(
        "reading the standing of " + team,
        handle -> {
          Collection<Map<String, Memory>> people = Memories.ofTeamAt(handle, team, at);
          return new TeamStanding(people.size(), recall(all, people, at), missed(handle, team, at));
        });
  }

  private static List<Standing.TopicRecall> recall(
      List<Question> all, Collection<Map<String, Memory>> people, Instant now) {
    Map<String, Set<String>> topics = new LinkedHashMap<>();
    all.forEach(q -> topics.computeIfAbsent(Topic.of(q), _ -> new LinkedHashSet<>()).add(q.fact()));
    return topics.entrySet().stream()
        .map(topic -> recall(topic.getKey(), topic.getValue(), people, now))
        .toList();
  }

  private static Standing.TopicRecall recall(
      String topic, Set<String> facts, Collection<Map<String, Memory>> people, Instant now) {
    int met =
        (int) facts.stream().filter(f -> people.stream().anyMatch(p -> p.containsKey(f))).count();
    double recall =
        people.stream()
            .flatMap(p -> facts.stream().filter(p::containsKey).map(p::get))
            .mapToDouble(memory -> Fsrs.recall(memory, now))
            .average()
            .orElse(0);
    return new Standing.TopicRecall(topic, facts.size(), met, recall);
  }

  private static List<TeamStanding.Missed> missed(Handle handle, String team, Instant at) {
    return handle
        .select(
            "select max(asked) as asked, sum(1 - correct) as wrong, count(*) as answers from answer"
                + " where team = ? and counts = 1 and answered_at > ? and answered_at <= ?"
                + " group by question having sum(1 - correct) > 0"
                + " order by sum(1 - correct) desc, count(*), question limit "
                + MISSED,
            team,
            at.minus(WEEK).toEpochMilli(),
            at.toEpochMilli())
        .map((row, _) ->
            new TeamStanding.Missed(
                AnswerBook.asked(handle, new AskedId(row.getString("asked")))
                    .orElseThrow()
                    .question(),
                row.getInt("wrong"),
                row.getInt("answers")))
        .list();
  }
}
