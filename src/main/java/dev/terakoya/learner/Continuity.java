package dev.terakoya.learner;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import dev.terakoya.db.Database;
import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.SectionTrace;
import dev.terakoya.notes.Succession;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What becomes of facts when the notes change: a fact that was reworded or moved lives on under a
 * new id, and what people remember moves along; one that the notes do not say any more is
 * withdrawn. Decided once and written down, read by all replicas.
 */
public final class Continuity {
  private static final Gson GSON = new Gson();

  private final Database database;

  /** Keeps its records in this database. */
  public Continuity(Database database) {
    this.database = database;
  }

  /**
   * What a change of the notes came to.
   *
   * @param renamed how many facts live on under a new id
   * @param gone how many facts were asked about and are not in the notes any more
   */
  public record Followed(int renamed, int gone) {}

  /**
   * Compares the notes with what was known of them.
   *
   * @param traces of all sections as they are now
   * @param questions all questions that they yield
   */
  public Followed follow(Collection<SectionTrace> traces, List<Question> questions, Instant now) {
    return database.change(
        "following the notes",
        handle -> {
          Map<SectionId, SectionId> heirs = Succession.between(traces(handle), traces);
          Set<String> facts = questions.stream().map(Question::fact).collect(Collectors.toSet());
          int renamed = 0;
          for (Question lost : lost(handle, facts)) {
            Optional<Question> heir = heir(lost, heirs, questions);
            heir.ifPresent(h -> rename(handle, lost.fact(), h.fact(), now));
            renamed += heir.isPresent() ? 1 : 0;
          }
          heirs.forEach((old, heir) -> moveSection(handle, old, heir));
          keep(handle, traces);
          return new Followed(renamed, withdraw(handle, facts, now));
        });
  }

  private static List<SectionTrace> traces(Handle handle) {
    TypeToken<List<String>> path = new TypeToken<>() {};
    return handle
        .select("select section, file, path, fingerprint from trace")
        .map((row, _) ->
            new SectionTrace(
                new SectionId(row.getString(1)),
                row.getString(2),
                GSON.fromJson(row.getString(3), path),
                row.getString(4)))
        .list();
  }

  /** The latest question of each fact that was asked and that the notes do not yield now. */
  private static Collection<Question> lost(Handle handle, Set<String> facts) {
    Map<String, Question> latest = new HashMap<>();
    handle.select("select * from asked order by asked_at, id").map(AnswerBook.ASKED).stream()
        .map(Asked::question)
        .filter(question -> !facts.contains(question.fact()))
        .forEach(question -> latest.put(question.fact(), question));
    return latest.values();
  }

  private static Optional<Question> heir(
      Question lost, Map<SectionId, SectionId> heirs, List<Question> questions) {
    SectionId section = heirs.getOrDefault(lost.source().section(), lost.source().section());
    return questions.stream()
        .filter(q -> q.source().section().equals(section))
        .filter(q -> Rewording.alike(lost, q) > 0)
        .max(
            Comparator.comparingDouble((Question q) -> Rewording.alike(lost, q))
                .thenComparing(Question::id));
  }

  private static void moveSection(Handle handle, SectionId before, SectionId after) {
    for (String table : List.of("asked", "lookup")) {
      handle.execute(
          "update " + table + " set section = ? where section = ?", after.value(), before.value());
    }
  }

  private static void keep(Handle handle, Collection<SectionTrace> traces) {
    Set<String> before =
        new HashSet<>(handle.select("select section from trace").mapTo(String.class).list());
    for (SectionTrace trace : traces) {
      if (!before.remove(trace.id().value())) {
        handle.execute(
            "insert into trace (section, file, path, fingerprint) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            trace.id().value(),
            trace.file().replace('\0', ' '),
            GSON.toJson(trace.path()).replace("\\u0000", " "),
            trace.fingerprint());
      }
    }
    before.forEach(gone -> handle.execute("delete from trace where section = ?", gone));
  }

  /** Takes back what is asked about facts that are gone; one that comes back counts again. */
  private static int withdraw(Handle handle, Set<String> facts, Instant now) {
    Set<String> gone =
        new HashSet<>(handle.select("select fact from gone").mapTo(String.class).list());
    List<String> asked =
        new ArrayList<>(
            handle.select("select distinct fact from asked").mapTo(String.class).list());
    asked.removeIf(facts::contains);
    gone.stream()
        .filter(fact -> !asked.contains(fact))
        .forEach(fact -> handle.execute("delete from gone where fact = ?", fact));
    asked.stream()
        .filter(fact -> !gone.contains(fact))
        .forEach(fact ->
            handle.execute(
                "insert into gone (fact, since) values (?, ?) on conflict do nothing",
                fact,
                now.toEpochMilli()));
    return asked.size();
  }

  /** Whether the notes do not say a fact any more. */
  static boolean gone(Handle handle, String fact) {
    return handle
        .select("select 1 from gone where fact = ?", fact)
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  /** The id a fact goes by now. */
  static String now(Handle handle, String fact) {
    return handle
        .select("select new_fact from renamed where old_fact = ?", fact)
        .mapTo(String.class)
        .findOne()
        .orElse(fact);
  }

  /** Moves a fact to one that stands in the notes, and so goes by its own id again. */
  private static void rename(Handle handle, String before, String after, Instant now) {
    handle.execute("delete from renamed where old_fact = ?", after);
    handle.execute("update renamed set new_fact = ? where new_fact = ?", after, before);
    handle.execute(
        "insert into renamed (old_fact, new_fact, renamed_at) values (?, ?, ?)"
            + " on conflict (old_fact) do update set new_fact = excluded.new_fact",
        before,
        after,
        now.toEpochMilli());
    handle.execute("update asked set fact = ? where fact = ?", after, before);
    handle.execute("delete from pause where fact = ?", before);
    move(handle, before, after);
  }

  private static void move(Handle handle, String before, String after) {
    List<Learner> learners =
        handle
            .select("select distinct team, person from answer where fact = ?", before)
            .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
            .list();
    handle.execute("update answer set fact = ? where fact = ?", after, before);
    handle.execute("delete from memory where fact = ?", before);
    learners.forEach(learner -> Recollection.refresh(handle, learner, after));
  }
}
