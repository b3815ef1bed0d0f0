package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.terakoya.playground.FakeSlack;
import dev.terakoya.playground.Message;
import org.junit.jupiter.api.Test;

class ShortcutRoutesTest extends OnStand {
  @Test
  void theTermsOfAMessageAreATapAway() {
    JsonObject window = shortcut("NLB と ALB はどう違うんでしたっけ。NLB は L4？");
    assertThat(window.toString()).contains("\"value\":\"NLB\"").contains("\"value\":\"ALB\"");
    String id = window.get("id").getAsString();
    stand.slack.pressInView(USER, id, FakeSlack.Press.on("look_up_term_1"));
    Stand.until(() -> modal().toString().contains("パスやホスト名でルールを書ける"));
    stand.slack.pressInView(USER, id, FakeSlack.Press.on("look_up_term_0"));
    Stand.until(() -> modal().toString().contains("固定 IP アドレスを持てる"));
  }

  @Test
  void aSingleTermIsAnsweredAtOnce() {
    assertThat(shortcut("ALB 難しい").toString()).contains("パスやホスト名でルールを書ける");
  }

  @Test
  void aTermWithoutANoteSaysSo() {
    assertThat(shortcut("Amazon Comprehend を触った").toString()).contains("見つかりませんでした");
  }

  @Test
  void aMessageWithoutTermsSaysSo() {
    assertThat(shortcut("おはようございます").toString()).contains("用語集");
  }

  @Test
  void theQuestionShortcutAsksByDirectMessage() {
    assertThat(stand.slack.shortcut(USER, "quiz_me").ok()).isTrue();
    Stand.until(() -> !stand.slack.messages(stand.slack.im(USER), USER).isEmpty());
    Message question = stand.slack.messages(stand.slack.im(USER), USER).getFirst();
    assertThat(question.text()).isNotBlank();
  }

  private JsonObject shortcut(String text) {
    stand.slack.say(USER, CHANNEL, text, "");
    Message message = stand.slack.messages(CHANNEL, USER).getLast();
    assertThat(stand.slack.messageShortcut(USER, message, "look_up_message").ok()).isTrue();
    Stand.until(() -> stand.slack.modal(USER).isPresent());
    return modal();
  }

  private JsonObject modal() {
    return stand.slack.modal(USER).orElseThrow();
  }
}
