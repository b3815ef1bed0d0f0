package dev.terakoya.cli;

import static dev.terakoya.cli.PretendWorkspace.CHANNEL;
import static dev.terakoya.cli.PretendWorkspace.EMMA;
import static dev.terakoya.cli.PretendWorkspace.SATO;
import static dev.terakoya.cli.PretendWorkspace.SUZUKI;
import static dev.terakoya.cli.PretendWorkspace.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.playground.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A day in the pretend workspace, from the first look-up to the closed question. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkspaceTest {
  private PretendWorkspace workspace;

  @BeforeAll
  void open(@TempDir Path folder) {
    workspace = new PretendWorkspace(Path.of("notes"), folder);
  }

  @AfterAll
  void close() {
    workspace.close();
  }

  private Message last(String user) {
    return workspace.seenBy(user).getLast();
  }

  @Test
  @Order(1)
  void aLookUpAnswersPrivatelyWithTheSection() {
    workspace.slack.command(SATO, CHANNEL, "/aws", "NLB");
    assertThat(last(SATO).blocks().toString()).contains("NLB", "network/elb.md");
    assertThat(workspace.seenBy(SUZUKI)).isEmpty();
  }

  @Test
  @Order(2)
  void somethingUnknownIsSaidToBeUnknown() {
    workspace.slack.command(SATO, CHANNEL, "/aws", "wakizashi");
    assertThat(last(SATO).text()).contains("見つかりませんでした");
  }

  @Test
  @Order(3)
  void anEnglishReaderIsAnsweredInEnglish() {
    workspace.slack.command(EMMA, CHANNEL, "/aws", "help");
    eventually(() -> {
      workspace.slack.command(EMMA, CHANNEL, "/aws", "help");
      return last(EMMA).text().startsWith("How to use");
    });
  }

  @Test
  @Order(4)
  void anAnswerIsSharedByWhoeverAskedAndTakenBack() {
    workspace.slack.command(SATO, CHANNEL, "/aws", "NLB");
    workspace.slack.press(SATO, last(SATO), "lookup_share");
    eventually(() -> !workspace.seenBy(SUZUKI).isEmpty());
    assertThat(last(SUZUKI).text()).contains("<@" + SATO + ">");
    workspace.slack.press(SATO, last(SUZUKI), "lookup_unshare");
    eventually(() -> workspace.seenBy(SUZUKI).isEmpty());
  }

  @Test
  @Order(5)
  void theDailyQuestionIsPostedOnce() {
    workspace.nextQuestion();
    workspace.wiring.daily().tick();
    assertThat(workspace.seenBy(SUZUKI)).hasSize(1);
    assertThat(last(SUZUKI).text()).startsWith("今日の一問");
  }

  @Test
  @Order(6)
  void aPressIsAnsweredPrivatelyAndCountsOnce() {
    Message question = last(SUZUKI);
    workspace.slack.press(SUZUKI, question, "quiz_answer_0");
    eventually(() -> last(SUZUKI).text().contains("正解です"));
    workspace.slack.press(SUZUKI, question, "quiz_answer_1");
    eventually(() -> last(SUZUKI).text().contains("回答済み"));
    eventually(() -> question(SATO).blocks().toString().contains("1 人が回答済み"));
  }

  private Message question(String user) {
    List<Message> posts =
        workspace.seenBy(user).stream().filter(m -> m.text().startsWith("今日の一問")).toList();
    return posts.getFirst();
  }

  @Test
  @Order(7)
  void homeShowsOnesOwnRecord() {
    workspace.slack.openHome(SUZUKI);
    eventually(() -> workspace.slack.home(SUZUKI).toString().contains("自分の記録"));
    assertThat(workspace.slack.home(SUZUKI).toString()).contains("回答済み");
    workspace.slack.openHome(SATO);
    eventually(() -> workspace.slack.home(SATO).toString().contains("寺子屋へようこそ"));
  }

  @Test
  @Order(8)
  void theQuestionIsClosedWithTheAnswerAndNoNames() {
    workspace.clock.forwardTo(
        workspace.wiring.daily().nextClosing(workspace.clock.instant()).orElseThrow());
    workspace.wiring.daily().tick();
    Message closed =
        workspace.seenBy(SATO).stream()
            .filter(m -> m.text().contains("締め切りました"))
            .findFirst()
            .orElseThrow();
    assertThat(closed.blocks().toString()).contains("✓", "100 %").doesNotContain(SUZUKI);
  }

  @Test
  @Order(9)
  void onesRecordIsSentAndForgotten() {
    workspace.slack.command(SUZUKI, CHANNEL, "/aws", "export-me");
    eventually(() ->
        workspace.slack.calls().stream()
            .anyMatch(c -> c.method().equals("files.completeUploadExternal")));
    workspace.slack.command(SUZUKI, CHANNEL, "/aws", "forget-me");
    workspace.slack.press(SUZUKI, last(SUZUKI), "forget_me");
    eventually(() -> last(SUZUKI).text().contains("消しました"));
    workspace.slack.openHome(SUZUKI);
    eventually(() -> workspace.slack.home(SUZUKI).toString().contains("寺子屋へようこそ"));
  }

  @Test
  @Order(10)
  void theDailyQuestionsSettingsOpenAndAreChanged() {
    workspace.slack.command(SATO, CHANNEL, "/aws", "daily");
    eventually(() -> workspace.slack.modal(SATO).isPresent());
    assertThat(workspace.slack.modal(SATO).toString()).contains("Asia/Tokyo");
  }

  @Test
  @Order(11)
  void slackWouldHaveRefusedNothing() {
    assertThat(workspace.slack.refused()).isEmpty();
  }
}
