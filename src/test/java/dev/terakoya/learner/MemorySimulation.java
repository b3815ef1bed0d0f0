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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Seeded learners with a forgetting of their own: what they recall after sixty days when questions
 * are chosen in six ways, the same number a day; and how well recall was predicted.
 *
 * <p>Each learner forgets at a pace of their own, each fact fades at one of its own, and somewhat
 * less than half of the facts were known before, more or less firmly. They guess (right one time in
 * three) and slip. The exam is on the last day, except where said otherwise.
 */
final class MemorySimulation {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int DAYS = 60;
  private static final double SLIP = 0.03;

  /** How many presses the channel's choice looks back on. */
  private static final int LATELY = 20;

  private static final double KNOWN_BEFORE = 0.45;

  /** Facts in the notes, and questions a day. */
  private static final int[][] LOADS = {{30, 1}, {100, 1}, {100, 5}, {300, 5}, {30, 3}};

  private final List<Question> pool;
  private final int perDay;

  MemorySimulation(int facts, int perDay) {
    this.pool = IntStream.range(0, facts).mapToObj(i -> Questions.of("q" + i)).toList();
    this.perDay = perDay;
  }

  /** A way of choosing. */
  enum Way {
    /** The channel's choice, as if each person were a channel. */
    CHANNEL,
    /** The personal round. */
    ROUND,
    /** The channel's choice without an exam: three of five repeat from the first week on. */
    NO_EXAM,
    RANDOM,
    UNIFORM,
    SM2
  }

  /**
   * What came of a way.
   *
   * @param right share of right presses in the last forty days; 65 to 80 % are wanted of a channel
   * @param recall mean true recall of all facts after the last day, 0 to 1
   * @param error of the predictions, mean over ten bins: what is believed
   * @param bare the same for FSRS that takes each press at its word
   */
  record Outcome(double right, double recall, double error, double bare) {}

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

  /** One learner: what is true, what FSRS says, what is believed, what SM-2 says. */
  private final class Person {
    final Random random;
    final double pace;
    final Map<String, Double> fading = new HashMap<>();
    final Map<String, Memory> truth = new HashMap<>();
    final Map<String, Memory> fsrs = new HashMap<>();
    final Map<String, Belief> belief = new HashMap<>();
    final Map<String, Card> cards = new HashMap<>();
    final Map<String, Instant> asked = new HashMap<>();
    final List<Question> history = new ArrayList<>();
    final List<double[]> believed = new ArrayList<>();
    final List<double[]> bare = new ArrayList<>();
    final List<Boolean> rights = new ArrayList<>();

    Person(long seed) {
      random = new Random(seed);
      pace = Math.exp(random.nextGaussian() * 0.25);
      for (Question q : pool) {
        fading.put(q.fact(), pace * Math.exp(random.nextGaussian() * 0.8));
        if (random.nextDouble() < KNOWN_BEFORE) {
          Instant learned = START.minusSeconds((long) (random.nextDouble() * 30 * 86_400));
          double stability = 8.3 * Math.exp(random.nextGaussian());
          truth.put(q.fact(), new Memory(stability, 2.1, own(q, learned), own(q, learned)));
        }
      }
    }

    /** True recall: the learner's own time runs faster or slower than FSRS thinks. */
    double recall(Question q, Instant now) {
      Memory memory = truth.get(q.fact());
      return memory == null ? 0 : Fsrs.recall(memory, own(q, now));
    }

    private Instant own(Question q, Instant now) {
      double seconds = Duration.between(START, now).toSeconds();
      return START.plusSeconds((long) (seconds * fading.getOrDefault(q.fact(), 1.0)));
    }

    void answer(Question q, int day) {
      Instant now = START.plus(Duration.ofDays(day));
      double recall = recall(q, now);
      boolean known = random.nextDouble() < recall;
      boolean right = known ? random.nextDouble() >= SLIP : random.nextInt(3) == 0;
      rights.addFirst(right);
      Memory before = fsrs.get(q.fact());
      Belief guess = belief.get(q.fact());
      if (before != null && guess != null) {
        bare.add(new double[] {Fsrs.recall(before, now), recall});
        believed.add(new double[] {guess.recall(now), recall});
      }
      Rating seen = Grade.of(q, right);
      Recollection.Answer answer = new Recollection.Answer(seen, now);
      fsrs.merge(q.fact(), Fsrs.first(seen, now), (old, _) -> Fsrs.review(old, seen, now));
      belief.merge(q.fact(), Belief.first(answer), (old, _) -> old.after(answer));
      Rating real = known ? Rating.GOOD : Rating.AGAIN;
      Instant own = own(q, now);
      truth.merge(q.fact(), Fsrs.first(real, own), (old, _) -> Fsrs.review(old, real, own));
      cards.merge(q.fact(), Card.NEW.after(right, day), (old, _) -> old.after(right, day));
      asked.put(q.id(), now);
      history.addFirst(q);
    }

