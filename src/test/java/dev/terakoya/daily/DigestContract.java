package dev.terakoya.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.daily.Noticeboard.Sent;
import dev.terakoya.daily.Noticeboard.Sighting;
import dev.terakoya.db.Database;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Flags;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Questions;
import dev.terakoya.quiz.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The week in review, on every database; one thread, settable time. */
abstract class DigestContract implements PaperBoard.Time, Surroundings, DigestPoster.Board {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate FRIDAY = MONDAY.plusDays(4);
  private static final DailySettings SETTINGS = DailySettings.usual("T1", "C1");
  private static final PostKey KEY = new PostKey("T1", "C1", FRIDAY);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final List<Question> questions = new ArrayList<>();
  private final List<Digest> pinned = new ArrayList<>();
  private final Deque<Fate> fates = new ArrayDeque<>();
  private Instant now = DailyPlan.opens(SETTINGS, MONDAY);
  private boolean blind;
  private Database database;
  private DailyPoster poster;
  private DigestPoster digests;
  private AnswerBook book;

  /** The URL of a new, empty database. */
  abstract String newUrl();

  @BeforeEach
  void open() {
    database = Database.open(newUrl());
    new DailyChannels(database).save(SETTINGS);
    book = new AnswerBook(database);
    PaperBoard board = new PaperBoard(new Paper(), this, () -> Fate.FINE, () -> Duration.ZERO);
    for (int i = 0; i < 5; i++) {
      questions.add(Questions.of("q" + i, "f" + i, "s" + i, i < 3 ? "network" : "storage"));
    }
    poster =
        new DailyPoster(
            database,
            board,
            (_, day, _) -> Optional.of(questions.get(day.getDayOfWeek().getValue() - 1)),
            this);
    digests = new DigestPoster(database, () -> questions, this, this);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant pause(Duration time) {
    pass(time);
    return now;
  }

  @Override
  public void tell(Notice notice) {
    throw new AssertionError("nothing to tell: " + notice);
  }

  @Override
  public Duration timeout() {
    return TIMEOUT;
  }

  @Override
  public Sent post(PostKey key, Digest digest) {
    Fate fate = fates.isEmpty() ? Fate.FINE : fates.pop();
    return switch (fate) {
      case DIE_BEFORE -> throw new PaperBoard.Died();
      case DIE_AFTER -> {
        pinned.add(digest);
        throw new PaperBoard.Died();
      }
      case LOST_REPLY -> {
        pinned.add(digest);
        yield new Sent.Unclear("timeout");
      }
      case RATE_LIMITED -> new Sent.Later(Duration.ofSeconds(30));
      case SERVER_ERROR, HTML, RESET, HANG, LATE -> new Sent.Unclear(fate.name());
      case REFUSED -> new Sent.Refused("is_archived");
      case FINE -> {
        pinned.add(digest);
        yield new Sent.Done("1");
      }
    };
  }

  @Override
  public Sighting lookForDigest(PostKey key, Instant since) {
    return blind
        ? new Sighting.Blind("missing_scope")
        : new Sighting.Seen(pinned.stream().map(_ -> "1").toList());
  }

  /** A week of questions that three people answer; the third is always wrong. */
  private void week() {
    for (int day = 0; day < 5; day++) {
      now = DailyPlan.opens(SETTINGS, MONDAY.plusDays(day));
      poster.tick(now);
      Post post =
          new DailyLedger(database)
              .find(new PostKey("T1", "C1", MONDAY.plusDays(day)))
              .orElseThrow();
      for (int person = 0; person < 3; person++) {
        int choice = person == 2 || (day == 3 && person == 1) ? 0 : 1;
        book.answer(new Learner("T1", "U" + person), post.asked().id(), choice, now, "r");
      }
      now = DailyPlan.closes(SETTINGS, MONDAY.plusDays(day));
      poster.tick(now);
    }
  }

  private void run(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      try {
        digests.tick(now);
      } catch (PaperBoard.Died e) {
        assertThat(e).isNotNull();
      }
      pass(Duration.ofSeconds(10));
    }
  }

