package dev.terakoya.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.daily.Post.State;
import dev.terakoya.db.Database;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Questions;
import dev.terakoya.learner.Shares;
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

/** What holds for the daily question on every database; one thread, settable time. */
abstract class DailyPosterContract implements PaperBoard.Time, Surroundings {
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final DailySettings SETTINGS = DailySettings.usual("T1", "C1");
  static final PostKey KEY = new PostKey("T1", "C1", MONDAY);

  @TempDir Path folder;
  final Paper paper = new Paper();
  final Deque<Fate> fates = new ArrayDeque<>();
  final List<Notice> notices = new ArrayList<>();
  final PaperBoard board =
      new PaperBoard(
          paper,
          this,
          () -> fates.isEmpty() ? Fate.FINE : fates.pop(),
          () -> Duration.ofSeconds(1));
  Instant now = DailyPlan.opens(SETTINGS, MONDAY);
  int chosen;
  Database database;
  DailyLedger ledger;
  DailyPoster poster;

  /** The URL of a new, empty database. */
  abstract String newUrl();

  @BeforeEach
  void open() {
    database = Database.open(newUrl());
    ledger = new DailyLedger(database);
    new DailyChannels(database).save(SETTINGS);
    poster =
        new DailyPoster(
            database, board, (_, _, _) -> Optional.of(Questions.of("q" + ++chosen)), this);
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
    notices.add(notice);
  }

