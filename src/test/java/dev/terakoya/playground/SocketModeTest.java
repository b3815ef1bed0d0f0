package dev.terakoya.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SocketModeTest {
  @Test
  void deliversToTheOfficialClientAndShowsWhatItAnswers() throws Exception {
    List<String> bodies = new CopyOnWriteArrayList<>();
    CountDownLatch greeted = new CountDownLatch(1);
    try (FakeSlack slack = FakeSlack.start(0, "unused", DemoApp.workspace(), Controls.NONE);
        SocketModeClient client = client(slack)) {
      client.addWebSocketMessageListener(message -> {
        if (message.contains("\"hello\"")) {
          greeted.countDown();
        }
      });
      client.addSlashCommandsEnvelopeListener(envelope -> {
        bodies.add(envelope.getPayload().toString());
        client.sendWebSocketMessage(
            Json.of(
                    "envelope_id", envelope.getEnvelopeId(),
                    "payload", Json.of("text", "found"))
                .toString());
      });
      client.connect();
      assertThat(greeted.await(5, TimeUnit.SECONDS)).isTrue();
      Delivery delivery = slack.command("U0SATO", "C0STUDY", "/aws", "NLB");
      assertThat(delivery.ok()).isTrue();
      assertThat(bodies).singleElement().asString().contains("\"text\":\"NLB\"");
      assertThat(slack.messages("C0STUDY", "U0SATO"))
          .singleElement()
          .extracting(Message::text)
          .isEqualTo("found");
    }
  }

  @Test
  void failsWhereNobodyListens() {
    try (FakeSlack slack = FakeSlack.start(0, "unused", DemoApp.workspace(), Controls.NONE)) {
      assertThat(slack.command("U0SATO", "C0STUDY", "/aws", "NLB").body()).isEqualTo("no_socket");
    }
  }

  private static SocketModeClient client(FakeSlack slack) throws Exception {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.api().toString());
    return Slack.getInstance(config)
        .socketMode(Workspace.APP_TOKEN, SocketModeClient.Backend.JavaWebSocket);
  }
}
