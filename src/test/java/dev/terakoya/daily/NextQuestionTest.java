package dev.terakoya.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.learner.Belief;
import dev.terakoya.learner.Beliefs;
import dev.terakoya.learner.Questions;
import dev.terakoya.learner.Topic;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws of the choice. */
class NextQuestionTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  /** Facts in sections of three under four topics, two wordings each. */
  private static List<Question> pool(int facts) {
    List<Question> pool = new ArrayList<>();
    for (int f = 0; f < facts; f++) {
      for (String wording : List.of("a", "b")) {
        pool.add(Questions.of(f + wording, "f" + f, "s" + f / 3, "topic" + f / 3 % 4));
      }
    }
    return pool;
  }

  private static NextQuestion.State state(
      int day, List<Question> pool, List<Map<String, Belief>> people, List<Question> history) {
    return new NextQuestion.State(
        new PostKey("T", "C", FIRST.plusDays(day)),
        day,
        OptionalLong.empty(),
        NOW.plus(Duration.ofDays(day)),
        pool,
        people,
        history,
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  /** What answers, given so many days before {@link #NOW}, make believe; right ones positive. */
  private static Belief belief(int... days) {
    return Beliefs.of(NOW, days);
  }

  private static Question choose(NextQuestion.State state) {
    return NextQuestion.choose(state).orElseThrow();
  }

  /** A team of four lives through the days and answers at random; gives the questions in order. */
  private static List<Question> live(List<Question> pool, int days, long seed) {
    Random random = new Random(seed);
    List<Map<String, Belief>> people = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      people.add(new HashMap<>());
    }
    List<Question> history = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      Question asked = choose(state(day, pool, people, List.copyOf(history)));
      history.addFirst(asked);
      Instant at = NOW.plus(Duration.ofDays(day));
      for (Map<String, Belief> person : people) {
        boolean right = random.nextInt(3) > 0;
        person.merge(
            asked.fact(), Beliefs.first(right, at), (old, _) -> Beliefs.after(old, right, at));
      }
    }
    return history.reversed();
  }

  @Test
  void neverTheSameSectionWithinFivePostsNorTheSameTopicOnTwoDaysRunning() {
    for (long seed = 0; seed < 20; seed++) {
      List<Question> asked = live(pool(90), 120, seed);
      for (int i = 1; i < asked.size(); i++) {
        assertThat(Topic.of(asked.get(i))).isNotEqualTo(Topic.of(asked.get(i - 1)));
        assertThat(asked.subList(Math.max(0, i - 5), i))
            .extracting(q -> q.source().section())
            .doesNotContain(asked.get(i).source().section());
      }
    }
  }

  @Test
  void aboutThreeOfFivePostsRepeatOnceThereIsSomethingToRepeat() {
    int repeats = 0;
    int posts = 0;
    for (long seed = 0; seed < 10; seed++) {
      List<Question> asked = live(pool(300), 200, seed);
      Set<String> met = new HashSet<>();
      for (int i = 0; i < asked.size(); i++) {
        boolean repeat = !met.add(asked.get(i).fact());
        posts += i >= 50 ? 1 : 0;
        repeats += i >= 50 && repeat ? 1 : 0;
      }
    }
    assertThat((double) repeats / posts).isBetween(0.5, 0.65);
  }

  @Test
  void theFactTheTeamIsAboutToForgetMostComesFirst() {
    List<Question> pool =
        List.of(Questions.of("1", "f1", "s1", "t1"), Questions.of("2", "f2", "s2", "t2"));
    Belief firm = belief(30, 29, 20, 8);
    Belief fading = belief(30, 20);
    Belief lost = belief(-300);
    assertThat(firm.recall(NOW)).isGreaterThan(0.9);
    assertThat(fading.recall(NOW)).isBetween(0.6, 0.9);
    assertThat(lost.recall(NOW)).isLessThan(0.6);
    assertThat(choose(state(0, pool, List.of(Map.of("f1", firm, "f2", fading)), List.of())))
        .isEqualTo(pool.get(1));
    assertThat(choose(state(0, more(pool), List.of(Map.of("f1", fading, "f2", lost)), List.of())))
        .isEqualTo(pool.get(0));
  }

  /** With a new fact beside them, so that what is lost waits. */
  private static List<Question> more(List<Question> pool) {
    return Stream.concat(pool.stream(), Stream.of(Questions.of("3", "f3", "s3", "t3"))).toList();
  }

  @Test
  void whatMoreMembersAreAboutToForgetComesFirst() {
    List<Question> pool =
        List.of(Questions.of("1", "f1", "s1", "t1"), Questions.of("2", "f2", "s2", "t2"));
    Belief fading = belief(30, 20);
    List<Map<String, Belief>> team =
        List.of(Map.of("f1", fading, "f2", fading), Map.of("f1", fading));
    assertThat(choose(state(0, pool, team, List.of()))).isEqualTo(pool.get(0));
    assertThat(choose(state(0, pool, List.of(Map.of("f2", fading)), List.of())))
        .isEqualTo(pool.get(1));
  }

  @Test
  void withTheExamNearNewFactsComeFirstUntilAllAreMet() {
    List<Question> pool = pool(4);
    List<Map<String, Belief>> team = List.of(Map.of("f0", belief(30, 20)));
    NextQuestion.State far = state(0, pool, team, List.of());
    assertThat(choose(far).fact()).isEqualTo("f0");
    NextQuestion.State near =
        new NextQuestion.State(
            far.key(),
            0,
            OptionalLong.of(5),
            NOW,
            pool,
            team,
            List.of(),
            Set.of(),
            Optional.empty(),
            Map.of());
    assertThat(choose(near).fact()).isNotEqualTo("f0");
  }

  @Test
  void whatIsEasilyConfusedWithTheLastQuestionsComesSoon() {
    Question asked = Questions.of("asked", "f0", "s0", "t0", 3);
    List<Question> pool = List.of(Questions.of("near", "f1", "s1", "t1", 3), twoOptions("far"));
    assertThat(choose(state(2, pool, List.of(), List.of(asked)))).isEqualTo(pool.getFirst());
    assertThat(choose(state(2, pool.reversed(), List.of(), List.of(asked))))
        .isEqualTo(pool.getFirst());
  }

  private static Question twoOptions(String name) {
    return Questions.of(name, "fact-" + name, "s-" + name, "t-" + name, 2);
  }

  @Test
  void aFactAskedAgainComesInAnotherWording() {
    List<Question> pool = pool(1);
    Map<String, Belief> memory = Map.of("f0", belief(30, 20));
    for (Question before : pool) {
      assertThat(choose(state(0, pool, List.of(memory), List.of(before)))).isNotEqualTo(before);
    }
  }

  @Test
  void whatAnotherChannelWasAskedIsNotAskedHere() {
    List<Question> pool = pool(2);
    NextQuestion.State plain = state(0, pool, List.of(), List.of());
    String first = choose(plain).fact();
    NextQuestion.State elsewhere =
        new NextQuestion.State(
            plain.key(),
            0,
            OptionalLong.empty(),
            NOW,
            pool,
            List.of(),
            List.of(),
            Set.of(first),
            Optional.empty(),
            Map.of());
    assertThat(choose(elsewhere).fact()).isNotEqualTo(first);
  }

  @Test
  void aTeamThatIsRightTooOftenIsAskedWithMoreOptionsAndOneThatIsWrongTooOftenWithFewer() {
    List<Question> pool =
        List.of(Questions.of("2", "f2", "s2", "t", 2), Questions.of("4", "f4", "s4", "t", 4));
    assertThat(choose(steered(pool, 0.95)).options()).hasSize(4);
    assertThat(choose(steered(pool, 0.30)).options()).hasSize(2);
  }

  private static NextQuestion.State steered(List<Question> pool, double share) {
    return new NextQuestion.State(
        new PostKey("T", "C", FIRST),
        0,
        OptionalLong.empty(),
        NOW,
        pool,
        List.of(),
        List.of(),
        Set.of(),
        Optional.of(share),
        Map.of());
  }

  @Test
  void aHeavierTopicComesFirst() {
    List<Question> pool = pool(12);
    NextQuestion.State weighted =
        new NextQuestion.State(
            new PostKey("T", "C", FIRST),
            0,
            OptionalLong.of(100),
            NOW,
            pool,
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty(),
            Map.of("topic3", 2.0));
    assertThat(Topic.of(choose(weighted))).isEqualTo("topic3");
  }

  @Test
  void withOneQuestionLeftItIsAskedAndWithNoneNothing() {
    List<Question> one = List.of(Questions.of("x"));
    assertThat(choose(state(1, one, List.of(), one))).isEqualTo(one.getFirst());
    assertThat(NextQuestion.choose(state(1, List.of(), List.of(), List.of()))).isEmpty();
  }

  @Test
  void theSameStateGivesTheSameQuestionWhateverTheOrder() {
    List<Question> pool = pool(40);
    assertThat(choose(state(3, pool.reversed(), List.of(), List.of())))
        .isEqualTo(choose(state(3, pool, List.of(), List.of())));
  }
}
