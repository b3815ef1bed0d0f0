package dev.terakoya.daily;

import dev.terakoya.learner.Belief;
import dev.terakoya.learner.Mix;
import dev.terakoya.learner.Topic;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which question a channel is asked: a pure function of what is known. By {@link Mix} the fact
 * whose expected forgetting over the team is greatest, or a new one; spread over sections and
 * topics; a fact asked again comes in another wording; neither too easy nor too hard.
 *
 * <p>Repeating pays where recall lies between 0.6 and 0.9: above, it is too early; below, it is
 * learning anew. When nothing is new, all may be repeated. Forgetting is what asking now would
 * prevent within thirty days; presses that may be luck are reckoned with by {@link Belief}.
 */
public final class NextQuestion {
  private static final double LEAST_RECALL = 0.6;

  private static final double MOST_RECALL = 0.9;
  private static final int SECTION_REST = 5;
  private static final int FACT_REST = 10;
  private static final double EASIEST = 0.80;
  private static final double HARDEST = 0.65;
  private static final double SIBLING = 0.3;
  private static final double NEW_KNOWN = 0.45;

  /** How far ahead forgetting is to be prevented. */
  private static final Duration HORIZON = Duration.ofDays(30);

  private NextQuestion() {}

  /**
   * What is known when choosing.
   *
   * @param key the post to choose for
   * @param number how many posts the channel had before
   * @param left how many posts are left until the exam, if there is one
   * @param now the moment recall is predicted for
   * @param questions those that may be asked
   * @param people what is believed of each person, by fact
   * @param history what this channel was asked, the latest first
   * @param elsewhere facts asked in the team's other channels lately
   * @param rightShare right answers among the team's latest, 0 to 1; nothing when there are none
   * @param weights how much a topic counts, 1 where it is not named
   */
  public record State(
      PostKey key,
      long number,
      OptionalLong left,
      Instant now,
      List<Question> questions,
      List<Map<String, Belief>> people,
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
    List<Question> fresh = open.stream().filter(q -> beliefs(state, q).isEmpty()).toList();
    long unmet =
        state.questions().stream()
            .filter(q -> beliefs(state, q).isEmpty())
            .map(Question::fact)
            .distinct()
            .count();
    Predicate<Double> pays =
        recall -> unmet == 0 || (recall >= LEAST_RECALL && recall <= MOST_RECALL);
    List<Question> fading = open.stream().filter(q -> saved(state, q, pays) > 0).toList();
    boolean repeat =
        !fading.isEmpty() && (fresh.isEmpty() || Mix.repeats(state.number(), unmet, state.left()));
    List<Question> pool = repeat ? fading : fresh.isEmpty() ? open : fresh;
    return pool.stream()
        .max(
            Comparator.comparingDouble((Question q) ->
                    repeat ? worth(state, q, saved(state, q, pays)) : news(state, q))
                .thenComparingLong(q -> -timesAsked(state, q))
                .thenComparingInt(q -> mixed(state.key().channel() + q.id())));
  }

  private static int mixed(String text) {
    int h = text.hashCode() * 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  private static double news(State state, Question q) {
    return worth(state, q, sibling(state, q) ? 1 + SIBLING : 1);
  }

  private static double worth(State state, Question q, double gain) {
    return gain * state.weights().getOrDefault(Topic.of(q), 1.0) * (1 - strain(state, q));
  }

  /**
   * How many people more will know it at the horizon when it is asked now, among those for whom
   * repeating pays.
   */
  private static double saved(State state, Question q, Predicate<Double> pays) {
    Instant horizon = state.now().plus(HORIZON);
    return beliefs(state, q).stream()
        .filter(belief -> pays.test(belief.recall(state.now())))
        .mapToDouble(belief -> belief.prevented(state.now(), horizon))
        .sum();
  }

  private static List<Belief> beliefs(State state, Question q) {
    return state.people().stream()
        .filter(p -> p.containsKey(q.fact()))
        .map(p -> p.get(q.fact()))
        .toList();
  }

  /**
   * Whether something easily confused with it was asked lately: under the same parent heading, or
   * an option of the one is an option of the other.
   */
  private static boolean sibling(State state, Question q) {
    return state.history().stream()
        .limit(SECTION_REST)
        .anyMatch(asked -> parent(asked).equals(parent(q)) || confusable(asked, q));
  }

  private static boolean confusable(Question a, Question b) {
    return Math.min(a.options().size(), b.options().size()) > 2
        && !Collections.disjoint(a.options(), b.options());
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
        beliefs(state, q).stream()
            .mapToDouble(belief -> belief.recall(state.now()))
            .average()
            .orElse(NEW_KNOWN);
    return known + (1 - known) / q.options().size();
  }

  private static long timesAsked(State state, Question q) {
    return state.history().stream().filter(asked -> asked.id().equals(q.id())).count();
  }
}
