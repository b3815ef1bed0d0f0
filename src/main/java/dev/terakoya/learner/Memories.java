package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.fsrs.Memory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what people remember. */
public final class Memories {
  private static final String SELECT =
      "select person, fact, stability, difficulty, last_review, due from memory where team = ?";

  private Memories() {}

  /** What each person of a team remembers: a map by fact a person, without names. */
  public static List<Map<String, Memory>> ofTeam(Database database, String team) {
    return database.read(
        "reading the memories of " + team,
        handle -> List.copyOf(byPerson(handle.select(SELECT, team)).values()));
  }

  /** What one person remembers, by fact. */
  static Map<String, Memory> of(Handle handle, Learner learner) {
    return byPerson(handle.select(SELECT + " and person = ?", learner.team(), learner.user()))
        .getOrDefault(learner.user(), Map.of());
  }

  private static Map<String, Map<String, Memory>> byPerson(Query query) {
    Map<String, Map<String, Memory>> people = new TreeMap<>();
    record Row(String person, String fact, Memory memory) {}
    query
        .map((row, _) ->
            new Row(
                row.getString(1),
                row.getString(2),
                new Memory(
                    row.getDouble(3),
                    row.getDouble(4),
                    Instant.ofEpochMilli(row.getLong(5)),
                    Instant.ofEpochMilli(row.getLong(6)))))
        .forEach(row ->
            people
                .computeIfAbsent(row.person(), _ -> new HashMap<>())
                .put(row.fact(), row.memory()));
    return people;
  }
}
