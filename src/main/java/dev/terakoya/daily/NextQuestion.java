package dev.terakoya.daily;

import dev.terakoya.fsrs.Fsrs;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.learner.Topic;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which question a channel is asked: a pure function of what is known. On three posts of five the
 * fact that the team is about to forget most, otherwise a new one; spread over sections and topics;
 * a fact asked again comes in another wording; neither too easy nor too hard.
 */
public final class NextQuestion {
  /** Recall between which a repetition teaches most: below, it is learning anew. */
  private static final double LEAST_RECALL = 0.6;

  private static final double MOST_RECALL = 0.9;
  private static final int SECTION_REST = 5;
  private static final int FACT_REST = 10;
  private static final double EASIEST = 0.80;
  private static final double HARDEST = 0.65;
  private static final double SIBLING = 0.3;
  private static final double NEW_KNOWN = 0.45;

  private NextQuestion() {}

  /**
   * What is known when choosing.
   *
   * @param key the post to choose for
   * @param now the moment recall is predicted for
   * @param questions those that may be asked
   * @param people what each person remembers, by fact
   * @param history what this channel was asked, the latest first
   * @param elsewhere facts asked in the team's other channels lately
   * @param rightShare right answers among the team's latest, 0 to 1; nothing when there are none
   * @param weights how much a topic counts, 1 where it is not named
   */
  public record State(
      PostKey key,
      Instant now,
      List<Question> questions,
      Collection<Map<String, Memory>> people,
      List<Question> history,
      Set<String> elsewhere,
      Optional<Double> rightShare,
      Map<String, Double> weights) {}

  /** The question to post; nothing only when there is no question at all. */
  public static Optional<Question> choose(State state) {
    Predicate<Question> unasked = q -> !state.elsewhere().contains(q.fact());
    Predicate<Question> rested = q -> rests(state, q, FACT_REST, Question::fact);
    Predicate<Question> section = q -> rests(state, q, SECTION_REST, q2 -> q2.source().section());
    Predicate<Question> topic = q -> rests(state, q, 1, Topic::of);
    return Stream.of(
            unasked.and(rested).and(section).and(topic),
            unasked.and(rested).and(section),
            unasked.and(rested),
            rested,
            (Predicate<Question>) q -> true)
        .map(rule -> state.questions().stream().filter(rule).toList())
        .filter(open -> !open.isEmpty())
        .findFirst()
        .flatMap(open -> best(state, open));
  }

  private static boolean rests(State state, Question q, int posts, Function<Question, Object> of) {
    return state.history().stream()
        .limit(posts)
        .noneMatch(asked -> Objects.equals(of.apply(asked), of.apply(q)));
  }

  private static Optional<Question> best(State state, List<Question> open) {
    List<Question> fading = open.stream().filter(q -> forgetting(state, q) > 0).toList();
    List<Question> fresh =
        open.stream().filter(q -> memories(state, q).findAny().isEmpty()).toList();
    boolean repeat = !fading.isEmpty() && (fresh.isEmpty() || turnToRepeat(state.key()));
    List<Question> pool = repeat ? fading : fresh.isEmpty() ? open : fresh;
    return pool.stream()
        .max(
            Comparator.comparingDouble((Question q) -> worth(state, q, repeat))
                .thenComparingLong(q -> -timesAsked(state, q))
                .thenComparingInt(q -> mixed(state.key().channel() + q.id())));
  }

  /** Three days of five, in an order that looks irregular but is the same on every replica. */
  private static boolean turnToRepeat(PostKey key) {
    long block = Math.floorDiv(key.day().toEpochDay(), 5);
    int shift = Math.floorMod(mixed(key.channel() + block), 5);
    return Math.floorMod(key.day().toEpochDay() * 2 + shift, 5) < 3;
  }

  private static int mixed(String text) {
    int h = text.hashCode() * 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  private static double worth(State state, Question q, boolean repeat) {
    double gain = repeat ? forgetting(state, q) : sibling(state, q) ? 1 + SIBLING : 1;
    return gain * state.weights().getOrDefault(Topic.of(q), 1.0) * (1 - strain(state, q));
  }

  /** Expected number of people who would fail, among those for whom repeating pays most. */
  private static double forgetting(State state, Question q) {
    return memories(state, q)
        .mapToDouble(memory -> Fsrs.recall(memory, state.now()))
        .filter(recall -> recall >= LEAST_RECALL && recall <= MOST_RECALL)
        .map(recall -> 1 - recall)
        .sum();
  }

  private static Stream<Memory> memories(State state, Question q) {
    return state.people().stream().filter(p -> p.containsKey(q.fact())).map(p -> p.get(q.fact()));
  }

  /** Whether something under the same parent heading was asked lately: what is easily confused. */
  private static boolean sibling(State state, Question q) {
    return state.history().stream()
        .limit(SECTION_REST)
        .anyMatch(asked -> parent(asked).equals(parent(q)));
  }

  private static List<String> parent(Question q) {
    List<String> headings = q.source().headings();
    return headings.isEmpty() ? List.of(q.id()) : headings.subList(0, headings.size() - 1);
  }

  /** How far, 0 to 1, a question leads away from a right share of 65 to 80 %. */
  private static double strain(State state, Question q) {
    double share = state.rightShare().orElse((EASIEST + HARDEST) / 2);
    double expected = expectedRight(state, q);
    if (share > EASIEST) {
      return Math.max(0, expected - HARDEST);
    }
    return share < HARDEST ? Math.max(0, EASIEST - expected) : 0;
  }

  private static double expectedRight(State state, Question q) {
    double known =
        memories(state, q)
            .mapToDouble(m -> Fsrs.recall(m, state.now()))
            .average()
            .orElse(NEW_KNOWN);
    return known + (1 - known) / q.options().size();
  }

  private static long timesAsked(State state, Question q) {
    return state.history().stream().filter(asked -> asked.id().equals(q.id())).count();
  }
}