  @Test
  void theWeekIsReviewedOnceAfterItsLastQuestionClosed() {
    week();
    digests.tick(now.minusSeconds(1));
    assertThat(pinned).isEmpty();
    run(Duration.ofMinutes(30));
    assertThat(pinned).hasSize(1);
    Digest digest = pinned.getFirst();
    assertThat(digest.posts()).extracting(p -> p.asked().question()).isEqualTo(questions);
    assertThat(digest.answers()).isEqualTo(15);
    assertThat(digest.rightPercent()).isEqualTo(60);
    assertThat(digest.missed().orElseThrow().asked().question()).isEqualTo(questions.get(3));
    assertThat(digest.recall()).containsOnlyKeys("network", "storage");
    assertThat(digest.recall().get("network")).hasSize(1).first().isNotEqualTo(0.0);
    assertThat(digest.weeks()).containsExactly(MONDAY);
  }

  @Test
  void onceWhateverSlackSaysAndWhoeverDies() {
    week();
    Instant closed = now;
    for (Fate fate :
        List.of(Fate.DIE_BEFORE, Fate.DIE_AFTER, Fate.LOST_REPLY, Fate.RATE_LIMITED, Fate.HANG)) {
      now = closed;
      pinned.clear();
      database.change("beginning again", handle -> handle.execute("delete from digest"));
      fates.add(fate);
      run(Duration.ofMinutes(30));
      assertThat(pinned).as(fate.name()).hasSize(1);
    }
  }

  @Test
  void withoutTheRightToLookItIsAtMostOnce() {
    week();
    blind = true;
    fates.add(Fate.LOST_REPLY);
    run(Duration.ofMinutes(30));
    assertThat(pinned).hasSize(1);
  }

  @Test
  void aRefusedDigestIsNotTriedAgain() {
    week();
    fates.add(Fate.REFUSED);
    run(Duration.ofMinutes(30));
    assertThat(pinned).isEmpty();
  }

  @Test
  void aWeekThatNobodyAnsweredIsPassedOver() {
    now = DailyPlan.closes(SETTINGS, FRIDAY);
    run(Duration.ofMinutes(30));
    assertThat(pinned).isEmpty();
  }

  @Test
  void aTeamOfTwoIsNotToldApart() {
    now = DailyPlan.opens(SETTINGS, FRIDAY);
    poster.tick(now);
    Post post = new DailyLedger(database).find(KEY).orElseThrow();
    book.answer(new Learner("T1", "U0"), post.asked().id(), 1, now, "r");
    book.answer(new Learner("T1", "U1"), post.asked().id(), 0, now, "r");
    now = DailyPlan.closes(SETTINGS, FRIDAY);
    poster.tick(now);
    run(Duration.ofMinutes(30));
    assertThat(pinned.getFirst().recall()).isEqualTo(Map.of());
  }

  @Test
  void aHolidayOnFridayBringsItOnThursday() {
    LocalDate holiday = LocalDate.of(2026, 3, 20);
    Instant thursday =
        DailyPlan.closes(SETTINGS, holiday.minusDays(1)).plus(Duration.ofMinutes(15));
    assertThat(DigestPoster.owed(SETTINGS, thursday)).contains(holiday.minusDays(1));
    assertThat(DigestPoster.owed(SETTINGS, thursday.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void flaggedQuestionsAreNamedWithoutNamingWhoFlagged() {
    week();
    Post post = new DailyLedger(database).find(KEY).orElseThrow();
    new Flags(database).flag(new Learner("T1", "U1"), post.asked().id(), "odd", now);
    run(Duration.ofMinutes(30));
    assertThat(pinned.getFirst().flagged()).containsExactly(questions.get(4));
  }
}
