package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.fsrs.Rating;
import dev.terakoya.learner.Recollection.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what people remember. */
public final class Memories {
  private static final String ANSWERS =
      "select person, fact, rating, answered_at from answer where team = ? and counts = 1 and ";
  private static final String IN_ORDER = " order by answered_at, asked";

  private Memories() {}

  /** What is believed of each person of a team: a map by fact a person, without names. */
  public static List<Map<String, Belief>> beliefs(Database database, String team, Instant at) {
    return database.read(
        "reading the memories of " + team,
        handle -> List.copyOf(each(ofTeam(handle, team, at), Belief::of)));
  }

  /** What each person of a team remembered at a moment, by fact, computed from the log. */
  static Collection<Map<String, Memory>> ofTeamAt(Handle handle, String team, Instant at) {
    return each(ofTeam(handle, team, at), given -> Recollection.of(given).memory().orElseThrow());
  }

  /** What is believed of one person, by fact. */
  static Map<String, Belief> beliefs(Handle handle, Learner learner) {
    Query answers =
        handle.select(ANSWERS + "person = ?" + IN_ORDER, learner.team(), learner.user());
    return each(byPerson(answers), Belief::of).stream().findFirst().orElse(Map.of());
  }

  /** What one person remembers, by fact. */
  static Map<String, Memory> of(Handle handle, Learner learner) {
    Map<String, Memory> memories = new HashMap<>();
    handle
        .select(
            "select fact, stability, difficulty, last_review, due from memory where team = ? and"
                + " person = ?",
            learner.team(),
            learner.user())
        .map((row, _) ->
            Map.entry(
                row.getString(1),
                new Memory(
                    row.getDouble(2),
                    row.getDouble(3),
                    Instant.ofEpochMilli(row.getLong(4)),
                    Instant.ofEpochMilli(row.getLong(5)))))
        .forEach(memory -> memories.put(memory.getKey(), memory.getValue()));
    return memories;
  }

  private static Map<String, Map<String, List<Answer>>> ofTeam(
      Handle handle, String team, Instant at) {
    return byPerson(
        handle.select(ANSWERS + "answered_at <= ?" + IN_ORDER, team, at.toEpochMilli()));
  }

  private static Map<String, Map<String, List<Answer>>> byPerson(Query answers) {
    Map<String, Map<String, List<Answer>>> people = new TreeMap<>();
    record Row(String person, String fact, Answer answer) {}
    answers
        .map((row, _) ->
            new Row(
                row.getString(1),
                row.getString(2),
                new Answer(Rating.of(row.getInt(3)), Instant.ofEpochMilli(row.getLong(4)))))
        .forEach(row ->
            people
                .computeIfAbsent(row.person(), _ -> new TreeMap<>())
                .computeIfAbsent(row.fact(), _ -> new ArrayList<>())
                .add(row.answer()));
    return people;
  }

  private static <T> List<Map<String, T>> each(
      Map<String, Map<String, List<Answer>>> people, Function<List<Answer>, T> sum) {
    List<Map<String, T>> sums = new ArrayList<>();
    for (Map<String, List<Answer>> facts : people.values()) {
      Map<String, T> one = new HashMap<>();
      facts.forEach((fact, answers) -> one.put(fact, sum.apply(answers)));
      sums.add(one);
    }
    return sums;
  }
}
