package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.fsrs.Fsrs;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A personal round: what is due, the freshest first, then what is new. */
public final class Round {
  /** How much nearer to being asked a look-up within the week brings a section's facts. */
  private static final double LOOKED_UP = 0.15;

  private final Database database;

  /** Reads its records from this database. */
  public Round(Database database) {
    this.database = database;
  }

  /** What comes next in a round. */
  public sealed interface Next {
    /**
     * A question.
     *
     * @param due whether its fact was answered before and is due
     */
    record Ask(Question question, boolean due) implements Next {}

    /** The day's cap is reached. */
    record Enough(int answered) implements Next {}

    /** Nothing is due and nothing new is left. */
    record Nothing(Optional<Instant> nextDue) implements Next {}
  }

  /**
   * What is known when choosing.
   *
   * @param memories by fact
   * @param pauses until when a fact does not come, by fact
   * @param asked when a wording was last answered, by question id
   * @param answeredToday private answers of the person's local day
   * @param dailyCap how many of them at most
   * @param lookedUp ids of sections looked up lately
   * @param seed differs between people, so that not all meet new facts in one order
   */
  public record State(
      Map<String, Memory> memories,
      Map<String, Instant> pauses,
      Map<String, Instant> asked,
      int answeredToday,
      int dailyCap,
      Set<String> lookedUp,
      int seed) {}

  /**
   * What a person is asked next.
   *
   * @param all the questions there are; withdrawn ones are left out
   * @param zone whose day counts, where the person chose none
   */
  public Next next(Learner learner, List<Question> all, ZoneId zone, Instant now) {
    return database.read(
        "choosing a question for " + learner,
        handle -> {
          Set<String> withdrawn = Flags.withdrawn(handle, learner.team());
          List<Question> open = all.stream().filter(q -> !withdrawn.contains(q.id())).toList();
          return choose(state(handle, learner, zone, now), open, now);
        });
  }

  /** The choice itself: pure. */
  static Next choose(State state, List<Question> all, Instant now) {
    if (state.answeredToday() >= state.dailyCap()) {
      return new Next.Enough(state.answeredToday());
    }
    return Stream.concat(due(state, all, now), fresh(state, all, now))
        .findFirst()
        .orElseGet(() -> new Next.Nothing(nextDue(state, all)));
  }

  private static Stream<Next> due(State state, List<Question> all, Instant now) {
    return open(state, all, now)
        .filter(q -> memory(state, q).filter(m -> !m.due().isAfter(now)).isPresent())
        .sorted(
            Comparator.comparingDouble((Question q) -> urgency(state, q, now))
                .thenComparing(q -> state.asked().getOrDefault(q.id(), Instant.EPOCH))
                .thenComparing(Question::id))
        .map(q -> new Next.Ask(q, true));
  }

  private static Optional<Memory> memory(State state, Question q) {
    return Optional.ofNullable(state.memories().get(q.fact()));
  }

  /**
   * The most faded first would spend a backlog's days on what is lost again and again; what is only
   * just fading gains most from being asked.
   */
  private static double urgency(State state, Question q, Instant now) {
    double recall = memory(state, q).map(m -> Fsrs.recall(m, now)).orElse(1.0);
    return -recall - (lookedUp(state, q) ? LOOKED_UP : 0);
  }

  private static Stream<Next> fresh(State state, List<Question> all, Instant now) {
    return open(state, all, now)
        .filter(q -> !state.memories().containsKey(q.fact()))
        .sorted(
            Comparator.comparing((Question q) -> !lookedUp(state, q))
                .thenComparingInt(q -> (q.fact() + state.seed()).hashCode())
                .thenComparing(Question::id))
        .map(q -> new Next.Ask(q, false));
  }

  private static Stream<Question> open(State state, List<Question> all, Instant now) {
    return all.stream()
        .filter(q -> !state.pauses().getOrDefault(q.fact(), Instant.EPOCH).isAfter(now));
  }

  private static boolean lookedUp(State state, Question q) {
    return state.lookedUp().contains(q.source().section().value());
  }

  private static Optional<Instant> nextDue(State state, List<Question> all) {
    return all.stream()
        .flatMap(q ->
            memory(state, q)
                .map(m -> later(m.due(), state.pauses().getOrDefault(q.fact(), m.due())))
                .stream())
        .min(Comparator.naturalOrder());
  }

  private static Instant later(Instant due, Instant pause) {
    return pause.isAfter(due) ? pause : due;
  }

  private static State state(Handle handle, Learner learner, ZoneId zone, Instant now) {
    PersonalSettings settings = Learners.settings(handle, learner);
    ZoneId home = settings.zone().orElse(zone);
    Instant morning = now.atZone(home).toLocalDate().atStartOfDay(home).toInstant();
    int today =
        handle
            .select(
                "select count(*) from answer n join asked a on a.id = n.asked where n.team = ?"
                    + " and n.person = ? and a.kind = 'PRIVATE' and n.answered_at >= ?",
                learner.team(),
                learner.user(),
                morning.toEpochMilli())
            .mapTo(int.class)
            .one();
    return new State(
        Memories.of(handle, learner),
        instants(handle, "select fact, until_at from pause where team = ? and person = ?", learner),
        instants(
            handle,
            "select question, max(answered_at) from answer where team = ? and person = ?"
                + " group by question",
            learner),
        today,
        settings.dailyCap(),
        Lookups.recent(handle, learner, now),
        learner.hashCode());
  }

  private static Map<String, Instant> instants(Handle handle, String sql, Learner learner) {
    Map<String, Instant> instants = new HashMap<>();
    handle
        .select(sql, learner.team(), learner.user())
        .map((row, _) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
        .forEach(entry -> instants.put(entry.getKey(), entry.getValue()));
    return instants;
  }
}
