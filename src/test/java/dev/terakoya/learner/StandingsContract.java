package dev.terakoya.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.terakoya.db.Database;
import dev.terakoya.learner.Lookups.Looked;
import dev.terakoya.quiz.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of people and teams, and what they are asked next, on every database. */
abstract class StandingsContract {
  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Round.Calendar CALENDAR = new Round.Calendar(TOKYO, Optional.empty());
  static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  final Learner ann = new Learner("T1", "U1");
  final Learner ben = new Learner("T1", "U2");
  final Question vpc = Questions.of("vpc", "fv", "sv", "Network");
  final Question elb = Questions.of("elb", "fe", "se", "Network");
  final Question sqs = Questions.of("sqs", "fs", "ss", "Messages");
  final List<Question> all = List.of(vpc, elb, sqs);

  @TempDir Path folder;
  Database database;
  AnswerBook book;
  int requests;

  /** The URL of a new, empty database. */
  abstract String newUrl();

  @BeforeEach
  void open() {
    database = Database.open(newUrl());
    book = new AnswerBook(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private AskedId answer(Learner learner, Question question, boolean right, Instant at) {
    AskedId id = book.ask("T1", question, at).id();
    book.answer(learner, id, right ? 1 : 0, at, "r" + ++requests);
    return id;
  }

  private AskedId post(String channel, LocalDate day) {
    Asked.Occasion daily = new Asked.Occasion.Daily(channel, day, 1);
    Asked asked = new Asked(AskedId.fresh(), "T1", daily, Questions.of(channel + day), NOW);
    return database.change("posting", handle -> AnswerBook.keep(handle, asked)).id();
  }

  private Standing standing(Instant at) {
    return new Standings(database).of(ann, all, TOKYO, at);
  }

  @Test
  void aPersonSeesTheirOwnRecordWithTheWeakestTopicFirst() {
    answer(ann, vpc, true, NOW);
    answer(ann, sqs, false, NOW.plusSeconds(1));
    answer(ben, elb, true, NOW);
    Standing standing = standing(NOW.plus(DAY.multipliedBy(1)).plusSeconds(1));
    assertThat(List.of(standing.answered(), standing.right(), standing.due()))
        .containsExactly(2, 1, 1);
    assertThat(standing.latest()).extracting(Standing.Given::question).containsExactly(sqs, vpc);
    assertThat(standing.recall())
        .extracting(Standing.TopicRecall::topic)
        .containsExactly("Messages", "Network");
    assertThat(standing.recall().getLast().facts()).isEqualTo(2);
  }

  @Test
  void theStreakOutlivesDaysWithoutAPostAndChannelsOfOthers() {
    LocalDate friday = LocalDate.of(2026, 2, 27);
    LocalDate monday = LocalDate.of(2026, 3, 2);
    book.answer(ann, post("C1", friday), 1, NOW.minus(DAY.multipliedBy(3)), "a");
    post("C2", friday.plusDays(1));
    AskedId today = post("C1", monday);
    assertThat(standing(NOW).streak()).isEqualTo(1);
    book.answer(ann, today, 1, NOW, "b");
    assertThat(standing(NOW).streak()).isEqualTo(2);
    post("C1", monday.plusDays(1));
    assertThat(standing(NOW.plus(DAY)).streak()).isEqualTo(2);
    assertThat(standing(NOW.plus(DAY.multipliedBy(2))).streak()).isZero();
  }

  @Test
  void aTeamSeesCoverageRecallAndWhatWasMissedWithoutNames() {
    answer(ann, vpc, false, NOW);
    answer(ben, vpc, false, NOW);
    answer(ben, sqs, true, NOW);
    TeamStanding team = new Standings(database).ofTeam("T1", all, NOW.plusSeconds(9));
    assertThat(team.members()).isEqualTo(2);
    assertThat(team.missed()).containsExactly(new TeamStanding.Missed(vpc, 2, 2));
    assertThat(team.topics())
        .extracting(Standing.TopicRecall::met, Standing.TopicRecall::facts)
        .containsExactly(tuple(1, 2), tuple(1, 1));
    assertThat(new Standings(database).ofTeam("T1", all, NOW.minusSeconds(1)).members()).isZero();
    assertThat(team.weakest()).hasSize(2);
  }

  @Test
  void aRoundAsksWhatIsDueThenWhatIsNewThenNothing() {
    Round round = new Round(database);
    answer(ann, sqs, false, NOW.minus(DAY.multipliedBy(2)));
    assertThat(round.next(ann, all, CALENDAR, NOW)).isEqualTo(new Round.Next.Ask(sqs, true));
    answer(ann, sqs, true, NOW);
    assertThat(round.next(ann, all, CALENDAR, NOW))
        .isInstanceOfSatisfying(Round.Next.Ask.class, ask -> assertThat(ask.due()).isFalse());
    answer(ann, vpc, true, NOW);
    answer(ann, elb, true, NOW);
    assertThat(round.next(ann, all, CALENDAR, NOW))
        .isEqualTo(new Round.Next.Nothing(Optional.of(NOW.plus(DAY.multipliedBy(2)))));
  }

  @Test
  void aTopicLookedUpComesFirstAndASkippedOneNotToday() {
    Round round = new Round(database);
    Lookups lookups = new Lookups(database);
    for (Question wanted : all) {
      Learner person = new Learner("T1", wanted.id());
      lookups.record(List.of(new Looked(person, "q", wanted.source().section().value(), NOW)));
      assertThat(round.next(person, all, CALENDAR, NOW))
          .isEqualTo(new Round.Next.Ask(wanted, false));
      book.skip(person, book.ask("T1", wanted, NOW).id(), NOW);
      assertThat(round.next(person, all, CALENDAR, NOW))
          .isNotEqualTo(new Round.Next.Ask(wanted, false));
    }
  }

  @Test
  void theDailyCapEndsARoundUntilTheNextLocalDay() {
    new Learners(database)
        .choose(
            ann,
            new PersonalSettings(Optional.empty(), Optional.empty(), Optional.empty(), 2),
            NOW);
    Round round = new Round(database);
    answer(ann, vpc, true, NOW);
    answer(ann, elb, true, NOW);
    assertThat(round.next(ann, all, CALENDAR, NOW)).isEqualTo(new Round.Next.Enough(2));
    assertThat(round.next(ann, all, CALENDAR, NOW.plus(DAY)))
        .isEqualTo(new Round.Next.Ask(sqs, false));
  }

  @Test
  void unansweredLookUpsAreReportedTheMostWantedFirstAndPruned() {
    Lookups lookups = new Lookups(database);
    Looked wish = new Looked(ben, "Glue", "", NOW);
    Looked useless = new Looked(ann, "S3", "s", NOW);
    lookups.record(
        List.of(
            new Looked(ann, "NLB", "s", NOW),
            new Looked(ann, "ＫＭＳ ", "", NOW),
            new Looked(ben, "kms", "", NOW),
            wish,
            useless));
    lookups.wish(ben, wish.id());
    lookups.wish(ann, "no such id");
    lookups.vote(ann, useless.id(), false);
    assertThat(lookups.report("T1", NOW))
        .containsExactly(
            new Lookups.Gap("glue", 1, 1, 1, 0),
            new Lookups.Gap("kms", 2, 2, 0, 0),
            new Lookups.Gap("s3", 1, 1, 0, 1));
    lookups.prune(NOW.plus(Duration.ofDays(91)));
    assertThat(lookups.report("T1", Instant.EPOCH)).isEmpty();
  }

  @Test
  void whoWantsToBeRemindedIsOnceADayAtTheirOwnTimeAndOnlyWhenSomethingIsDue() {
    Learners learners = new Learners(database);
    learners.choose(
        ann,
        PersonalSettings.NONE.remindedAt(
            Optional.of(LocalTime.of(8, 0)), Optional.of(ZoneId.of("Europe/Paris"))),
        NOW);
    Reminders reminders = new Reminders(database);
    List<Question> all = List.of(Questions.of("q"));
    Instant morning = Instant.parse("2026-03-20T07:00:00Z");
    assertThat(reminders.take("T1", all, TOKYO, morning)).isEmpty();
    AskedId id = book.ask("T1", all.getFirst(), NOW).id();
    book.answer(ann, id, 1, NOW, "r1");
    assertThat(reminders.take("T1", all, TOKYO, morning.minusSeconds(1))).isEmpty();
    assertThat(reminders.take("T1", all, TOKYO, morning))
        .containsExactly(new Reminders.Reminder(ann, 1));
    assertThat(reminders.take("T1", all, TOKYO, morning.plusSeconds(60))).isEmpty();
    assertThat(reminders.take("T1", all, TOKYO, morning.plus(DAY).plus(Duration.ofHours(3))))
        .isEmpty();
    assertThat(reminders.take("T1", all, TOKYO, morning.plus(DAY.multipliedBy(2)))).hasSize(1);
    learners.forget(ann);
    assertThat(reminders.take("T1", all, TOKYO, morning.plus(DAY.multipliedBy(3)))).isEmpty();
  }
}
