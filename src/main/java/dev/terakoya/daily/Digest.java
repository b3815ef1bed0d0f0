package dev.terakoya.daily;

import dev.terakoya.quiz.Question;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A channel's week in review; nobody is named in it, and nothing is in it that one person alone
 * did.
 *
 * @param posts the week's questions, the oldest first
 * @param flagged questions that people find odd
 * @param weeks the Mondays of the weeks that {@code recall} is about, the oldest first
 * @param recall mean recall, 0 to 1, at the end of each of those weeks, by topic; empty where the
 *     team is too small to say it without saying it of a person
 */
public record Digest(
    List<Post> posts,
    List<Question> flagged,
    List<LocalDate> weeks,
    Map<String, List<Double>> recall) {
  public Digest {
    posts = List.copyOf(posts);
    flagged = List.copyOf(flagged);
    weeks = List.copyOf(weeks);
  }

  /** How many answers the week's questions got in time. */
  public int answers() {
    return posts.stream().mapToInt(post -> post.shares().total()).sum();
  }

  /** Right answers in percent. */
  public int rightPercent() {
    int right = posts.stream().mapToInt(Digest::right).sum();
    return answers() == 0 ? 0 : Math.round(100f * right / answers());
  }

  /** Right answers to a question in percent; nothing when nobody answered. */
  public static Optional<Integer> rightPercent(Post post) {
    int total = post.shares().total();
    return total == 0 ? Optional.empty() : Optional.of(Math.round(100f * right(post) / total));
  }

  private static int right(Post post) {
    return post.shares().of(post.asked().question().answer());
  }

  /** The question with the smallest share of right answers, if any answer was wrong. */
  public Optional<Post> missed() {
    return posts.stream()
        .filter(post -> rightPercent(post).orElse(100) < 100)
        .min(Comparator.comparing(post -> rightPercent(post).orElse(100)));
  }
}
