package dev.terakoya.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a query that name nothing: those that only ask, and those that ask for a comparison. */
final class AskingWords {
  private static final List<Set<String>> LINES = read();

  /** Words by which notes say whether something is possible. */
  static final Set<String> POSSIBLE = LINES.get(4);

  private static final Pattern WHETHER =
      Pattern.compile(
          "(?:でき|出来|可能|対応|使え|[えけせてねめれべ](?:る|ます)).{0,5}[?？か]?$|^(?:can|does|do|is|are) ",
          Pattern.CASE_INSENSITIVE);

  private AskingWords() {}

  /** Whether a word only asks; in English, what makes a query a sentence. */
  static boolean asks(String word) {
    return LINES.get(0).contains(word) || LINES.get(1).contains(word) || compares(word);
  }

  static boolean compares(String word) {
    return LINES.get(2).contains(word) || LINES.get(3).contains(word);
  }

  /** Whether a query asks if something is possible. */
  static boolean asksWhether(String query) {
    return WHETHER.matcher(query.strip()).find();
  }

  private static List<Set<String>> read() {
    try (InputStream in =
        Objects.requireNonNull(AskingWords.class.getResourceAsStream("asking.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" ", -1)).collect(Collectors.toUnmodifiableSet()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading asking.txt", e);
    }
  }
}
