package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/**
 * Megabytes a second of the processor's time for reading notes, one core, beside what the Markdown
 * library alone reaches on the same files: {@code ReadingSpeed FOLDER}. Files are in memory before
 * the clock starts.
 */
final class ReadingSpeed {
  private static final int WARM = 25;
  private static final int ROUNDS = 21;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private ReadingSpeed() {}

  /** Prints the median round of each, and their ratio. */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> files = files(Path.of(arguments[0]));
    Parser commonmark = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    List<ToLongFunction<byte[]>> readings =
        List.of(
            bytes -> NotesFolder.read("a.md", bytes).sections().size(),
            ReadingSpeed::blocks,
            bytes -> commonmark.parse(new String(bytes, UTF_8)).hashCode());
    double[][] rounds = new double[readings.size()][ROUNDS];
    for (int n = -WARM; n < ROUNDS; n++) {
      for (int reading = 0; reading < rounds.length; reading++) {
        rounds[reading][Math.max(n, 0)] = speed(files, readings.get(reading));
      }
    }
    Arrays.stream(rounds).forEach(Arrays::sort);
    System.out.printf(
        "sections %.1f MB/s, with blocks %.1f MB/s, commonmark alone %.1f MB/s, ratio %.2f%n",
        rounds[0][ROUNDS / 2],
        rounds[1][ROUNDS / 2],
        rounds[2][ROUNDS / 2],
        rounds[1][ROUNDS / 2] / rounds[2][ROUNDS / 2]);
  }

  private static long blocks(byte[] bytes) {
    return NotesFolder.read("a.md", bytes).sections().stream()
        .mapToLong(section -> section.blocks().size())
        .sum();
  }

  private static List<byte[]> files(Path root) throws IOException {
    List<Path> paths = new ArrayList<>();
    Listing.walk(root, paths::add);
    List<byte[]> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(Files.readAllBytes(path));
    }
    return files;
  }

  private static double speed(List<byte[]> files, ToLongFunction<byte[]> reading) {
    long bytes = files.stream().mapToLong(file -> file.length).sum();
    long begun = CLOCK.getCurrentThreadCpuTime();
    long sum = files.stream().mapToLong(reading).sum();
    System.setProperty("reading", Long.toString(sum));
    return bytes * 1e3 / (CLOCK.getCurrentThreadCpuTime() - begun);
  }
}
