package dev.terakoya.daily;

import dev.terakoya.daily.Noticeboard.Sent;
import dev.terakoya.daily.Noticeboard.Sighting;
import dev.terakoya.db.Database;
import dev.terakoya.learner.Flags;
import dev.terakoya.learner.Standing.TopicRecall;
import dev.terakoya.learner.Standings;
import dev.terakoya.learner.TeamStanding;
import dev.terakoya.quiz.Question;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a channel's week in review when its last question of the week has closed, exactly once in
 * the way of {@link DailyPoster}: whoever takes a claim over waits longer than a call takes, looks,
 * and only then posts; where the bot may not look, it is not posted again.
 */
public final class DigestPoster {
  private static final Logger LOG = LoggerFactory.getLogger(DigestPoster.class);
  private static final Duration SKEW = Duration.ofHours(3);
  private static final int WEEKS = 6;
  private static final int TOPICS = 5;

  /** Fewer people than these could be told apart in an average. */
  private static final int ENOUGH_PEOPLE = 3;

  private final DailyChannels channels;
  private final DailyLedger posts;
  private final DigestLedger digests;
  private final Standings standings;
  private final Flags flags;
  private final Supplier<List<Question>> questions;
  private final Board board;
  private final Surroundings around;
  private final Duration wait;
  private final Duration lease;

  /** Where digests are posted; its calls behave as those of {@link Noticeboard}. */
  public interface Board {
    /** The longest a call takes before it is given up. */
    Duration timeout();

    /** Posts a digest; the key travels in the message's metadata. */
    Sent post(PostKey key, Digest digest);

    /** Looks for digests that carry a key, in what was posted since a moment. */
    Sighting lookForDigest(PostKey key, Instant since);
  }

  /**
   * Posts to this board what the channels in the database are owed.
   *
   * @param questions all questions of the notes as they are now
   */
  public DigestPoster(
      Database database, Supplier<List<Question>> questions, Board board, Surroundings around) {
    this.channels = new DailyChannels(database);
    this.posts = new DailyLedger(database);
    this.digests = new DigestLedger(database);
    this.standings = new Standings(database);
    this.flags = new Flags(database);
    this.questions = questions;
    this.board = board;
    this.around = around;
    this.wait = board.timeout().multipliedBy(5).dividedBy(4);
    this.lease = wait.plus(board.timeout().multipliedBy(3));
  }

  /** Does what is to be done now; what fails is logged and tried again at the next tick. */
  public void tick(Instant now) {
    for (DailySettings settings : channels.all()) {
      try {
        owed(settings, now).ifPresent(day -> post(settings, day, now));
      } catch (RuntimeException e) {
        LOG.warn("the digest failed, to be tried again: {}", e.getMessage(), e);
      }
    }
  }

  /** The day whose closing ended the week, within the allowed lateness. */
  static Optional<LocalDate> owed(DailySettings settings, Instant now) {
    LocalDate today = now.atZone(settings.zone()).toLocalDate();
    return today
        .minusDays(1)
        .datesUntil(today.plusDays(1))
        .filter(day -> lastOfWeek(settings, day))
        .filter(day -> {
          Instant at = DailyPlan.closes(settings, day);
          return !now.isBefore(at) && now.isBefore(at.plus(settings.lateness()));
        })
        .findFirst();
  }

  private static boolean lastOfWeek(DailySettings settings, LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return DailyPlan.asks(settings, day)
        && day.plusDays(1).datesUntil(monday).noneMatch(d -> DailyPlan.asks(settings, d));
  }

  private void post(DailySettings settings, LocalDate day, Instant now) {
    PostKey key = new PostKey(settings.team(), settings.channel(), day);
    boolean open = posts.find(key).filter(p -> p.state() == Post.State.POSTED).isPresent();
    if (!open) {
      digests.claim(key, now, lease).ifPresent(mine -> attempt(mine, digest(key, now), now));
    }
  }

