package dev.terakoya.fsrs;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Writes {@code golden.jsonl}: sequences as our implementation computed them when it had been
 * compared with py-fsrs 6.3.1, so that a later change that gives other numbers is noticed.
 */
final class GoldenSequences {
  private GoldenSequences() {}

  /** Prints twelve sequences. */
  public static void main(String[] arguments) {
    Random random = new Random(6);
    for (int i = 0; i < 12; i++) {
      StringJoiner reviews = new StringJoiner(", ", "{\"reviews\": [", "]}");
      Instant at = Instant.parse("2026-03-02T00:00:00Z");
      Memory memory = null;
      for (int r = 0; r < 8; r++) {
        Rating rating = Rating.of(1 + random.nextInt(4));
        String recall = memory == null ? "null" : String.valueOf(Fsrs.recall(memory, at));
        memory = memory == null ? Fsrs.first(rating, at) : Fsrs.review(memory, rating, at);
        reviews.add(
            String.format(
                Locale.ROOT,
                "{\"at\": \"%s\", \"rating\": %d, \"retrievability\": %s, \"stability\": %s,"
                    + " \"difficulty\": %s, \"intervalDays\": %d}",
                at,
                rating.number(),
                recall,
                memory.stability(),
                memory.difficulty(),
                Duration.between(at, memory.due()).toDays()));
        at = at.plus(Duration.ofMinutes((long) Math.exp(random.nextDouble() * 12)));
      }
      System.out.println(reviews);
    }
  }
}
