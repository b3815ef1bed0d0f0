package dev.terakoya.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.db.Database;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.SectionTrace;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of progress when notes change: real notes, real questions, real databases. */
abstract class ContinuityContract {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
  private static final Glossary GLOSSARY = Glossary.of(List.of());
  private static final String NOTE =
      """
      # Keibi

      ## 見回り

      - 見回りの間隔のデフォルトは 40 分
      - 見回りの記録の保持期間はデフォルトで 4 日

      ## Kinesis

      - Kinesis Data Streams の保持期間はデフォルトで 24 時間
      - Lambda の最大実行時間は 15 分
      """;

  private final Learner ann = new Learner("T1", "UANN");
  @TempDir Path folder;
  private Path notes;
  private Database database;
  private AnswerBook book;
  private List<Question> questions = List.of();

  /** The URL of a new, empty database. */
  abstract String newUrl();

  @BeforeEach
  void open() throws IOException {
    database = Database.open(newUrl());
    book = new AnswerBook(database);
    notes = Files.createDirectory(folder.resolve("notes"));
    write(NOTE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Writes the note anew, and lets the program find out. */
  private Continuity.Followed write(String text) throws IOException {
    Files.writeString(notes.resolve("messages.md"), text);
    NotesFolder read = new NotesFolder(notes);
    List<SectionTrace> traces = new ArrayList<>();
    read.read(note -> note.sections().stream().map(SectionTrace::of).forEach(traces::add));
    questions = Quiz.of(read, GLOSSARY).questions();
    return new Continuity(database).follow(traces, questions, NOW);
  }

  private Question about(String sentence) {
    return questions.stream()
        .filter(q -> q.source().text().contains(sentence))
        .findFirst()
        .orElseThrow();
  }

  /** Answers the question about the rounds rightly. */
  private AskedId answered() {
    Question question = about("見回りの間隔");
    AskedId id = book.ask("T1", question, NOW).id();
    book.answer(ann, id, question.answer(), NOW, "r1");
    return id;
  }

  private boolean remembered(Question question) {
    return database
        .read("reading memories", handle -> Memories.of(handle, ann))
        .containsKey(question.fact());
  }

  private Verdict pressed(AskedId id) {
    return book.answer(new Learner("T1", "UBEN"), id, 0, NOW, "r2");
  }

  @Test
  void aRewordedLineKeepsTheMemoryAndIsAskedAnew() throws Exception {
    Question before = about("見回りの間隔");
    AskedId id = answered();
    Continuity.Followed followed =
        write(NOTE.replace("見回りの間隔のデフォルトは 40 分", "見回りの間隔は、デフォルトでは 40 分になる"));
    Question after = about("見回りの間隔");
    assertThat(followed).isEqualTo(new Continuity.Followed(1, 0));
    assertThat(after.fact()).isNotEqualTo(before.fact());
    assertThat(remembered(after)).isTrue();
    assertThat(book.asked(id).orElseThrow().question().source().section())
        .isEqualTo(after.source().section());
    assertThat(pressed(id)).isNotInstanceOf(Verdict.Withdrawn.class);
  }

  @Test
  void aChangedNumberWithdrawsTheOldQuestionAndCarriesNothing() throws Exception {
    AskedId id = answered();
    Continuity.Followed followed = write(NOTE.replace("デフォルトは 40 分", "デフォルトは 45 分"));
    assertThat(followed).isEqualTo(new Continuity.Followed(0, 1));
    assertThat(remembered(about("見回りの間隔"))).isFalse();
    assertThat(pressed(id)).isInstanceOf(Verdict.Withdrawn.class);
  }

  @Test
  void aDeletedLineWithdrawsItsQuestionUntilItComesBack() throws Exception {
    AskedId id = answered();
    write(NOTE.replace("- 見回りの間隔のデフォルトは 40 分\n", ""));
    assertThat(pressed(id)).isInstanceOf(Verdict.Withdrawn.class);
    assertThat(write(NOTE)).isEqualTo(new Continuity.Followed(0, 0));
    assertThat(pressed(id)).isNotInstanceOf(Verdict.Withdrawn.class);
    assertThat(remembered(about("見回りの間隔"))).isTrue();
  }

  @Test
  void aSectionUnderAnotherHeadingAndInAnotherPlaceKeepsTheMemory() throws Exception {
    answered();
    int half = NOTE.indexOf("## 見回り");
    int end = NOTE.indexOf("## Kinesis");
    String moved = NOTE.substring(0, half) + NOTE.substring(end);
    String section = NOTE.substring(half, end).replace("## 見回り", "## 見回り の基本");
    write(moved + "\n" + section);
    assertThat(remembered(about("見回りの間隔"))).isTrue();
  }

  @Test
  void thereAndBackAgainAndAsOftenAsOneLikes() throws Exception {
    answered();
    String other = NOTE.replace("デフォルトは 40 分", "デフォルトの値は 40 分");
    for (int i = 0; i < 3; i++) {
      write(other);
      assertThat(remembered(about("見回りの間隔"))).isTrue();
      assertThat(write(NOTE).gone()).isZero();
      assertThat(remembered(about("見回りの間隔"))).isTrue();
    }
  }

  @Test
  void twoReplicasThatFollowTheSameChangeDecideOnce() throws Exception {
    answered();
    String other = NOTE.replace("デフォルトは 40 分", "デフォルトの値は 40 分");
    assertThat(write(other).renamed()).isEqualTo(1);
    assertThat(write(other)).isEqualTo(new Continuity.Followed(0, 0));
    assertThat(remembered(about("見回りの間隔"))).isTrue();
  }
}