  private void attempt(DigestLedger.Mine mine, Digest digest, Instant now) {
    if (digest.answers() == 0) {
      digests.move(mine, "DONE", now);
    } else if (mine.takenOver()) {
      lookFirst(mine, digest, now);
    } else {
      send(mine, digest, now);
    }
  }

  private void lookFirst(DigestLedger.Mine mine, Digest digest, Instant now) {
    Instant later = around.pause(wait);
    switch (board.lookForDigest(mine.key(), now.minus(SKEW).minus(Duration.ofDays(1)))) {
      case Sighting.Seen seen when seen.timestamps().isEmpty() -> {
        if (digests.move(mine, "CLAIMED", later.plus(lease))) {
          send(next(mine), digest, later);
        }
      }
      case Sighting.Seen _, Sighting.Blind _ -> digests.move(mine, "DONE", later);
      case Sighting.Unclear unclear -> digests.move(mine, "CLAIMED", later.plus(unclear.after()));
    }
  }

  private static DigestLedger.Mine next(DigestLedger.Mine mine) {
    return new DigestLedger.Mine(mine.key(), mine.takenOver(), mine.version() + 1);
  }

  private void send(DigestLedger.Mine mine, Digest digest, Instant now) {
    switch (board.post(mine.key(), digest)) {
      case Sent.Done _ -> digests.move(mine, "DONE", now);
      case Sent.Later later -> digests.move(mine, "OPEN", now.plus(later.after()));
      case Sent.Unclear _ -> digests.move(mine, "CLAIMED", now.plus(lease));
      case Sent.Refused refused -> {
        LOG.warn("the digest {} was refused: {}", mine.key().text(), refused.reason());
        digests.move(mine, "DONE", now);
      }
    }
  }

  /** The week that ends with a day. */
  Digest digest(PostKey key, Instant now) {
    LocalDate monday = key.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<Post> week =
        posts.since(key.team(), monday).stream()
            .filter(post -> post.key().channel().equals(key.channel()))
            .filter(post -> post.state() == Post.State.CLOSED)
            .sorted(Comparator.comparing(post -> post.key().day()))
            .toList();
    List<Question> flagged = flags.open(key.team()).stream().map(Flags.Flagged::question).toList();
    List<TeamStanding> weeks = weeks(key.team(), now);
    List<LocalDate> mondays =
        IntStream.range(0, weeks.size())
            .mapToObj(n -> monday.minusWeeks(weeks.size() - 1L - n))
            .toList();
    return new Digest(week, flagged, mondays, recall(weeks));
  }

  /** How the team stood now and at the ends of the weeks before, as far as anybody had answered. */
  private List<TeamStanding> weeks(String team, Instant now) {
    List<Question> all = questions.get();
    return IntStream.range(0, WEEKS)
        .mapToObj(n -> now.minus(Duration.ofDays(7L * (WEEKS - 1 - n))))
        .map(at -> standings.ofTeam(team, all, at))
        .dropWhile(standing -> standing.members() == 0)
        .toList();
  }

  /** Recall of the topics met most. */
  private static Map<String, List<Double>> recall(List<TeamStanding> weeks) {
    Map<String, List<Double>> recall = new LinkedHashMap<>();
    if (!weeks.isEmpty() && weeks.getLast().members() >= ENOUGH_PEOPLE) {
      weeks.getLast().topics().stream()
          .filter(topic -> topic.met() > 0)
          .sorted(Comparator.comparingInt(TopicRecall::met).reversed())
          .limit(TOPICS)
          .forEach(topic ->
              recall.put(
                  topic.topic(), weeks.stream().map(week -> recall(week, topic.topic())).toList()));
    }
    return recall;
  }

  private static double recall(TeamStanding week, String topic) {
    return week.topics().stream()
        .filter(t -> t.topic().equals(topic))
        .mapToDouble(TopicRecall::recall)
        .findFirst()
        .orElse(0);
  }
}
