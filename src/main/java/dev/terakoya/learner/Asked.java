package dev.terakoya.learner;

import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A question as it was put to people, kept whole: it can be answered after the notes have changed.
 *
 * @param id what its buttons carry
 * @param team the workspace
 * @param occasion where it was put
 * @param question as it was then
 * @param at when it was put
 */
public record Asked(AskedId id, String team, Occasion occasion, Question question, Instant at) {
  /** Where a question was put to people. */
  public sealed interface Occasion {
    /** To one person, at any time. */
    record Private() implements Occasion {}

    /**
     * To a channel, as the question of a local day.
     *
     * @param number the running number of the channel's questions; 0 when it is not known
     */
    record Daily(String channel, LocalDate day, int number) implements Occasion {}
  }

  /** Put to one person. */
  public static Asked privately(String team, Question question, Instant now) {
    return new Asked(AskedId.fresh(), team, new Occasion.Private(), question, now);
  }

  /** The channel and day of a daily question. */
  public Optional<Occasion.Daily> daily() {
    return occasion instanceof Occasion.Daily daily ? Optional.of(daily) : Optional.empty();
  }
}