    Question next(Way way, int day, int today) {
      Instant now = START.plus(Duration.ofDays(day));
      OptionalLong left = OptionalLong.of((long) (DAYS - day) * perDay - today);
      return switch (way) {
        case RANDOM -> pool.get(random.nextInt(pool.size()));
        case UNIFORM -> oldest();
        case SM2 ->
            pool.stream()
                .filter(q -> cards.getOrDefault(q.fact(), Card.NEW).due() <= day)
                .min(Comparator.comparing(q -> !cards.containsKey(q.fact())))
                .orElseGet(this::oldest);
        case CHANNEL -> channel(day, left);
        case NO_EXAM -> channel(day, OptionalLong.empty());
        case ROUND -> round(now, today, left);
      };
    }

    private Question round(Instant now, int today, OptionalLong left) {
      Round.State state =
          new Round.State(
              fsrs, belief, Map.of(), asked, history.size(), today, perDay, left, Set.of(), 7);
      return Round.choose(state, pool, now) instanceof Round.Next.Ask ask
          ? ask.question()
          : oldest();
    }

    private Question channel(int day, OptionalLong left) {
      PostKey key = new PostKey("T", "C", LocalDate.of(2026, 3, 2).plusDays(day));
      return NextQuestion.choose(
              new NextQuestion.State(
                  key,
                  history.size(),
                  left,
                  START.plus(Duration.ofDays(day)),
                  pool,
                  List.of(belief),
                  history.subList(0, Math.min(10, history.size())),
                  Set.of(),
                  rights.isEmpty() ? Optional.empty() : Optional.of(right(LATELY)),
                  Map.of()))
          .orElseThrow();
    }

    /** The share of right presses among the latest. */
    double right(int latest) {
      return rights.stream().limit(latest).mapToInt(r -> r ? 1 : 0).average().orElseThrow();
    }

    private Question oldest() {
      return pool.stream()
          .min(Comparator.comparing(q -> asked.getOrDefault(q.id(), Instant.EPOCH)))
          .orElseThrow();
    }
  }

  /** Lets so many learners live through sixty days. */
  Outcome outcome(Way way, int people) {
    double sum = 0;
    double right = 0;
    List<double[]> believed = new ArrayList<>();
    List<double[]> bare = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      Person person = new Person(p);
      for (int day = 0; day < DAYS; day++) {
        for (int i = 0; i < perDay; i++) {
          person.answer(person.next(way, day, i), day);
        }
      }
      Instant end = START.plus(Duration.ofDays(DAYS));
      sum += pool.stream().mapToDouble(q -> person.recall(q, end)).average().orElseThrow();
      right += person.right(40 * perDay);
      believed.addAll(person.believed);
      bare.addAll(person.bare);
    }
    return new Outcome(right / people, sum / people, error(believed), error(bare));
  }

  /** Mean over ten bins, weighted, of predicted against actual recall. */
  private static double error(List<double[]> predictions) {
    double[] difference = new double[10];
    for (double[] p : predictions) {
      difference[Math.min(9, (int) (p[0] * 10))] += p[0] - p[1];
    }
    return Arrays.stream(difference).map(Math::abs).sum() / Math.max(1, predictions.size());
  }

  /** Argument: learners a load, 60 if missing. Prints recall after sixty days and calibration. */
  public static void main(String[] arguments) {
    int people = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
    System.out.println(
        "| facts | a day | way | right | recall after 60 days | calibration | bare FSRS |");
    System.out.println("| ---: | ---: | --- | ---: | ---: | ---: | ---: |");
    for (int[] load : LOADS) {
      for (Way way : Way.values()) {
        Outcome o = new MemorySimulation(load[0], load[1]).outcome(way, people);
        System.out.printf(
            Locale.ROOT,
            "| %d | %d | %s | %.2f | %.3f | %.3f | %.3f |%n",
            load[0],
            load[1],
            way,
            o.right(),
            o.recall(),
            o.error(),
            o.bare());
      }
    }
  }
}
