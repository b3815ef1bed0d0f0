package dev.terakoya.fsrs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares our FSRS with sequences of reviews that another implementation computed. */
final class FsrsCheck {
  private FsrsCheck() {}

  /** Prints the greatest difference over a file of sequences, one a line. */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]));
    System.out.println(lines.size() + " sequences, greatest difference " + worst(lines));
  }

  /** The greatest difference in recall, stability, difficulty and interval (in days). */
  static double worst(List<String> sequences) {
    return sequences.stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject().getAsJsonArray("reviews"))
        .mapToDouble(FsrsCheck::difference)
        .max()
        .orElseThrow();
  }

  private static double difference(Iterable<JsonElement> reviews) {
    double worst = 0;
    Memory memory = null;
    for (JsonElement element : reviews) {
      JsonObject review = element.getAsJsonObject();
      Instant at = Instant.parse(review.get("at").getAsString());
      if (memory != null) {
        worst = Math.max(worst, off(Fsrs.recall(memory, at), review, "retrievability"));
      }
      memory = after(memory, Rating.of(review.get("rating").getAsInt()), at);
      worst = Math.max(worst, off(memory.stability(), review, "stability"));
      worst = Math.max(worst, off(memory.difficulty(), review, "difficulty"));
      double days = Duration.between(at, memory.due()).toSeconds() / 86_400.0;
      worst = Math.max(worst, off(days, review, "intervalDays"));
    }
    return worst;
  }

  private static Memory after(@Nullable Memory memory, Rating rating, Instant at) {
    return memory == null ? Fsrs.first(rating, at) : Fsrs.review(memory, rating, at);
  }

  private static double off(double ours, JsonObject review, String field) {
    return Math.abs(ours - review.get(field).getAsDouble());
  }
}
