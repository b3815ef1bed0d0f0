package dev.terakoya.learner;

import com.google.gson.Gson;
import dev.terakoya.db.Database;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** People and what they chose; and their right to see and to delete everything kept of them. */
public final class Learners {
  private static final List<String> TABLES =
      List.of("learner", "answer", "memory", "pause", "flag", "lookup", "told");

  private final Database database;

  /** Keeps its records in this database. */
  public Learners(Database database) {
    this.database = database;
  }

  /** Makes two changes about one person wait for each other until the transaction ends. */
  static void lock(Handle handle, Learner learner, Instant now) {
    handle.execute(
        "insert into learner (team, person, changed) values (?, ?, ?)"
            + " on conflict (team, person) do update set changed = excluded.changed",
        learner.team(),
        learner.user(),
        now.toEpochMilli());
  }

  /** What a person chose. */
  public PersonalSettings settings(Learner learner) {
    return database.read("reading the settings of " + learner, handle -> settings(handle, learner));
  }

  static PersonalSettings settings(Handle handle, Learner learner) {
    return handle
        .select(
            "select * from learner where team = ? and person = ?", learner.team(), learner.user())
        .map((row, _) ->
            new PersonalSettings(
                Optional.ofNullable(row.getString("language")),
                Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
                Optional.ofNullable(row.getString("remind_at")).map(LocalTime::parse),
                Optional.of(row.getInt("daily_cap"))
                    .filter(cap -> cap > 0)
                    .orElse(PersonalSettings.NONE.dailyCap())))
        .findOne()
        .orElse(PersonalSettings.NONE);
  }

  /** Keeps what a person chose. */
  public void choose(Learner learner, PersonalSettings settings, Instant now) {
    database.change(
        "keeping the settings of " + learner,
        handle -> {
          lock(handle, learner, now);
          return handle.execute(
              "update learner set language = ?, zone = ?, remind_at = ?, daily_cap = ?"
                  + " where team = ? and person = ?",
              settings.language().orElse(null),
              settings.zone().map(ZoneId::getId).orElse(null),
              settings.remindAt().map(LocalTime::toString).orElse(null),
              settings.dailyCap(),
              learner.team(),
              learner.user());
        });
  }

  /** The language that somebody chose, in whatever team. */
  public Optional<String> language(String user) {
    return database.read(
        "reading a language",
        handle ->
            handle
                .select(
                    "select language from learner where person = ? and language is not null", user)
                .mapTo(String.class)
                .findFirst());
  }

  /** Those of a team who want a daily reminder, and when. */
  public Map<Learner, PersonalSettings> reminded(String team) {
    return database.read(
        "listing reminders",
        handle -> {
          Map<Learner, PersonalSettings> reminded = new LinkedHashMap<>();
          handle
              .select(
                  "select person from learner where team = ? and remind_at is not null order by"
                      + " person",
                  team)
              .map((row, _) -> new Learner(team, row.getString(1)))
              .list()
              .forEach(learner -> reminded.put(learner, settings(handle, learner)));
          return reminded;
        });
  }

  /**
   * Deletes everything kept of a person. The shares of questions already closed stay as they are:
   * numbers without names.
   */
  public void forget(Learner learner) {
    database.change(
        "forgetting " + learner,
        handle -> {
          TABLES.forEach(table ->
              handle.execute(
                  "delete from " + table + " where team = ? and person = ?",
                  learner.team(),
                  learner.user()));
          return 0;
        });
  }

  /** Everything kept of a person, one JSON object a line; {@code kind} says what it is. */
  public List<String> export(Learner learner) {
    Gson gson = new Gson();
    return database.read(
        "exporting " + learner,
        handle ->
            TABLES.stream()
                .flatMap(table -> rows(handle, table, learner).stream())
                .map(gson::toJson)
                .toList());
  }

  private static List<Map<String, Object>> rows(Handle handle, String table, Learner learner) {
    String sql =
        table.equals("answer")
            ? "select t.*, a.snapshot as asked_question from answer t join asked a on a.id ="
                + " t.asked where t.team = ? and t.person = ?"
            : "select * from " + table + " where team = ? and person = ?";
    return handle
        .select(sql, learner.team(), learner.user())
        .mapToMap()
        .map(row -> {
          Map<String, Object> line = new TreeMap<>(row);
          line.put("kind", table);
          return line;
        })
        .list();
  }
}