  /** Ticks every ten seconds for a while; a death is a restart. */
  private void run(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      try {
        poster.tick(now);
      } catch (PaperBoard.Died e) {
        assertThat(e).isNotNull();
      }
      pass(Duration.ofSeconds(10));
    }
  }

  private State state() {
    return ledger.find(KEY).orElseThrow().state();
  }

  @Test
  void postsOnceAndTheSameQuestionStaysInTheLedger() {
    run(Duration.ofMinutes(10));
    assertThat(board.of(KEY)).hasSize(1);
    Post post = ledger.find(KEY).orElseThrow();
    assertThat(post.state()).isEqualTo(State.POSTED);
    assertThat(post.ts()).isEqualTo(board.of(KEY).getFirst().ts());
    assertThat(post.asked().question()).isEqualTo(Questions.of("q1"));
  }

  @Test
  void closesAtTheClosingTimeWithTheSharesOfTheTeam() {
    run(Duration.ofSeconds(20));
    Post post = ledger.find(KEY).orElseThrow();
    AnswerBook book = new AnswerBook(database);
    book.answer(new Learner("T1", "U1"), post.asked().id(), 1, now, "r1");
    book.answer(new Learner("T1", "U2"), post.asked().id(), 0, now, "r2");
    now = DailyPlan.closes(SETTINGS, MONDAY).minusSeconds(10);
    run(Duration.ofSeconds(10));
    assertThat(state()).isEqualTo(State.POSTED);
    run(Duration.ofSeconds(10));
    assertThat(state()).isEqualTo(State.CLOSED);
    assertThat(ledger.find(KEY).orElseThrow().shares()).isEqualTo(new Shares(List.of(1, 1)));
  }

  @Test
  void postsOnceWhenTheReplyIsLost() {
    fates.add(Fate.LOST_REPLY);
    run(Duration.ofMinutes(10));
    assertThat(board.of(KEY)).hasSize(1);
    assertThat(state()).isEqualTo(State.POSTED);
  }

  @Test
  void postsOnceWhenThePosterDiesAfterTheBoardAccepted() {
    fates.add(Fate.DIE_AFTER);
    run(Duration.ofMinutes(10));
    assertThat(board.of(KEY)).hasSize(1);
    assertThat(state()).isEqualTo(State.POSTED);
  }

  @Test
  void aSuccessorPostsTheSameQuestion() {
    fates.add(Fate.DIE_BEFORE);
    run(Duration.ofMinutes(10));
    assertThat(board.of(KEY)).extracting(Paper.Message::question).containsExactly("question-q1");
  }

  @Test
  void aCallAcceptedAfterItsCallerGaveUpIsFound() {
    fates.add(Fate.LATE);
    run(Duration.ofMinutes(10));
    assertThat(board.of(KEY)).hasSize(1);
    assertThat(state()).isEqualTo(State.POSTED);
  }

  @Test
  void aDoubleIsDeletedAndCountedAtClosingTime() {
    run(Duration.ofSeconds(20));
    paper.pin(KEY.text(), "question-q1", now);
    now = DailyPlan.closes(SETTINGS, MONDAY);
    run(Duration.ofSeconds(20));
    assertThat(board.of(KEY)).hasSize(1);
    assertThat(ledger.find(KEY).orElseThrow().doubles()).isEqualTo(1);
    assertThat(notices).containsExactly(new Notice(KEY, Notice.Kind.DOUBLES_DELETED, "1"));
  }

  @Test
  void withoutTheRightToLookItIsAtMostOnceAndSaysSo() {
    board.blind = true;
    fates.addAll(List.of(Fate.LOST_REPLY, Fate.FINE));
    run(Duration.ofMinutes(20));
    assertThat(board.of(KEY)).hasSize(1);
    assertThat(state()).isEqualTo(State.UNSURE);
    assertThat(notices)
        .containsExactly(new Notice(KEY, Notice.Kind.UNSURE, "missing_scope: channels:history"));
  }

  @Test
  void aRefusalIsToldOnceAndNotTriedAgainThatDay() {
    fates.addAll(List.of(Fate.REFUSED, Fate.REFUSED));
    run(Duration.ofMinutes(20));
    assertThat(state()).isEqualTo(State.REFUSED);
    now = DailyPlan.opens(SETTINGS, MONDAY.plusDays(1));
    run(Duration.ofMinutes(5));
    assertThat(fates).isEmpty();
    assertThat(notices).containsExactly(new Notice(KEY, Notice.Kind.REFUSED, "is_archived"));
  }

  @Test
  void waitsAsLongAsItIsTold() {
    fates.add(Fate.RATE_LIMITED);
    run(Duration.ofSeconds(25));
    assertThat(board.of(KEY)).isEmpty();
    run(Duration.ofSeconds(20));
    assertThat(board.of(KEY)).hasSize(1);
  }

  @Test
  void aBoardInTroubleIsLeftInPeaceMoreAndMore() {
    for (int i = 0; i < 1000; i++) {
      fates.add(Fate.SERVER_ERROR);
    }
    run(Duration.ofHours(4));
    assertThat(1000 - fates.size()).isBetween(5, 60);
    run(Duration.ofMinutes(30));
    assertThat(state()).isEqualTo(State.MISSED);
    assertThat(notices).extracting(Notice::kind).containsExactly(Notice.Kind.MISSED);
  }

  @Test
  void aPostNobodyFinishedIsFoundAndClosedTheNextDay() {
    fates.add(Fate.DIE_AFTER);
    run(Duration.ofSeconds(5));
    now = now.plus(Duration.ofDays(1));
    run(Duration.ofMinutes(2));
    assertThat(state()).isEqualTo(State.CLOSED);
    assertThat(board.of(new PostKey("T1", "C1", MONDAY.plusDays(1)))).hasSize(1);
  }

  @Test
  void aMachineThatSleptThreeDaysPostsOneAtMost() {
    now = DailyPlan.opens(SETTINGS, MONDAY.plusDays(3)).plus(Duration.ofHours(2));
    run(Duration.ofMinutes(10));
    assertThat(paper.accepted()).isEqualTo(Map.of("T1/C1/2026-03-05", 1));
  }

  @Test
  void aClockTurnedBackTwoHoursPostsNothingAgain() {
    run(Duration.ofSeconds(20));
    now = now.minus(Duration.ofHours(2));
    run(Duration.ofHours(3));
    assertThat(paper.accepted()).isEqualTo(Map.of(KEY.text(), 1));
  }

  @Test
  void anOldHolderThatWakesUpCannotTakePart() {
    Duration lease = Duration.ofSeconds(60);
    Instant closes = DailyPlan.closes(SETTINGS, MONDAY);
    Claim.Mine old = (Claim.Mine) ledger.claim(KEY, Questions.of("a"), closes, now, lease);
    assertThat(ledger.claim(KEY, Questions.of("b"), closes, now, lease))
        .isEqualTo(new Claim.Held(now.plus(lease)));
    Claim.Mine taken =
        (Claim.Mine) ledger.claim(KEY, Questions.of("b"), closes, now.plus(lease), lease);
    assertThat(taken.takenOver()).isTrue();
    assertThat(taken.asked()).isEqualTo(old.asked());
    assertThat(ledger.renew(old, now, lease)).isEmpty();
    assertThat(ledger.renew(taken, now, lease)).isPresent();
  }

  @Test
  void theFirstChannelIsSetUpOnceAndNeverAgain() {
    DailyChannels channels = new DailyChannels(database);
    DailySettings other =
        DailySettings.usual("T2", "C9")
            .about(List.of("ネットワーク"), "en", true)
            .pausedUntil(MONDAY)
            .within(Duration.ofHours(1))
            .examined(MONDAY.plusDays(90), Map.of("ネットワーク", 2.0));
    assertThat(channels.seed(other)).isTrue();
    assertThat(channels.find("T2", "C9")).contains(other);
    channels.remove("T2", "C9");
    assertThat(channels.seed(other)).isFalse();
    assertThat(channels.all()).containsExactly(SETTINGS);
  }
}
