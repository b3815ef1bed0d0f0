package dev.terakoya.daily;

import dev.terakoya.daily.Notice.Kind;
import dev.terakoya.daily.Noticeboard.Sent;
import dev.terakoya.daily.Noticeboard.Sighting;
import dev.terakoya.daily.Post.State;
import dev.terakoya.db.Database;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Shares;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts what is owed and closes what is over; every replica runs one, every few seconds, in one
 * thread.
 *
 * <p>Slack knows no idempotency key, so a claim alone would post twice: its holder may die, or lose
 * the reply, after Slack has accepted. Whoever takes a claim over therefore first waits longer than
 * a call can take, then looks whether the message is there, and only then posts. Where the bot may
 * not look, a post whose fate is unknown is not posted again: at most once, and it says so. What
 * Slack accepts after its caller gave up and after the successor looked is found and deleted when
 * the post is closed.
 */
public final class DailyPoster {
  private static final Logger LOG = LoggerFactory.getLogger(DailyPoster.class);
  private static final Duration SKEW = Duration.ofHours(3);
  private static final Duration CLOSE_AGAIN = Duration.ofMinutes(5);
  private static final Duration CLOSE_AT_LAST = Duration.ofDays(2);
  private static final int LONGEST_BACKOFF = 3;

  private final DailyChannels channels;
  private final DailyLedger ledger;
  private final AnswerBook answers;
  private final Noticeboard board;
  private final Choosing choosing;
  private final Surroundings around;
  private final Duration wait;
  private final Duration lease;

  /** Posts to this board what the settings in the database ask for. */
  public DailyPoster(Database database, Noticeboard board, Choosing choosing, Surroundings around) {
    this.channels = new DailyChannels(database);
    this.ledger = new DailyLedger(database);
    this.answers = new AnswerBook(database);
    this.board = board;
    this.choosing = choosing;
    this.around = around;
    this.wait = board.timeout().multipliedBy(5).dividedBy(4);
    this.lease = wait.plus(board.timeout().multipliedBy(3));
  }

  /**
   * Does what is to be done now. What fails in one channel does not keep the others waiting: it is
   * logged and tried again at the next tick.
   */
  public void tick(Instant now) {
    guarded("posting", () -> channels.all(), settings -> post(settings, now));
    guarded("settling", () -> ledger.unfinished(now), key -> settle(key, now));
    guarded("closing", () -> ledger.toClose(now), post -> close(post, now));
  }

