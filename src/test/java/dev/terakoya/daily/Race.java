package dev.terakoya.daily;

import dev.terakoya.db.Database;
import dev.terakoya.db.TestDatabases;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Replicas as processes that are really killed, on a real database, day after day. */
final class Race implements AutoCloseable {
  /** The figures that count. */
  record Figures(int days, int processes, int missing, int doubles, int left, int unclosed) {}

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final DailySettings SETTINGS =
      DailySettings.usual("T1", "C1").on(Set.of(DayOfWeek.values()), "");
  private static final long PATIENCE_MILLIS = 300_000;

  private final String url;
  private final BoardServer board;
  private final Random random;
  private final List<Process> processes = new ArrayList<>();
  private int started;

  Race(String url, long seed) throws IOException {
    this.url = url;
    this.random = new Random(seed);
    this.board = new BoardServer(DailyPlan.opens(SETTINGS, FIRST).minusSeconds(3600), seed);
    try (Database database = Database.open(url)) {
      new DailyChannels(database).save(SETTINGS);
    }
  }

  private static PostKey key(int day) {
    return new PostKey("T1", "C1", FIRST.plusDays(day));
  }

  /** Lets so many replicas live through so many days; the dead are replaced. */
  Figures run(int days, int replicas) throws Exception {
    int unclosed = 0;
    for (int day = 0; day < days; day++) {
      board.turnTo(DailyPlan.opens(SETTINGS, FIRST.plusDays(day)));
      if (day % 4 == 1) {
        kill(processes.get(random.nextInt(processes.size())));
      }
      until(key(day), replicas, board.paper::awaitPinned);
      board.turnTo(DailyPlan.closes(SETTINGS, FIRST.plusDays(day)));
      unclosed += until(key(day), replicas, board.paper::awaitClosed) ? 0 : 1;
    }
    return figures(days, unclosed);
  }

  private static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }

  /** Waits for something on the board. */
  private interface Waiting {
    boolean happened(String key, long millis) throws InterruptedException;
  }

  private boolean until(PostKey key, int replicas, Waiting waiting) throws Exception {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    boolean happened = false;
    while (!happened && System.nanoTime() < end) {
      processes.removeIf(process -> !process.isAlive());
      while (processes.size() < replicas) {
        processes.add(start());
      }
      happened = waiting.happened(key.text(), 100);
    }
    return happened;
  }

  private Process start() throws IOException {
    started++;
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx96m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Replica.class.getName(),
            url,
            board.address())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private Figures figures(int days, int unclosed) {
    Map<String, Integer> accepted = board.paper.accepted();
    int doubles = accepted.values().stream().mapToInt(count -> count - 1).sum();
    int left = board.paper.messages().size() - accepted.size();
    return new Figures(days, started, days - accepted.size(), doubles, left, unclosed);
  }

  @Override
  public void close() {
    for (Process process : processes) {
      kill(process);
    }
    board.close();
  }

  /** Arguments: {@code sqlite} or {@code postgresql}, days, replicas, seed; prints the figures. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("race");
    String url =
        arguments[0].equals("sqlite") ? TestDatabases.sqlite(folder) : TestDatabases.postgres();
    long start = System.nanoTime();
    try (Race race = new Race(url, Long.parseLong(arguments[3]))) {
      System.out.println(
          arguments[0]
              + " "
              + race.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
    }
    System.out.println((System.nanoTime() - start) / 1_000_000_000 + " s");
    System.exit(0);
  }
}
