package dev.terakoya.learner;

import dev.terakoya.daily.NextQuestion;
import dev.terakoya.daily.PostKey;
import dev.terakoya.fsrs.Fsrs;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.fsrs.Rating;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Seeded learners with a forgetting of their own, who guess (right one time in three) and slip:
 * what they recall after sixty days when questions are chosen in four ways, the same number a day.
 */
final class MemorySimulation {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int DAYS = 60;
  private static final double SLIP = 0.03;
  private final List<Question> pool;
  private final int perDay;
  private final List<double[]> predictions = new ArrayList<>();

  private MemorySimulation(int facts, int perDay) {
    this.pool = IntStream.range(0, facts).mapToObj(i -> Questions.of("q" + i)).toList();
    this.perDay = perDay;
  }

  /** A way of choosing. */
  private enum Way {
    /** The channel's choice, as if each person were a channel. */
    CHANNEL,
    /** The personal round. */
    ROUND,
    RANDOM,
    UNIFORM,
    SM2
  }

  /** What SM-2 keeps of a fact: easiness, repetitions, the day it is due. */
  private record Card(double easiness, int repetitions, int interval, int due) {
    static final Card NEW = new Card(2.5, 0, 0, 0);

    Card after(boolean right, int day) {
      int quality = right ? 4 : 1;
      double e = Math.max(1.3, easiness + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
      int n = right ? repetitions + 1 : 0;
      int days = !right || n == 1 ? 1 : n == 2 ? 6 : (int) Math.round(interval * e);
      return new Card(e, n, days, day + days);
    }
  }

  /** One learner: what is true, what FSRS believes, what SM-2 believes. */
  private final class Person {
    final Random random;
    final double pace;
    final Map<String, Memory> truth = new HashMap<>();
    final Map<String, Memory> belief = new HashMap<>();
    final Map<String, Card> cards = new HashMap<>();
    final Map<String, Instant> asked = new HashMap<>();

    Person(long seed) {
      random = new Random(seed);
      pace = Math.exp(random.nextGaussian() * 0.25);
    }

    /** True recall: the learner's own time runs faster or slower than FSRS thinks. */
    double recall(Question q, Instant now) {
      Memory memory = truth.get(q.fact());
      return memory == null ? 0 : Fsrs.recall(memory, own(now));
    }

    private Instant own(Instant now) {
      return START.plusSeconds((long) (Duration.between(START, now).toSeconds() * pace));
    }

    void answer(Question q, int day, boolean measured) {
      Instant now = START.plus(Duration.ofDays(day));
      double recall = recall(q, now);
      boolean known = random.nextDouble() < recall;
      boolean right = known ? random.nextDouble() >= SLIP : random.nextInt(3) == 0;
      Memory believed = belief.get(q.fact());
      if (measured && believed != null) {
        predictions.add(new double[] {Fsrs.recall(believed, now), recall});
      }
      Rating seen = Grade.of(q, right);
      belief.merge(q.fact(), Fsrs.first(seen, now), (old, _) -> Fsrs.review(old, seen, now));
      Rating real = known ? Rating.GOOD : Rating.AGAIN;
      Instant own = own(now);
      truth.merge(q.fact(), Fsrs.first(real, own), (old, _) -> Fsrs.review(old, real, own));
      cards.merge(q.fact(), Card.NEW.after(right, day), (old, _) -> old.after(right, day));
      asked.put(q.id(), now);
    }

    Question next(Way way, int day, int today) {
      Instant now = START.plus(Duration.ofDays(day));
      return switch (way) {
        case RANDOM -> pool.get(random.nextInt(pool.size()));
        case UNIFORM -> oldest();
        case SM2 ->
            pool.stream()
                .filter(q -> cards.getOrDefault(q.fact(), Card.NEW).due() <= day)
                .min(Comparator.comparing(q -> !cards.containsKey(q.fact())))
                .orElseGet(this::oldest);
        case CHANNEL -> channel(day, now);
        case ROUND ->
            Round.choose(
                        new Round.State(
                            belief, Map.of(), asked, today, perDay, Set.of(), hashCode()),
                        pool,
                        now)
                    instanceof Round.Next.Ask ask
                ? ask.question()
                : oldest();
      };
    }

    private Question channel(int day, Instant now) {
      List<Question> history =
          pool.stream()
              .filter(q -> asked.containsKey(q.id()))
              .sorted(
                  Comparator.comparing((Question q) -> asked.getOrDefault(q.id(), START))
                      .reversed())
              .limit(10)
              .toList();
      PostKey key = new PostKey("T", "C", LocalDate.of(2026, 3, 2).plusDays(day));
      return NextQuestion.choose(
              new NextQuestion.State(
                  key, now, pool, List.of(belief), history, Set.of(), Optional.empty(), Map.of()))
          .orElseThrow();
    }

    private Question oldest() {
      return pool.stream()
          .min(Comparator.comparing(q -> asked.getOrDefault(q.id(), Instant.EPOCH)))
          .orElseThrow();
    }
  }

  /** Mean true recall over all facts and learners after the last day. */
  private double recall(Way way, int people) {
    double sum = 0;
    for (int p = 0; p < people; p++) {
      Person person = new Person(p);
      for (int day = 0; day < DAYS; day++) {
        for (int i = 0; i < perDay; i++) {
          person.answer(person.next(way, day, i), day, way == Way.CHANNEL || way == Way.ROUND);
        }
      }
      Instant end = START.plus(Duration.ofDays(DAYS));
      sum += pool.stream().mapToDouble(q -> person.recall(q, end)).average().orElseThrow();
    }
    return sum / people;
  }

  /** Mean over ten bins, weighted, of predicted against actual recall. */
  private double calibration() {
    double[][] bins = new double[10][3];
    for (double[] p : predictions) {
      double[] bin = bins[Math.min(9, (int) (p[0] * 10))];
      bin[0] += p[0];
      bin[1] += p[1];
      bin[2]++;
    }
    double error = 0;
    for (double[] bin : bins) {
      error += bin[2] == 0 ? 0 : Math.abs(bin[0] - bin[1]);
    }
    return error / predictions.size();
  }

  /** Prints recall after sixty days and calibration for three loads. */
  public static void main(String[] arguments) {
    for (int[] load : new int[][] {{30, 1}, {100, 1}, {100, 5}, {300, 5}}) {
      MemorySimulation simulation = new MemorySimulation(load[0], load[1]);
      StringBuilder line = new StringBuilder(load[0] + " facts, " + load[1] + " a day:");
      for (Way way : Way.values()) {
        line.append(String.format(Locale.ROOT, " %s %.3f", way, simulation.recall(way, 30)));
      }
      System.out.printf(Locale.ROOT, "%s calibration error %.3f%n", line, simulation.calibration());
    }
  }
}
