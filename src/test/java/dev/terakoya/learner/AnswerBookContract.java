package dev.terakoya.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.db.Backup;
import dev.terakoya.db.Database;
import dev.terakoya.db.DatabaseException;
import dev.terakoya.db.TestDatabases;
import dev.terakoya.fsrs.Rating;
import dev.terakoya.quiz.Question;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for learners on every database. */
abstract class AnswerBookContract {
  static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  final Learner ann = new Learner("T1", "U1");
  final Learner ben = new Learner("T1", "U2");
  final Question question = Questions.of("x");

  @TempDir Path folder;
  String url = "";
  Database database;
  AnswerBook book;
  Flags flags;

  /** The URL of a new, empty database. */
  abstract String newUrl();

  @BeforeEach
  void open() {
    url = newUrl();
    database = Database.open(url);
    book = new AnswerBook(database);
    flags = new Flags(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private AskedId asked() {
    return book.ask("T1", question, NOW).id();
  }

  private int count(String table) {
    return database.read(
        "counting", h -> h.select("select count(*) from " + table).mapTo(int.class).one());
  }

  @Test
  void keepsAQuestionAsItWasAsked() {
    Asked asked = book.ask("T1", question, NOW);
    assertThat(book.asked(asked.id())).contains(asked);
  }

  @Test
  void aRightPressIsStoredAndComesAgainInTwoDays() {
    assertThat(book.answer(ann, asked(), 1, NOW, "r1"))
        .isEqualTo(new Verdict.Right(question, NOW.plus(DAY.multipliedBy(2))));
    assertThat(count("answer")).isEqualTo(1);
  }

  @Test
  void aWrongPressComesAgainTheNextDay() {
    assertThat(book.answer(ann, asked(), 2, NOW, "r1"))
        .isEqualTo(new Verdict.Wrong(question, 2, NOW.plus(DAY), false));
  }

  @Test
  void theSameRequestTwiceGivesTheSameVerdict() {
    AskedId id = asked();
    Verdict first = book.answer(ann, id, 2, NOW, "r1");
    assertThat(book.answer(ann, id, 2, NOW.plusSeconds(9), "r1")).isEqualTo(first);
  }

  @Test
  void aSecondPressDoesNotCount() {
    AskedId id = asked();
    book.answer(ann, id, 2, NOW, "r1");
    assertThat(book.answer(ann, id, 1, NOW.plusSeconds(9), "r2"))
        .isEqualTo(new Verdict.AlreadyAnswered(question, 2, false, NOW.plus(DAY)));
  }

  @Test
  void aButtonNobodyMadeIsUnknown() {
    AskedId id = asked();
    assertThat(
            List.of(
                book.answer(ann, new AskedId("' or 1=1"), 0, NOW, "r1"),
                book.answer(ann, id, -1, NOW, "r2"),
                book.answer(ann, id, 3, NOW, "r3"),
                book.answer(new Learner("T2", "U1"), id, 1, NOW, "r4")))
        .containsOnly(new Verdict.Unknown());
    assertThat(count("answer")).isZero();
  }

  @Test
  void ofManyPressesAtOnceOneCounts() throws Exception {
    AskedId id = asked();
    List<Callable<Verdict>> presses =
        IntStream.range(0, 16)
            .<Callable<Verdict>>mapToObj(i -> () -> book.answer(ann, id, i % 3, NOW, "r" + i))
            .toList();
    List<Verdict> verdicts = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Verdict> verdict : threads.invokeAll(presses)) {
        verdicts.add(verdict.get());
      }
    }
    assertThat(verdicts.stream().filter(v -> !(v instanceof Verdict.AlreadyAnswered))).hasSize(1);
    assertThat(count("memory")).isEqualTo(1);
  }

