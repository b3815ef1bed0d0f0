package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.terakoya.playground.Call;
import dev.terakoya.playground.Delivery;
import dev.terakoya.playground.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRoutesTest extends OnStand {
  @Test
  void aMentionIsAnsweredInItsThread() {
    stand.slack.say(USER, CHANNEL, "@Terakoya NLBとは", "");
    Message answer = answers(CHANNEL, 1).getFirst();
    assertThat(answer.thread()).isEqualTo(stand.slack.messages(CHANNEL, USER).getFirst().ts());
    assertThat(answer.text()).contains("NLB").contains("network.md:3");
    assertThat(answer.blocks().toString()).contains("固定 IP アドレスを持てる");
    assertThat(answer.onlyFor()).isNull();
  }

  @Test
  void aMentionWithinAThreadIsAnsweredThere() {
    String thread = stand.slack.say(USER, CHANNEL, "@Terakoya ALB", "").orElseThrow().body();
    assertThat(thread).isEmpty();
    String first = stand.slack.messages(CHANNEL, USER).getFirst().ts();
    stand.slack.say(USER, CHANNEL, "@Terakoya NLB", first);
    assertThat(answers(CHANNEL, 2)).extracting(Message::thread).containsOnly(first);
  }

  @Test
  void aMentionWithoutWordsIsToldHowToAsk() {
    stand.slack.say(USER, CHANNEL, "@Terakoya", "");
    assertThat(answers(CHANNEL, 1).getFirst().text()).contains("/aws NLB");
  }

  @Test
  void aDirectMessageIsAnsweredWhereItStands() {
    stand.slack.say(USER, stand.slack.im(USER), "ALB って何 &", "");
    Message answer = answers(stand.slack.im(USER), 1).getFirst();
    assertThat(answer.text()).contains("ALB");
    assertThat(answer.thread()).isEmpty();
  }

  @Test
  void aDirectMessageThatAsksForAQuestionGetsOne() {
    stand.slack.say(USER, stand.slack.im(USER), "quiz", "");
    assertThat(answers(stand.slack.im(USER), 1)).hasSize(1);
  }

  @Test
  void whoAsksBeforeTheQuestionsAreMadeIsToldSo() {
    stand.made = false;
    stand.slack.say(USER, stand.slack.im(USER), "quiz", "");
    assertThat(answers(stand.slack.im(USER), 1).getFirst().text()).contains("数秒後に");
  }

  @Test
  void whatIsDeliveredTwiceIsAnsweredOnce() {
    Delivery first = stand.slack.say(USER, CHANNEL, "@Terakoya NLB", "").orElseThrow();
    assertThat(stand.slack.again(first).ok()).isTrue();
    assertThat(stand.slack.again(first).ok()).isTrue();
    stand.slack.say(USER, CHANNEL, "@Terakoya ALB", "");
    answers(CHANNEL, 2);
    stand.later.close();
    assertThat(answers(CHANNEL, 2)).hasSize(2);
  }

  @Test
  void botsEditsAndOtherKindsOfMessagesAreNotAnswered() {
    String im = stand.slack.im(USER);
    send(im, "'text':'NLB','user':'U0SATO','bot_id':'B1'");
    send(im, "'text':'NLB','subtype':'bot_message','bot_id':'B1'");
    send(im, "'text':'NLB','user':'U0SATO','edited':{'user':'U0SATO','ts':'1.0'}");
    send(
        im,
        "'subtype':'message_changed','message':{'text':'NLB','user':'U0SATO','ts':'1.0'},"
            + "'previous_message':{'text':'NL','user':'U0SATO','ts':'1.0'}");
    send(im, "'subtype':'file_share','text':'NLB','user':'U0SATO','files':[]");
    stand.slack.say(USER, im, "ALB", "");
    stand.later.close();
    assertThat(ofBot(im)).hasSize(1);
  }

  private void send(String im, String fields) {
    String json =
        "{'type':'message','channel':'" + im + "','channel_type':'im','ts':'2.0'," + fields + "}";
    JsonObject event = JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
    assertThat(stand.slack.event(event).ok()).isTrue();
  }

  @Test
  void theEndOfATokenIsAskedOfSlackNotBelieved() {
    JsonObject event =
        JsonParser.parseString("{\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":[\"U1\"]}}")
            .getAsJsonObject();
    assertThat(stand.slack.event(event).ok()).isTrue();
    Stand.until(() -> stand.slack.calls().stream().map(Call::method).anyMatch("auth.test"::equals));
    stand.slack.say(USER, CHANNEL, "@Terakoya NLB", "");
    assertThat(answers(CHANNEL, 1)).hasSize(1);
  }

  private List<Message> answers(String channel, int count) {
    Stand.until(() -> ofBot(channel).size() >= count);
    return ofBot(channel);
  }

  private List<Message> ofBot(String channel) {
    return stand.slack.messages(channel, USER).stream()
        .filter(m -> m.user().equals("U0TERAKOYA"))
        .toList();
  }
}
