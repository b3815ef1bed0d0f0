package dev.terakoya.learner;

import dev.terakoya.quiz.Question;
import java.util.Comparator;
import java.util.List;

/**
 * How a team is doing; no names, nothing that ranks people.
 *
 * @param members how many people have answered; with one, the numbers are that person's own
 * @param topics coverage and recall by topic, in the order of the notes
 * @param missed what was most often answered wrong in the last seven days
 */
public record TeamStanding(int members, List<Standing.TopicRecall> topics, List<Missed> missed) {
  public TeamStanding {
    topics = List.copyOf(topics);
    missed = List.copyOf(missed);
  }

  /** A question and how many of how many answers were wrong. */
  public record Missed(Question question, int wrong, int answers) {}

  /** The five topics met that are recalled least. */
  public List<Standing.TopicRecall> weakest() {
    return topics.stream()
        .filter(topic -> topic.met() > 0)
        .sorted(Comparator.comparingDouble(Standing.TopicRecall::recall))
        .limit(5)
        .toList();
  }
}