  @Test
  void twoWordingsOfOneFactAnsweredAtOnceBothCount() throws Exception {
    List<Callable<Verdict>> presses =
        IntStream.range(0, 12)
            .<Callable<Verdict>>mapToObj(i -> () -> book.answer(ann, asked(), 2, NOW, "r" + i))
            .toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Verdict> verdict : threads.invokeAll(presses)) {
        verdict.get();
      }
    }
    Recollection all =
        Recollection.of(Collections.nCopies(12, new Recollection.Answer(Rating.AGAIN, NOW)));
    double kept =
        database.read(
            "reading", h -> h.select("select stability from memory").mapTo(double.class).one());
    assertThat(kept).isEqualTo(all.memory().orElseThrow().stability());
  }

  @Test
  void theFourthMissPausesTheFact() {
    Verdict last = new Verdict.Unknown();
    for (int day = 0; day < 4; day++) {
      last = book.answer(ann, asked(), 0, NOW.plus(DAY.multipliedBy(day)), "r" + day);
    }
    Instant due = NOW.plus(DAY.multipliedBy(3 + 14));
    assertThat(last).isEqualTo(new Verdict.Wrong(question, 0, due, true));
  }

  @Test
  void aSlipCanBeTakenBackForTenMinutes() {
    AskedId id = asked();
    book.answer(ann, id, 2, NOW, "r1");
    assertThat(book.undo(ann, id, NOW.plusSeconds(60))).isTrue();
    assertThat(count("memory")).isZero();
    assertThat(book.answer(ann, id, 1, NOW.plusSeconds(61), "r2"))
        .isInstanceOf(Verdict.Right.class);
    assertThat(book.undo(ann, id, NOW.plusSeconds(700))).isFalse();
  }

  @Test
  void lateAnswersDoNotCountForTheTeam() {
    AskedId id = asked();
    book.answer(ann, id, 1, NOW, "r1");
    assertThat(book.close(id, NOW.plusSeconds(9))).isEqualTo(new Shares(List.of(0, 1)));
    assertThat(book.answer(ben, id, 2, NOW.plusSeconds(10), "r2"))
        .isInstanceOf(Verdict.Wrong.class);
    assertThat(book.shares(id)).isEqualTo(new Shares(List.of(0, 1)));
  }

  @Test
  void twoPeopleWithdrawAQuestionUntilItIsDecidedAbout() {
    AskedId id = asked();
    book.answer(ann, id, 2, NOW, "r1");
    assertThat(flags.flag(ann, id, "二つとも正しい", NOW)).isFalse();
    assertThat(flags.flag(ann, id, "やはり", NOW)).isFalse();
    assertThat(flags.flag(ben, id, "古い", NOW.plusSeconds(1))).isTrue();
    assertThat(book.answer(ben, id, 1, NOW, "r2")).isEqualTo(new Verdict.Withdrawn(question));
    assertThat(flags.open("T1"))
        .containsExactly(new Flags.Flagged(question, List.of("古い", "やはり"), true));
    flags.decide("T1", question.id(), Flags.Ruling.KEEP, NOW.plusSeconds(2));
    assertThat(book.answer(ben, id, 1, NOW, "r3")).isInstanceOf(Verdict.Right.class);
    assertThat(flags.open("T1")).isEmpty();
  }

  @Test
  void answersToARemovedQuestionLeaveTheMemoryAndComeBackWhenItIsKept() {
    AskedId id = asked();
    book.answer(ann, id, 2, NOW, "r1");
    flags.decide("T1", question.id(), Flags.Ruling.REMOVE, NOW.plusSeconds(2));
    assertThat(count("memory")).isZero();
    assertThat(book.shares(id).total()).isZero();
    assertThat(flags.withdrawn("T1")).containsExactly(question.id());
    flags.decide("T1", question.id(), Flags.Ruling.KEEP, NOW.plusSeconds(3));
    assertThat(count("memory")).isEqualTo(1);
  }

  @Test
  void aRequestIsFirstOnce() {
    Seen seen = new Seen(database);
    assertThat(List.of(seen.first("a", NOW), seen.first("a", NOW), seen.first("b", NOW)))
        .containsExactly(true, false, true);
    seen.prune(NOW.plus(Duration.ofDays(4)));
    assertThat(seen.first("a", NOW)).isTrue();
  }

  @Test
  void aPersonIsForgottenWhollyAndOthersNot() {
    Learners learners = new Learners(database);
    PersonalSettings chosen =
        new PersonalSettings(
            Optional.of("en"),
            Optional.of(ZoneId.of("Europe/Paris")),
            Optional.of(LocalTime.NOON),
            3);
    learners.choose(ann, chosen, NOW);
    AskedId id = asked();
    book.answer(ann, id, 2, NOW, "r1");
    book.answer(ben, id, 1, NOW, "r2");
    flags.flag(ann, id, "odd", NOW);
    assertThat(learners.settings(ann)).isEqualTo(chosen);
    assertThat(learners.reminded("T1")).containsOnlyKeys(ann);
    assertThat(learners.export(ann)).hasSize(4).anyMatch(line -> line.contains("どれが"));
    learners.forget(ann);
    assertThat(learners.export(ann)).isEmpty();
    assertThat(learners.settings(ann)).isEqualTo(PersonalSettings.NONE);
    assertThat(learners.export(ben)).hasSize(3);
  }

  @Test
  void aBackupServesBothDatabases() throws Exception {
    AskedId id = asked();
    book.answer(ann, id, 2, NOW, "r1");
    Path file = folder.resolve("all.zip");
    new Backup(database).write(file);
    for (String target : List.of(TestDatabases.sqlite(folder), TestDatabases.postgres())) {
      try (Database other = Database.open(target)) {
        new AnswerBook(other).ask("T9", question, NOW);
        new Backup(other).read(file);
        Path again = folder.resolve("again.zip");
        new Backup(other).write(again);
        assertThat(content(again)).isEqualTo(content(file));
      }
    }
  }

  @Test
  void aDamagedBackupChangesNothing() throws Exception {
    asked();
    Path file = folder.resolve("damaged.zip");
    new Backup(database).write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Assertions.assertThatThrownBy(() -> new Backup(database).read(file))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("restoring");
    Files.writeString(file, "no zip");
    Assertions.assertThatThrownBy(() -> new Backup(database).read(file))
        .isInstanceOf(DatabaseException.class);
    assertThat(count("asked")).isEqualTo(1);
  }

  private static Map<String, String> content(Path zip) throws Exception {
    Map<String, String> content = new TreeMap<>();
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : Collections.list(file.entries())) {
        try (var in = file.getInputStream(entry)) {
          content.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return content;
  }
}
