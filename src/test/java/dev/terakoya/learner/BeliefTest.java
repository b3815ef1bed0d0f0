package dev.terakoya.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.fsrs.Fsrs;
import dev.terakoya.fsrs.Rating;
import dev.terakoya.learner.MemorySimulation.Outcome;
import dev.terakoya.learner.MemorySimulation.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of belief and mix, and what they are worth. */
class BeliefTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void onePressOnThreeOptionsIsNotTakenAtItsWord() {
    Instant yesterday = NOW.minus(Duration.ofDays(1));
    assertThat(Beliefs.of(NOW, 1).recall(NOW))
        .isLessThan(Fsrs.recall(Fsrs.first(Rating.GOOD, yesterday), NOW))
        .isGreaterThan(Beliefs.of(NOW, -1).recall(NOW));
  }

  @Test
  void moreRightPressesLeaveLessRoomForLuck() {
    assertThat(Beliefs.of(NOW, 20, 10).recall(NOW))
        .isLessThan(Beliefs.of(NOW, 20, 15, 10).recall(NOW));
  }

  @Test
  void recallIsAProbabilityThatFallsWithTimeAndAskingPreventsForgetting() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      int[] days =
          IntStream.range(0, 1 + random.nextInt(8))
              .map(n -> (90 - 10 * n - random.nextInt(9)) * (random.nextInt(3) > 0 ? 1 : -1))
              .toArray();
      Belief belief = Beliefs.of(NOW, days);
      Instant later = NOW.plus(Duration.ofDays(30));
      assertThat(belief.recall(NOW)).isBetween(0.0, 1.0).isGreaterThan(belief.recall(later));
      assertThat(belief.prevented(NOW, later)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void threeOfFiveRepeatAndAnExamBringsNewFactsForward() {
    assertThat(repeats(1000, OptionalLong.empty())).isEqualTo(600);
    assertThat(repeats(1000, OptionalLong.of(2000))).isZero();
    assertThat(repeats(100, OptionalLong.of(400))).isEqualTo(500);
    assertThat(repeats(0, OptionalLong.of(1))).isEqualTo(600);
  }

  private static long repeats(long fresh, OptionalLong left) {
    return IntStream.range(0, 1000).filter(n -> Mix.repeats(n, fresh, left)).count();
  }

  /** As {@link MemorySimulation} prints it, with fewer learners and room for their chance. */
  @ParameterizedTest
  @CsvSource({"30, 1", "100, 1", "100, 5", "30, 3"})
  void ourChoiceBeatsRandomAndIsNotWorseThanUniformReviewAndSm2(int facts, int perDay) {
    MemorySimulation simulation = new MemorySimulation(facts, perDay);
    double random = simulation.outcome(Way.RANDOM, 12).recall();
    double uniform = simulation.outcome(Way.UNIFORM, 12).recall();
    double sm2 = simulation.outcome(Way.SM2, 12).recall();
    for (Way way : new Way[] {Way.CHANNEL, Way.ROUND}) {
      Outcome ours = simulation.outcome(way, 12);
      assertThat(ours.recall())
          .isGreaterThan(random + 0.02)
          .isGreaterThan(uniform - 0.015)
          .isGreaterThan(sm2 - 0.015);
      assertThat(ours.error()).isLessThan(0.05);
    }
  }
}
