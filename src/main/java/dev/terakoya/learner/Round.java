package dev.terakoya.learner;

import dev.terakoya.db.Database;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** A personal round: what is due, mixed with what is new. */
public final class Round {
  /** How much nearer to being asked a look-up within the week brings a section's facts. */
  private static final double LOOKED_UP = 0.15;

  /** How far ahead forgetting is to be prevented. */
  private static final Duration HORIZON = Duration.ofDays(30);

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
   * A team's days.
   *
   * @param zone whose day counts, where the person chose none
   * @param exam when the exam is, if there is one
   */
  public record Calendar(ZoneId zone, Optional<LocalDate> exam) {}

  /**
   * What is known when choosing.
   *
   * @param memories by fact
   * @param beliefs by fact
   * @param pauses until when a fact does not come, by fact
   * @param asked when a wording was last answered, by question id
   * @param answered private answers so far
   * @param answeredToday private answers of the person's local day
   * @param dailyCap how many of them at most
   * @param left questions left until the exam at this pace, if there is one
   * @param lookedUp ids of sections looked up lately
   * @param seed differs between people, so that not all meet new facts in one order
   */
  public record State(
      Map<String, Memory> memories,
      Map<String, Belief> beliefs,
      Map<String, Instant> pauses,
      Map<String, Instant> asked,
      int answered,
      int answeredToday,
      int dailyCap,
      OptionalLong left,
      Set<String> lookedUp,
      int seed) {}

  /**
   * What a person is asked next.
   *
   * @param all the questions there are; withdrawn ones are left out
   * @param calendar whose day counts, and the exam
   */
  public Next next(Learner learner, List<Question> all, Calendar calendar, Instant now) {
    return database.read(
        "choosing a question for " + learner,
        handle -> {
          Set<String> withdrawn = Flags.withdrawn(handle, learner.team());
          List<Question> open = all.stream().filter(q -> !withdrawn.contains(q.id())).toList();
          return choose(state(handle, learner, calendar, now), open, now);
        });
  }

  /** The choice itself: pure. */
  static Next choose(State state, List<Question> all, Instant now) {
    if (state.answeredToday() >= state.dailyCap()) {
      return new Next.Enough(state.answeredToday());
    }
    List<Question> open = open(state, all, now);
    List<Question> due = open.stream().filter(q -> due(state, q, now)).toList();
    List<Question> fresh = open.stream().filter(q -> memory(state, q).isEmpty()).toList();
    long facts = fresh.stream().map(Question::fact).distinct().count();
    if (due.isEmpty() && fresh.isEmpty()) {
      return new Next.Nothing(nextDue(state, all));
    }
    boolean repeats =
        !due.isEmpty() && (facts == 0 || Mix.repeats(state.answered(), facts, state.left()));
    return repeats
        ? new Next.Ask(due.stream().min(mostToSave(state, now)).orElseThrow(), true)
        : new Next.Ask(fresh.stream().min(newest(state)).orElseThrow(), false);
  }

  private static boolean due(State state, Question q, Instant now) {
    return memory(state, q).filter(m -> !m.due().isAfter(now)).isPresent();
  }

  private static Optional<Memory> memory(State state, Question q) {
    return Optional.ofNullable(state.memories().get(q.fact()));
  }

  /** Where asking prevents most forgetting, then the wording that was not seen for longest. */
  private static Comparator<Question> mostToSave(State state, Instant now) {
    Map<String, Double> saved = new HashMap<>();
    Instant later = now.plus(HORIZON);
    state.beliefs().forEach((fact, belief) -> saved.put(fact, belief.prevented(now, later)));
    return Comparator.comparingDouble((Question q) ->
            -saved.getOrDefault(q.fact(), 0.0) - (lookedUp(state, q) ? LOOKED_UP : 0))
        .thenComparing(q -> state.asked().getOrDefault(q.id(), Instant.EPOCH))
        .thenComparing(Question::id);
  }

  private static Comparator<Question> newest(State state) {
    return Comparator.comparing((Question q) -> !lookedUp(state, q))
        .thenComparingInt(q -> (q.fact() + state.seed()).hashCode())
        .thenComparing(Question::id);
  }

  private static List<Question> open(State state, List<Question> all, Instant now) {
    return all.stream()
        .filter(q -> !state.pauses().getOrDefault(q.fact(), Instant.EPOCH).isAfter(now))
        .toList();
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

  private static State state(Handle handle, Learner learner, Calendar calendar, Instant now) {
    PersonalSettings settings = Learners.settings(handle, learner);
    ZoneId home = settings.zone().orElse(calendar.zone());
    LocalDate today = now.atZone(home).toLocalDate();
    return new State(
        Memories.of(handle, learner),
        Memories.beliefs(handle, learner),
        instants(handle, "select fact, until_at from pause where team = ? and person = ?", learner),
        instants(
            handle,
            "select question, max(answered_at) from answer where team = ? and person = ?"
                + " group by question",
            learner),
        answered(handle, learner, Instant.EPOCH),
        answered(handle, learner, today.atStartOfDay(home).toInstant()),
        settings.dailyCap(),
        calendar
            .exam()
            .filter(exam -> exam.isAfter(today))
            .map(
                exam -> OptionalLong.of(ChronoUnit.DAYS.between(today, exam) * settings.dailyCap()))
            .orElse(OptionalLong.empty()),
        Lookups.recent(handle, learner, now),
        learner.hashCode());
  }

  private static int answered(Handle handle, Learner learner, Instant since) {
    return handle
        .select(
            "select count(*) from answer n join asked a on a.id = n.asked where n.team = ?"
                + " and n.person = ? and a.kind = 'PRIVATE' and n.answered_at >= ?",
            learner.team(),
            learner.user(),
            since.toEpochMilli())
        .mapTo(int.class)
        .one();
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
