package dev.terakoya.fsrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FsrsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final long SEED = 20260302;

  @Test
  void givesTheGoldenSequences() throws Exception {
    try (var in = FsrsTest.class.getResourceAsStream("/fsrs/golden.jsonl")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(FsrsCheck.worst(text.lines().toList())).isLessThan(1e-9);
    }
  }

  @Test
  void aWrongNumberInASequenceIsFound() {
    String line =
        "{\"reviews\": [{\"at\": \"2026-01-05T00:00:00Z\", \"rating\": 3, \"retrievability\": null,"
            + " \"stability\": 2.3066, \"difficulty\": 2.118103970459016, \"intervalDays\": 2}]}";
    assertThat(FsrsCheck.worst(List.of(line))).isGreaterThan(5e-5);
  }

  /** Memories as they come about, from random ratings at random times. */
  private static List<Memory> memories() {
    Random random = new Random(SEED);
    return IntStream.range(0, 2_000).mapToObj(_ -> memory(random)).toList();
  }

  private static Memory memory(Random random) {
    Instant at = NOW;
    Memory memory = Fsrs.first(Rating.of(1 + random.nextInt(4)), at);
    for (int i = random.nextInt(10); i > 0; i--) {
      at = at.plus(Duration.ofMinutes((long) Math.exp(random.nextDouble() * 12)));
      memory = Fsrs.review(memory, Rating.of(1 + random.nextInt(4)), at);
    }
    return memory;
  }

  private static Instant after(Memory memory, double days) {
    return memory.lastReview().plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }

  @Test
  void stabilityNeverFallsAfterGood() {
    assertThat(memories())
        .allMatch(m -> Fsrs.review(m, Rating.GOOD, after(m, 0.5)).stability() >= m.stability())
        .allMatch(m -> Fsrs.review(m, Rating.GOOD, after(m, 9)).stability() >= m.stability());
  }

  @Test
  void stabilityNeverGrowsAfterForgetting() {
    assertThat(memories())
        .allMatch(m ->
            Fsrs.review(m, Rating.AGAIN, after(m, 9)).stability()
                <= Math.max(m.stability(), 0.001));
  }

  @Test
  void aBetterRatingNeverMakesAWeakerMemory() {
    assertThat(memories())
        .allMatch(m -> {
          Instant at = after(m, 7);
          double hard = Fsrs.review(m, Rating.HARD, at).stability();
          double good = Fsrs.review(m, Rating.GOOD, at).stability();
          return hard <= good && good <= Fsrs.review(m, Rating.EASY, at).stability();
        });
  }

  @Test
  void recallFallsWithTimeFromOneTowardsZero() {
    assertThat(memories())
        .allMatch(m -> Fsrs.recall(m, after(m, 0.9)) == 1)
        .allMatch(m -> Fsrs.recall(m, after(m, 5)) > Fsrs.recall(m, after(m, 6)))
        .allMatch(m -> Fsrs.recall(m, after(m, 40_000)) > 0);
  }

  @Test
  void afterAsManyDaysAsTheStabilityRecallIsNinetyPercent() {
    Memory memory = new Memory(10, 5, NOW, NOW);
    assertThat(Fsrs.recall(memory, after(memory, 10))).isCloseTo(0.9, offset(1e-12));
  }

  @Test
  void theNextTimeIsAWholeNumberOfDaysFromOneToAHundredYears() {
    assertThat(memories())
        .allMatch(m -> Duration.between(m.lastReview(), m.due()).toSeconds() % 86_400 == 0)
        .allMatch(m -> !m.due().isBefore(after(m, 1)) && !m.due().isAfter(after(m, 36_500)));
  }

  @Test
  void anAnswerDatedBeforeTheLastOneCountsAsTheSameDay() {
    Memory memory = Fsrs.first(Rating.GOOD, NOW);
    assertThat(Fsrs.review(memory, Rating.GOOD, NOW.minusSeconds(100_000)).stability())
        .isEqualTo(Fsrs.review(memory, Rating.GOOD, NOW.plusSeconds(60)).stability());
  }
}
