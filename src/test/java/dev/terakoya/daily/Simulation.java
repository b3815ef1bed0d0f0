package dev.terakoya.daily;

import dev.terakoya.db.Database;
import dev.terakoya.learner.Questions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Replicas of the real poster on a real database under a simulated clock: one thread runs at a
 * time, and where one waits, the others' time passes. Deterministic for a seed.
 */
final class Simulation implements AutoCloseable {
  /** The figures that count. */
  record Figures(
      int channelDays, int deaths, int missing, int doublesSeen, int doublesLeft, int deleted) {}

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final DailySettings USUAL = DailySettings.usual("T1", "C");
  private static final List<Fate> MIXED =
      List.of(
          Fate.FINE,
          Fate.FINE,
          Fate.LOST_REPLY,
          Fate.LATE,
          Fate.RATE_LIMITED,
          Fate.SERVER_ERROR,
          Fate.HTML,
          Fate.HANG,
          Fate.RESET);
  private final Paper paper = new Paper();
  private final Random random;
  private final Database database;
  private final PriorityQueue<Turn> turns = new PriorityQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int channels;
  private final int latest;
  private Instant now = DailyPlan.opens(USUAL, FIRST).minusSeconds(60);
  private Instant end = now;
  private int deaths;
  private int deleted;
  private long order;

  /** When a replica goes on. */
  private record Turn(Instant at, long order, Semaphore go) implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      return Comparator.comparing(Turn::at).thenComparingLong(Turn::order).compare(this, other);
    }
  }

  /** Calls are accepted up to {@code latest} milliseconds after they were given up. */
  Simulation(String url, int channels, long seed, int latest) {
    this.latest = latest;
    this.random = new Random(seed);
    this.channels = channels;
    this.database = Database.open(url);
    DailyChannels settings = new DailyChannels(database);
    for (int c = 0; c < channels; c++) {
      settings.save(
          DailySettings.usual("T1", "C" + c)
              .at(USUAL.at().plusSeconds(c * 7L), USUAL.closeAt(), USUAL.zone())
              .on(Set.of(DayOfWeek.values()), ""));
    }
  }

  /** Lets so many replicas run for so many days. */
  Figures run(int replicas, int days) throws InterruptedException {
    end = DailyPlan.opens(USUAL, FIRST.plusDays(days)).minusSeconds(120);
    Semaphore finished = new Semaphore(0);
    for (int r = 0; r < replicas; r++) {
      Replica replica = new Replica();
      threads.add(Thread.ofPlatform().start(() -> replica.live(finished)));
      turns.add(new Turn(now.plusMillis(r * 700L), ++order, replica.go));
    }
    handOver();
    finished.acquire(replicas);
    return figures(days);
  }

  private void handOver() {
    Turn next = turns.poll();
    if (next != null) {
      now = next.at();
      next.go().release();
    }
  }

  private Figures figures(int days) {
    Map<String, Integer> accepted = paper.accepted();
    int missing = 0;
    int seen = 0;
    for (int c = 0; c < channels; c++) {
      for (int d = 0; d < days; d++) {
        String key = new PostKey("T1", "C" + c, FIRST.plusDays(d)).text();
        missing += accepted.containsKey(key) ? 0 : 1;
        seen += accepted.getOrDefault(key, 1) - 1;
      }
    }
    int left = paper.messages().size() - accepted.size();
    return new Figures(channels * days, deaths, missing, seen, left, deleted);
  }

  private Fate fate() {
    int dice = random.nextInt(100);
    if (dice < 35) {
      return Fate.DIE_BEFORE;
    }
    if (dice < 70) {
      return Fate.DIE_AFTER;
    }
    return MIXED.get(random.nextInt(MIXED.size()));
  }

  /** One replica: ticks every ten seconds around the times that matter, dies, comes back. */
  private final class Replica implements PaperBoard.Time, Surroundings {
    final Semaphore go = new Semaphore(0);
    private final PaperBoard board =
        new PaperBoard(
            paper, this, Simulation.this::fate, () -> Duration.ofMillis(random.nextInt(latest)));

    void live(Semaphore finished) {
      go.acquireUninterruptibly();
      DailyPoster poster =
          new DailyPoster(
              database,
              board,
              (settings, day, _) -> Optional.of(Questions.of(settings.channel() + day)),
              this);
      while (now.isBefore(end)) {
        try {
          poster.tick(now);
          pass(idle());
        } catch (PaperBoard.Died e) {
          deaths++;
          pass(Duration.ofSeconds(20 + random.nextInt(300)));
        }
      }
      finished.release();
      handOver();
    }

    /** Half a minute after the times that matter, a quarter of an hour otherwise. */
    private Duration idle() {
      LocalTime local = now.atZone(USUAL.zone()).toLocalTime();
      boolean busy =
          Stream.of(USUAL.at(), USUAL.closeAt())
              .anyMatch(t -> Math.abs(Duration.between(t.plusMinutes(6), local).toMinutes()) < 7);
      return Duration.ofSeconds(busy ? 30 : 900);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void pass(Duration time) {
      turns.add(new Turn(now.plus(time), ++order, go));
      handOver();
      go.acquireUninterruptibly();
    }

    @Override
    public Instant pause(Duration time) {
      pass(time);
      return now;
    }

    @Override
    public void tell(Notice notice) {
      if (notice.kind() == Notice.Kind.DOUBLES_DELETED) {
        deleted += Integer.parseInt(notice.detail());
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }

  /** Arguments: channels, days, replicas, seed, latest acceptance (ms); prints the figures. */
  public static void main(String[] arguments) throws Exception {
    int[] n = Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
    Path shm = Path.of("/dev/shm");
    Path folder =
        Files.createTempDirectory(Files.isWritable(shm) ? shm : Path.of("."), "simulation");
    long start = System.nanoTime();
    try (Simulation simulation =
        new Simulation("jdbc:sqlite:" + folder.resolve("s.db"), n[0], n[3], n[4])) {
      System.out.println(simulation.run(n[2], n[1]));
    }
    System.out.println((System.nanoTime() - start) / 1_000_000_000 + " s");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
