package dev.terakoya.learner;

import dev.terakoya.fsrs.Fsrs;
import dev.terakoya.fsrs.Memory;
import dev.terakoya.fsrs.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is believed of one person and fact when a press may be luck or a slip: the histories that
 * may be true, each with its probability (Bayes' rule at every answer) and the memory that FSRS
 * makes of it. {@link Memory} takes each press at its word, as people are told; this is for
 * choosing and predicting.
 */
public final class Belief {
  /** How often people know a fact of their own notes when they first meet it here. */
  static final double KNOWN_BEFORE = 0.45;

  private static final double SLIP = 0.03;
  private static final Duration KNOWN_SINCE = Duration.ofDays(15);
  private static final int MOST = 6;

  /** A history that may be true. */
  private record History(double weight, Memory memory) {}

  private final List<History> histories;

  private Belief(List<History> histories) {
    this.histories = List.copyOf(histories);
  }

  /** What answers to one fact make believe, the oldest first; at least one. */
  static Belief of(List<Recollection.Answer> answers) {
    Belief belief = first(answers.getFirst());
    for (Recollection.Answer answer : answers.subList(1, answers.size())) {
      belief = belief.after(answer);
    }
    return belief;
  }

  static Belief first(Recollection.Answer answer) {
    Instant at = answer.at();
    Memory before = new Memory(8, 5, at.minus(KNOWN_SINCE), at);
    List<History> after = new ArrayList<>();
    after.add(
        new History((1 - KNOWN_BEFORE) * unknown(answer), Fsrs.first(Rating.AGAIN, answer.at())));
    answered(new History(KNOWN_BEFORE, before), answer, after);
    return likeliest(after);
  }

  Belief after(Recollection.Answer answer) {
    List<History> after = new ArrayList<>();
    histories.forEach(history -> answered(history, answer, after));
    return likeliest(after);
  }

  private static void answered(
      History history, Recollection.Answer answer, List<History> histories) {
    boolean right = answer.rating() != Rating.AGAIN;
    double recall = Fsrs.recall(history.memory(), answer.at());
    histories.add(
        new History(
            history.weight() * recall * (right ? 1 - SLIP : SLIP),
            Fsrs.review(history.memory(), right ? answer.rating() : Rating.GOOD, answer.at())));
    histories.add(
        new History(
            history.weight() * (1 - recall) * unknown(answer),
            Fsrs.review(history.memory(), Rating.AGAIN, answer.at())));
  }

  /** How probable an answer is without knowing: two options are rated {@code HARD}. */
  private static double unknown(Recollection.Answer answer) {
    return switch (answer.rating()) {
      case AGAIN -> 2.0 / 3;
      case HARD -> 1.0 / 2;
      case GOOD, EASY -> 1.0 / 3;
    };
  }

  private static Belief likeliest(List<History> histories) {
    List<History> kept =
        histories.stream()
            .sorted(Comparator.comparingDouble(History::weight).reversed())
            .limit(MOST)
            .toList();
    double sum = kept.stream().mapToDouble(History::weight).sum();
    return new Belief(kept.stream().map(h -> new History(h.weight() / sum, h.memory())).toList());
  }

  /** The probability, 0 to 1, that the fact is recalled at a moment. */
  public double recall(Instant now) {
    return histories.stream().mapToDouble(h -> h.weight() * Fsrs.recall(h.memory(), now)).sum();
  }

  /** How much forgetting until a later moment asking now would prevent: a probability. */
  public double prevented(Instant now, Instant later) {
    return histories.stream()
        .mapToDouble(h -> h.weight() * prevented(h.memory(), now, later))
        .sum();
  }

  private static double prevented(Memory memory, Instant now, Instant later) {
    double recall = Fsrs.recall(memory, now);
    return recall * Fsrs.recall(Fsrs.review(memory, Rating.GOOD, now), later)
        + (1 - recall) * Fsrs.recall(Fsrs.review(memory, Rating.AGAIN, now), later)
        - Fsrs.recall(memory, later);
  }
}
