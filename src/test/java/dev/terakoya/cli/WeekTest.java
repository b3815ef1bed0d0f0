package dev.terakoya.cli;

import static dev.terakoya.cli.PretendWorkspace.CHANNEL;
import static dev.terakoya.cli.PretendWorkspace.EMMA;
import static dev.terakoya.cli.PretendWorkspace.SATO;
import static dev.terakoya.cli.PretendWorkspace.SUZUKI;
import static dev.terakoya.cli.PretendWorkspace.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Learner;
import dev.terakoya.playground.Message;
import dev.terakoya.playground.Workspace;
import dev.terakoya.quiz.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A week of a team: approval, answers, reminders, the digest, and a note that is edited. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WeekTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final String LINE = "- 見回りの間隔のデフォルトは ==40 分==";
  private static final String NOTE =
      """
      # Keibi

      ## 見回り

      %s

      # メッセージ

      ## SQS

      - SQS のメッセージの保持期間はデフォルトで 4 日
      - SQS のメッセージの最大サイズは 256 KB

      # サーバーレス

      ## Lambda

      - Lambda の最大実行時間は 15 分
      - Lambda のメモリは最大 10 GB
      - API Gateway の統合タイムアウトのデフォルトは 29 秒
      """;

  private PretendWorkspace workspace;
  private Path note;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    Path notes = Files.createDirectory(folder.resolve("notes"));
    note = notes.resolve("study.md");
    Files.writeString(note, NOTE.formatted(LINE));
    workspace = new PretendWorkspace(notes, folder);
    eventually(() -> workspace.wiring.daily().next(workspace.clock.instant()).isPresent());
  }

  @AfterAll
  void close() {
    workspace.close();
  }

  private List<Message> direct(String user) {
    return workspace.slack.messages(workspace.slack.im(user), user);
  }

  private Message lastDirect(String user, String text) {
    eventually(() -> direct(user).stream().anyMatch(m -> m.json().toString().contains(text)));
    return direct(user).reversed().stream()
        .filter(m -> m.json().toString().contains(text))
        .findFirst()
        .orElseThrow();
  }

  private void settings(String values) {
    workspace.slack.command(SATO, CHANNEL, "/aws", "daily");
    eventually(() -> workspace.slack.modal(SATO).isPresent());
    JsonObject changed = JsonParser.parseString(values).getAsJsonObject();
    assertThat(workspace.slack.submit(SATO, changed)).isEqualTo(new JsonObject());
  }

  private Message posted() {
    workspace.nextQuestion();
    return workspace.seenBy(EMMA).reversed().stream()
        .filter(m -> m.text().startsWith("今日の一問"))
        .findFirst()
        .orElseThrow();
  }

  private LocalDate today() {
    return workspace.clock.instant().atZone(TOKYO).toLocalDate();
  }

  @Test
  @Order(1)
  void withApprovalTheNextCandidateIsOneTapAwayAndWhatIsApprovedIsPosted() {
    settings(
        """
        {"approval": {"approval": {"selected_options": [{"value": "approval"}]}},
         "exam": {"exam": {"selected_date": "2099-03-01"}},
         "weights": {"weights": {"value": "メッセージ=2"}}}
        """);
    workspace.wiring.daily().tick();
    Message first = lastDirect(SATO, "候補");
    assertThat(direct(SUZUKI)).isEmpty();
    String before = first.text();
    workspace.slack.press(SATO, first, "daily_next");
    eventually(() -> !direct(SATO).getLast().text().equals(before));
    Message second = direct(SATO).getLast();
    workspace.slack.press(SATO, second, "daily_approve");
    eventually(() -> direct(SATO).getLast().text().contains("決まりました"));
    assertThat(posted().text()).contains("#1", second.text());
  }

  @Test
  @Order(2)
  void threePeopleAnswerAndEachWeekIsReviewedOnceTheSecondWithAChart() {
    settings("{\"approval\": {\"approval\": {\"selected_options\": []}}}");
    do {
      Message question = posted();
      for (String user : List.of(SATO, SUZUKI, EMMA)) {
        workspace.slack.press(user, question, "quiz_answer_0");
        eventually(() -> user.equals(workspace.seenBy(user).getLast().onlyFor()));
      }
      workspace.clock.forwardTo(
          workspace.wiring.daily().nextClosing(workspace.clock.instant()).orElseThrow());
      workspace.wiring.daily().tick();
      workspace.wiring.daily().tick();
    } while (digests().size() < 2);
    assertThat(today().getDayOfWeek()).isBetween(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(digests()).hasSize(2);
    String digest = digests().getLast().blocks().toString();
    assertThat(digest)
        .contains("data_visualization", "今週の問題", "先週")
        .doesNotContain(SATO, SUZUKI, EMMA, "佐藤", "鈴木");
    assertThat(workspace.slack.refused()).isEmpty();
  }

  private List<Message> digests() {
    return workspace.seenBy(EMMA).stream().filter(m -> m.text().startsWith("今週の一問")).toList();
  }

  @Test
  @Order(3)
  void aReminderComesAtTheChosenTimeOnceAndOnlyToWhoChoseIt() {
    workspace.slack.openHome(SUZUKI);
    eventually(() -> workspace.slack.home(SUZUKI).isPresent());
    assertThat(direct(SUZUKI)).isEmpty();
    workspace.slack.pressHome(SUZUKI, "home_remind", "08:00");
    eventually(() -> workspace.slack.home(SUZUKI).orElseThrow().toString().contains("08:00"));
    Instant morning =
        today()
            .plusDays(40)
            .atTime(8, 1)
            .atZone(Workspace.pretend(List.of(), List.of()).zone())
            .toInstant();
    workspace.clock.forwardTo(morning);
    eventually(() -> {
      workspace.wiring.daily().tick();
      return direct(SUZUKI).stream().anyMatch(m -> m.text().contains("復習が"));
    });
    workspace.wiring.daily().tick();
    assertThat(direct(SUZUKI)).filteredOn(m -> m.text().contains("復習が")).hasSize(1);
    assertThat(direct(EMMA)).isEmpty();
  }

  @Test
  @Order(4)
  void aSlipIsTakenBack() {
    workspace.slack.press(SUZUKI, lastDirect(SUZUKI, "復習が"), "home_quiz");
    Message question = lastDirect(SUZUKI, "quiz_skip");
    workspace.slack.press(SUZUKI, question, "quiz_answer_0");
    Message verdict = lastDirect(SUZUKI, "quiz_undo");
    workspace.slack.press(SUZUKI, verdict, "quiz_undo");
    eventually(() -> direct(SUZUKI).getLast().json().toString().contains("quiz_answer_0"));
  }

  @Test
  @Order(5)
  void anEditedLineKeepsWhatIsRememberedAndAChangedNumberDoesNot() throws Exception {
    String before = fact();
    remember(before);
    assertThat(remembered(before)).isPositive();
    edit("- 見回りの間隔は、デフォルトでは ==40 分== になる");
    String after = fact();
    assertThat(after).isNotEqualTo(before);
    assertThat(remembered(after)).isPositive();
    edit("- 見回りの間隔は、デフォルトでは ==45 分== になる");
    assertThat(remembered(fact())).isZero();
  }

  private String fact() {
    return workspace.study.quiz().questions().stream()
        .filter(q -> q.source().text().contains("見回り"))
        .findFirst()
        .orElseThrow()
        .fact();
  }

  /** Lets somebody answer the question about a fact. */
  private void remember(String fact) {
    AnswerBook book = new AnswerBook(workspace.database);
    Question question =
        workspace.study.quiz().questions().stream()
            .filter(q -> q.fact().equals(fact))
            .findFirst()
            .orElseThrow();
    Asked asked = book.ask("T", question, workspace.clock.instant());
    book.answer(
        new Learner("T", "U"), asked.id(), question.answer(), workspace.clock.instant(), "r");
  }

  private int remembered(String fact) {
    return workspace.database.read(
        "counting memories",
        handle ->
            handle
                .select("select count(*) from memory where team = 'T' and fact = ?", fact)
                .mapTo(int.class)
                .one());
  }

  private void edit(String line) throws Exception {
    String before = fact();
    Files.writeString(note, NOTE.formatted(line));
    workspace.study.refresh();
    eventually(() -> !fact().equals(before));
  }

  @Test
  @Order(6)
  void slackWouldHaveRefusedNothing() {
    assertThat(workspace.slack.refused()).isEmpty();
  }
}