  private static <T> void guarded(String doing, Supplier<List<T>> things, Consumer<T> work) {
    try {
      for (T thing : things.get()) {
        try {
          work.accept(thing);
        } catch (RuntimeException e) {
          LOG.warn("{} failed, to be tried again: {}", doing, e.getMessage(), e);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("{} failed, to be tried again: {}", doing, e.getMessage());
    }
  }

  private void post(DailySettings settings, Instant now) {
    DailyPlan.owed(settings, now)
        .map(day -> new PostKey(settings.team(), settings.channel(), day))
        .ifPresent(key -> post(settings, key, now));
  }

  private void post(DailySettings settings, PostKey key, Instant now) {
    Optional<Post> known = ledger.find(key);
    if (known.isPresent()
        && known.get().state() != State.OPEN
        && known.get().state() != State.CLAIMED) {
      return;
    }
    Optional<Question> question =
        known.map(post -> post.asked().question()).or(() -> choose(settings, key, now));
    Instant closes = DailyPlan.closes(settings, key.day());
    question.ifPresent(q -> attempt(ledger.claim(key, q, closes, now, lease), now, true));
  }

  private Optional<Question> choose(DailySettings settings, PostKey key, Instant now) {
    Optional<Question> question = choosing.choose(settings, key.day(), now);
    if (question.isEmpty()) {
      around.tell(new Notice(key, Kind.NOTHING_TO_ASK, ""));
    }
    return question;
  }

  /** Finds out what became of a post that nobody may post any more. */
  private void settle(PostKey key, Instant now) {
    boolean owed =
        channels
            .find(key.team(), key.channel())
            .flatMap(settings -> DailyPlan.owed(settings, now))
            .filter(key.day()::equals)
            .isPresent();
    if (!owed) {
      attempt(ledger.claim(key, null, now, now, lease), now, false);
    }
  }

  private void attempt(Claim claim, Instant now, boolean mayPost) {
    switch (claim) {
      case Claim.Mine mine when mine.takenOver() -> lookFirst(mine, mayPost);
      case Claim.Mine mine when mayPost -> send(mine, now);
      case Claim.Mine mine -> giveUp(mine, State.MISSED, Kind.MISSED, "");
      case Claim.Held _, Claim.Done _ -> {}
    }
  }

  private void lookFirst(Claim.Mine mine, boolean mayPost) {
    Instant later = around.pause(wait);
    switch (board.look(mine.key(), mine.asked().at().minus(SKEW))) {
      case Sighting.Seen seen when !seen.timestamps().isEmpty() ->
          ledger.posted(mine.key(), seen.timestamps().getFirst());
      case Sighting.Seen _ when mayPost ->
          ledger.renew(mine, later, lease).ifPresent(still -> send(still, later));
      case Sighting.Seen _ -> giveUp(mine, State.MISSED, Kind.MISSED, "");
      case Sighting.Blind blind -> giveUp(mine, State.UNSURE, Kind.UNSURE, blind.reason());
      case Sighting.Unclear unclear -> {
        LOG.warn("could not look for {}: {}", mine.key().text(), unclear.reason());
        ledger.unclear(mine, later.plus(longer(unclear.after(), backoff(mine))));
      }
    }
  }

  private void send(Claim.Mine mine, Instant now) {
    switch (board.post(mine.key(), mine.asked())) {
      case Sent.Done done -> ledger.posted(mine.key(), done.ts());
      case Sent.Refused refused -> giveUp(mine, State.REFUSED, Kind.REFUSED, refused.reason());
      case Sent.Later later -> ledger.postpone(mine, now.plus(later.after()));
      case Sent.Unclear unclear -> {
        LOG.warn("the fate of {} is unclear: {}", mine.key().text(), unclear.reason());
        ledger.unclear(mine, now.plus(backoff(mine)));
      }
    }
  }

  /** Twice as long at each try, so that a board in trouble is left in peace. */
  private Duration backoff(Claim.Mine mine) {
    return lease.multipliedBy(1L << Math.min(mine.version() / 2, LONGEST_BACKOFF));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** Tells of a refusal once, not each day anew while nothing changes. */
  private void giveUp(Claim.Mine mine, State state, Kind kind, String reason) {
    PostKey key = mine.key();
    boolean known =
        state == State.REFUSED
            && ledger.latest(key.team(), key.channel(), 2).stream()
                .anyMatch(
                    p -> !p.key().equals(key) && p.state() == state && p.reason().equals(reason));
    if (ledger.giveUp(mine, state, reason) && !known) {
      around.tell(new Notice(key, kind, reason));
    }
  }

  private void close(Post post, Instant now) {
    Shares shares = answers.close(post.asked().id(), now);
    boolean atLast = post.closesAt().plus(CLOSE_AT_LAST).isBefore(now);
    switch (board.look(post.key(), post.asked().at().minus(SKEW))) {
      case Sighting.Seen seen -> close(post, shares, delete(post, seen.timestamps()), now);
      case Sighting.Blind _ -> close(post, shares, 0, now);
      case Sighting.Unclear _ when atLast -> close(post, shares, 0, now);
      case Sighting.Unclear unclear ->
          ledger.closeLater(post, now.plus(longer(unclear.after(), CLOSE_AGAIN)));
    }
  }

  private int delete(Post post, List<String> timestamps) {
    return (int)
        timestamps.stream()
            .filter(ts -> !ts.equals(post.ts()))
            .filter(ts -> board.delete(post.key(), ts) instanceof Sent.Done)
            .count();
  }

  private void close(Post post, Shares shares, int doubles, Instant now) {
    boolean atLast = post.closesAt().plus(CLOSE_AT_LAST).isBefore(now);
    switch (board.close(post, shares)) {
      case Sent.Later later when !atLast -> ledger.closeLater(post, now.plus(later.after()));
      case Sent.Unclear _ when !atLast -> ledger.closeLater(post, now.plus(CLOSE_AGAIN));
      case Sent.Done _, Sent.Refused _, Sent.Later _, Sent.Unclear _ -> {
        if (ledger.closed(post, shares, doubles) && doubles > 0) {
          around.tell(new Notice(post.key(), Kind.DOUBLES_DELETED, String.valueOf(doubles)));
        }
      }
    }
  }
}
