package dev.terakoya.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeSlackTest {
  private static final String SATO = "U0SATO";
  private static final String EMMA = "U0EMMA";
  private static final String STUDY = "C0STUDY";
  private final DemoApp.Time time = new DemoApp.Time();
  private final FakeSlack slack = FakeSlack.start(0, DemoApp.SECRET, DemoApp.workspace(), time);
  private DemoApp app;

  @BeforeEach
  void start() throws Exception {
    app = DemoApp.start(slack);
  }

  @AfterEach
  void stop() {
    app.close();
    slack.close();
  }

  @Test
  void showsTheAnswerToACommandToOneMemberOnly() {
    Delivery delivery = slack.command(SATO, STUDY, "/aws", "NLB");
    assertThat(delivery.ok()).isTrue();
    assertThat(texts(STUDY, SATO))
        .containsExactly("NLB（Network Load Balancer）: L4 で動く。静的 IP を AZ ごとに 1 つ。");
    assertThat(texts(STUDY, EMMA)).isEmpty();
    assertThat(slack.refused()).isEmpty();
  }

  @Test
  void showsOneMemberAnAnswerThatSlackWouldRefuse() {
    slack.command(SATO, STUDY, "/aws", "bad");
    assertThat(slack.refused()).singleElement().asString().contains("unsupported type: poem");
    assertThat(slack.messages(STUDY, SATO))
        .singleElement()
        .extracting(Message::user)
        .isEqualTo("USLACKBOT");
  }

  @Test
  void tellsWhenTheAppDoesNotAnswer() {
    app.close();
    Delivery delivery = slack.command(SATO, STUDY, "/aws", "NLB");
    assertThat(delivery.status()).isZero();
    assertThat(texts(STUDY, SATO)).singleElement().asString().contains("operation_timeout");
  }

  @Test
  void signsSoThatAnotherSecretIsRefused() {
    try (FakeSlack other = FakeSlack.start(0, "another", DemoApp.workspace(), time)) {
      other.app(URI.create("http://127.0.0.1:" + appPort() + "/slack/events"));
      assertThat(other.command(SATO, STUDY, "/aws", "NLB").status()).isEqualTo(401);
    }
  }

  private int appPort() {
    return app.port();
  }

  @Test
  void updatesAQuestionInPlaceAndAnswersPrivately() {
    app.ask();
    Message question = slack.messages(STUDY, SATO).getFirst();
    assertThat(slack.press(SATO, question, "answer0").ok()).isTrue();
    Message after = slack.messages(STUDY, EMMA).getFirst();
    assertThat(after.ts()).isEqualTo(question.ts());
    assertThat(after.json().toString()).contains("1 人が回答済み");
    assertThat(slack.messages(STUDY, SATO)).hasSize(2);
    assertThat(slack.messages(STUDY, EMMA)).hasSize(1);
    JsonObject payload = app.received.getLast();
    assertThat(payload.keySet())
        .contains("message", "container", "response_url", "trigger_id", "state");
    JsonObject action = Json.objects(payload, "actions").toList().getFirst();
    assertThat(Json.text(action, "value")).isEqualTo("0");
  }

  @Test
  void sharesAPrivateAnswerAndTakesItAway() {
    slack.command(SATO, STUDY, "/aws", "NLB");
    slack.press(SATO, slack.messages(STUDY, SATO).getFirst(), "share");
    assertThat(app.received.getLast().has("message"))
        .as("ephemeral messages are not sent along")
        .isFalse();
    assertThat(slack.messages(STUDY, EMMA)).singleElement().extracting(Message::onlyFor).isNull();
    assertThat(slack.messages(STUDY, SATO)).hasSize(1);
  }

  @Test
  void aResponseUrlWorksFiveTimesInHalfAnHour() {
    slack.command(SATO, STUDY, "/aws", "NLB");
    String url = Json.text(app.received.getLast(), "response_url");
    for (int i = 0; i < 5; i++) {
      app.respond(url, Json.of("text", "more " + i));
    }
    assertThat(Json.text(app.respond(url, Json.of("text", "too many")), "error"))
        .isEqualTo("used_url");
    slack.command(SATO, STUDY, "/aws", "NLB");
    String late = Json.text(app.received.getLast(), "response_url");
    time.now = time.now.plus(Duration.ofMinutes(31));
    assertThat(Json.text(app.respond(late, Json.of("text", "late")), "error"))
        .isEqualTo("expired_url");
    assertThat(texts(STUDY, SATO)).contains("more 4").doesNotContain("too many", "late");
  }

  @Test
  void aTriggerOpensOneModalWithinThreeSeconds() {
    slack.command(SATO, STUDY, "/aws", "form");
    assertThat(slack.modal(SATO)).isPresent();
    assertThat(slack.modal(EMMA)).isEmpty();
    String trigger = Json.text(app.received.getLast(), "trigger_id");
    JsonObject view = Json.parse(DemoApp.sample("form.json"));
    assertThat(error("views.open", Json.of("trigger_id", trigger, "view", view)))
        .isEqualTo("exchanged_trigger_id");
    slack.command(SATO, STUDY, "/aws", "NLB");
    String late = Json.text(app.received.getLast(), "trigger_id");
    time.now = time.now.plusSeconds(4);
    assertThat(error("views.open", Json.of("trigger_id", late, "view", view)))
        .isEqualTo("expired_trigger_id");
  }

  @Test
  void aModalAsksAgainUntilItIsFilledIn() {
    slack.command(SATO, STUDY, "/aws", "form");
    assertThat(slack.submit(SATO, new JsonObject()).toString()).isEqualTo("{\"why\":\"required\"}");
    JsonObject refused = Json.of("why", Json.of("why", Json.of("value", "25:00 に")));
    assertThat(slack.submit(SATO, refused).toString()).contains("もう少し詳しく");
    JsonObject good = Json.of("why", Json.of("why", Json.of("value", "朝会のあとに")));
    assertThat(slack.submit(SATO, good).isEmpty()).isTrue();
    assertThat(slack.modal(SATO)).isEmpty();
    JsonObject values =
        Json.object(Json.object(Json.object(app.received.getLast(), "view"), "state"), "values");
    assertThat(Json.text(Json.object(Json.object(values, "time"), "time"), "selected_time"))
        .isEqualTo("09:00");
    assertThat(Json.text(Json.object(Json.object(values, "why"), "why"), "value"))
        .isEqualTo("朝会のあとに");
  }

  @Test
  void mentionsAndDirectMessagesAreEventsOtherTalkIsNot() {
    assertThat(slack.say(SATO, STUDY, "こんにちは", "")).isEmpty();
    assertThat(slack.say(SATO, STUDY, "@Terakoya NLB とは", "")).isPresent();
    JsonObject mention = Json.object(app.received.getLast(), "event");
    assertThat(Json.text(mention, "type")).isEqualTo("app_mention");
    assertThat(Json.text(mention, "text")).isEqualTo("<@U0TERAKOYA> NLB とは");
    assertThat(slack.say(SATO, slack.im(SATO), "<!channel> NLB", "")).isPresent();
    JsonObject direct = Json.object(app.received.getLast(), "event");
    assertThat(Json.text(direct, "channel_type")).isEqualTo("im");
    assertThat(Json.text(direct, "text")).isEqualTo("&lt;!channel&gt; NLB");
    assertThat(slack.messages(STUDY, EMMA).getLast().thread()).isEqualTo(Json.text(mention, "ts"));
  }

  @Test
  void aRetryCarriesTheSameEvent() {
    Delivery first = slack.openHome(SATO);
    Delivery again = slack.again(first);
    assertThat(again.ok()).isTrue();
    assertThat(app.received.get(0).get("event_id")).isEqualTo(app.received.get(1).get("event_id"));
    assertThat(slack.home(SATO)).isPresent();
  }

  @Test
  void answersTheOfficialClient() throws Exception {
    MethodsClient client = client();
    assertThat(client.authTest(r -> r).getBotId()).isEqualTo(Workspace.BOT);
    var posted =
        client.chatPostMessage(r ->
            r.channel(STUDY)
                .text("問題")
                .metadata(new com.slack.api.model.Message.Metadata("daily", Map.of("day", "1"))));
    assertThat(posted.getError()).isNull();
    var history = client.conversationsHistory(r -> r.channel(STUDY).includeAllMetadata(true));
    assertThat(history.getMessages().getFirst().getMetadata().getEventPayload())
        .isEqualTo(Map.of("day", "1"));
    assertThat(
            client
                .conversationsHistory(r -> r.channel(STUDY))
                .getMessages()
                .getFirst()
                .getMetadata())
        .isNull();
    assertThat(client.chatUpdate(r -> r.channel(STUDY).ts(posted.getTs()).text("x")).isOk())
        .isTrue();
    var uploaded =
        client.filesUploadV2(r -> r.channel(STUDY).filename("a.csv").content("a,b").title("表"));
    assertThat(slack.file(uploaded.getFile().getId())).asString().isEqualTo("a,b");
    assertThat(client.usersInfo(r -> r.user(EMMA).includeLocale(true)).getUser().getLocale())
        .isEqualTo("en-US");
    assertThat(client.conversationsOpen(r -> r.users(List.of(SATO))).getChannel().getId())
        .isEqualTo(slack.im(SATO));
    assertThat(
            client.chatGetPermalink(r -> r.channel(STUDY).messageTs(posted.getTs())).getPermalink())
        .contains(STUDY);
    assertThat(client.chatDelete(r -> r.channel(STUDY).ts(posted.getTs())).isOk()).isTrue();
    assertThat(slack.calls().getLast().method()).isEqualTo("chat.delete");
  }

  @Test
  void refusesAsSlackRefuses() throws Exception {
    MethodsClient client = client();
    assertThat(client.chatPostMessage(r -> r.channel("C404").text("x")).getError())
        .isEqualTo("channel_not_found");
    assertThat(client.chatPostMessage(r -> r.channel("C0NOBOT").text("x")).getError())
        .isEqualTo("not_in_channel");
    assertThat(client.chatPostMessage(r -> r.channel(STUDY)).getError()).isEqualTo("no_text");
    assertThat(client.chatPostMessage(r -> r.channel(STUDY).text("x".repeat(40_001))).getError())
        .isEqualTo("msg_too_long");
    assertThat(client.chatUpdate(r -> r.channel(STUDY).ts("1.2").text("x")).getError())
        .isEqualTo("message_not_found");
    slack.say(SATO, STUDY, "mine", "");
    String ts = slack.messages(STUDY, SATO).getLast().ts();
    assertThat(client.chatUpdate(r -> r.channel(STUDY).ts(ts).text("x")).getError())
        .isEqualTo("cant_update_message");
    assertThat(client.usersInfo(r -> r.user("U404")).getError()).isEqualTo("user_not_found");
    assertThat(client.emojiList(r -> r).getError()).isEqualTo("unknown_method");
    var bad =
        client.chatPostMessage(
            r -> r.channel(STUDY).text("x").blocksAsString("[{\"type\":\"poem\"}]"));
    assertThat(bad.getError()).isEqualTo("invalid_blocks");
    assertThat(bad.getResponseMetadata().getMessages())
        .singleElement()
        .asString()
        .contains("/blocks/0/type");
  }

  /** Not with the official client: OkHttp sends a lost POST once more by itself. */
  @Test
  void failsOnRequest() {
    plan(
        new Faults.Fault.TooMany(Duration.ofSeconds(7)),
        new Faults.Fault.LostReply(),
        new Faults.Fault.Reset(),
        new Faults.Fault.ServerError(),
        new Faults.Fault.Html(),
        new Faults.Fault.Refusal("is_archived"));
    assertThat(post().headers().firstValue("Retry-After")).contains("7");
    assertThatThrownBy(this::post).hasCauseInstanceOf(java.io.IOException.class);
    assertThat(slack.messages(STUDY, SATO)).as("the work was done").hasSize(1);
    assertThatThrownBy(this::post).hasCauseInstanceOf(java.io.IOException.class);
    assertThat(slack.messages(STUDY, SATO)).as("nothing was done").hasSize(1);
    assertThat(post().statusCode()).isEqualTo(500);
    assertThat(post().body()).startsWith("<html>");
    assertThat(post().body()).contains("is_archived");
    assertThat(post().body()).contains("\"ok\":true");
  }

  @Test
  void hangsOnRequest() {
    plan(new Faults.Fault.Hang());
    assertThatThrownBy(this::post).hasCauseInstanceOf(java.net.http.HttpTimeoutException.class);
  }

  private void plan(Faults.Fault... faults) {
    for (Faults.Fault fault : faults) {
      slack.faults().next("chat.postMessage", 1, fault);
    }
  }

  private HttpResponse<String> post() {
    HttpRequest request =
        HttpRequest.newBuilder(slack.api().resolve("chat.postMessage"))
            .timeout(Duration.ofMillis(700))
            .header("Authorization", "Bearer " + Workspace.BOT_TOKEN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("channel=" + STUDY + "&text=x"))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void letsOnlyThisMachineIn() throws Exception {
    assertThat(status("/", "Origin", "http://evil.example")).isEqualTo(403);
    assertThat(status("/playground/state?user=U0SATO", "Origin", "null")).isEqualTo(403);
    assertThat(status("/", "Origin", "http://127.0.0.1:" + slack.port())).isEqualTo(200);
    assertThat(status("/../Door.class", "Accept", "*/*")).isNotEqualTo(200);
  }

  private int status(String path, String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + slack.port() + path))
            .header(header, value)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private String error(String method, JsonObject arguments) {
    return Json.text(app.call(method, arguments), "error");
  }

  private List<String> texts(String channel, String user) {
    return slack.messages(channel, user).stream().map(Message::text).toList();
  }

  private MethodsClient client() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.api().toString());
    return Slack.getInstance(config).methods(Workspace.BOT_TOKEN);
  }
}
