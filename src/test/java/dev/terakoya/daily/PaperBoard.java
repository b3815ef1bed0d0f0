package dev.terakoya.daily;

import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** A board on paper whose calls go as fate has it; time passes by what it is given. */
final class PaperBoard implements Noticeboard {
  /** Thrown where a poster dies; no handler of the product catches it. */
  @SuppressWarnings("serial")
  static final class Died extends Error {}

  /** Lets time pass and tells it. */
  interface Time {
    Instant now();

    void pass(Duration time);
  }

  static final Duration TIMEOUT = Duration.ofSeconds(10);
  private final Paper paper;
  private final Time time;
  private final Supplier<Fate> fates;
  private final Supplier<Duration> lateness;
  boolean blind;

  PaperBoard(Paper paper, Time time, Supplier<Fate> fates, Supplier<Duration> lateness) {
    this.paper = paper;
    this.time = time;
    this.fates = fates;
    this.lateness = lateness;
  }

  @Override
  public Duration timeout() {
    return TIMEOUT;
  }

  @Override
  public Sent post(PostKey key, Asked asked) {
    String question = asked.question().id();
    Fate fate = fates.get();
    if (fate == Fate.DIE_BEFORE) {
      throw new Died();
    }
    time.pass(Duration.ofMillis(300));
    return switch (fate) {
      case DIE_BEFORE -> throw new Died();
      case FINE -> new Sent.Done(paper.pin(key.text(), question, time.now()));
      case DIE_AFTER -> {
        paper.pin(key.text(), question, time.now());
        throw new Died();
      }
      case LOST_REPLY -> {
        paper.pin(key.text(), question, time.now());
        yield given();
      }
      case LATE -> {
        paper.pin(key.text(), question, time.now().plus(TIMEOUT).plus(lateness.get()));
        yield given();
      }
      case RATE_LIMITED -> new Sent.Later(Duration.ofSeconds(30));
      case SERVER_ERROR, HTML, RESET -> new Sent.Unclear(fate.name());
      case HANG -> given();
      case REFUSED -> new Sent.Refused("is_archived");
    };
  }

  private Sent given() {
    time.pass(TIMEOUT.minusMillis(300));
    return new Sent.Unclear("timeout");
  }

  @Override
  public Sighting look(PostKey key, Instant since) {
    time.pass(Duration.ofMillis(200));
    return blind
        ? new Sighting.Blind("missing_scope: channels:history")
        : new Sighting.Seen(paper.find(key.text(), time.now()));
  }

  @Override
  public Sent close(Post post, Shares shares) {
    time.pass(Duration.ofMillis(200));
    paper.close(post.key().text());
    return new Sent.Done(post.ts());
  }

  @Override
  public Sent delete(PostKey key, String ts) {
    time.pass(Duration.ofMillis(200));
    return paper.remove(ts) ? new Sent.Done(ts) : new Sent.Refused("message_not_found");
  }

  /** What hangs there for a key, visible or not yet. */
  List<Paper.Message> of(PostKey key) {
    return paper.messages().stream().filter(m -> m.key().equals(key.text())).toList();
  }
}
