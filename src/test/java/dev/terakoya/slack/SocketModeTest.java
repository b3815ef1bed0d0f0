package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.playground.Delivery;
import dev.terakoya.playground.Faults.Fault;
import dev.terakoya.playground.Message;
import dev.terakoya.playground.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketModeTest {
  private static final String USER = "U0SATO";
  private static final String CHANNEL = "C0STUDY";

  @TempDir private Path folder;
  private Stand stand;
  private SocketMode socket;

  @BeforeEach
  void open() throws Exception {
    stand = new Stand(folder);
    socket = socket();
  }

  private SocketMode socket() {
    return new SocketMode(stand.api(Workspace.APP_TOKEN), stand.app, Duration.ofMillis(20));
  }

  @AfterEach
  void close() {
    socket.close();
    stand.close();
  }

  @Test
  void aCommandIsAnsweredInTheAcknowledgement() {
    connect();
    Delivery delivery = stand.slack.command(USER, CHANNEL, "/aws", "NLB & <b>+%");
    assertThat(delivery.ok()).isTrue();
    assertThat(delivery.millis()).isLessThan(3_000);
    assertThat(stand.slack.messages(CHANNEL, USER).getLast().text())
        .contains("NLB &amp; &lt;b&gt;+%");
    assertThat(stand.slack.refused()).isEmpty();
  }

  @Test
  void pressesShortcutsAndEventsComeTheSameWay() {
    connect();
    stand.slack.command(USER, CHANNEL, "/aws", "NLB");
    Message answer = stand.slack.messages(CHANNEL, USER).getLast();
    assertThat(stand.slack.press(USER, answer, Actions.USEFUL).ok()).isTrue();
    assertThat(stand.slack.shortcut(USER, "quiz_me").ok()).isTrue();
    Delivery said = stand.slack.say(USER, CHANNEL, "@Terakoya ALB", "").orElseThrow();
    assertThat(said.body()).isEmpty();
    Stand.until(() -> stand.useful.size() == 1);
    Stand.until(
        () -> stand.slack.messages(CHANNEL, USER).stream().anyMatch(m -> !m.thread().isEmpty()));
    assertThat(stand.slack.refused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void comesBackAfterTheConnectionIsLost(boolean announced) {
    connect();
    for (int time = 0; time < 3; time++) {
      stand.slack.dropSockets(announced);
      Stand.until(this::works);
    }
  }

  @Test
  void comesBackWhenSlackWasAway() {
    stand.slack.faults().next("apps.connections.open", 2, new Fault.ServerError());
    stand.slack.faults().next("apps.connections.open", 1, new Fault.Reset());
    stand.slack.faults().next("apps.connections.open", 1, new Fault.Html());
    stand.slack.faults().next("apps.connections.open", 1, new Fault.Refusal("invalid_auth"));
    connect();
    assertThat(works()).isTrue();
  }

  @Test
  void severalConnectionsDoTheWorkOnce() {
    connect();
    try (SocketMode second = socket()) {
      second.start();
      Stand.until(second::connected);
      Delivery said = stand.slack.say(USER, CHANNEL, "@Terakoya ALB", "").orElseThrow();
      stand.slack.again(said);
      stand.slack.again(said);
      stand.later.close();
      assertThat(stand.slack.messages(CHANNEL, USER).stream().filter(m -> !m.thread().isEmpty()))
          .hasSize(1);
    }
  }

  @Test
  void hangsUpCleanly() {
    connect();
    socket.close();
    assertThat(socket.connected()).isFalse();
    Stand.until(() -> stand.slack.command(USER, CHANNEL, "/aws", "NLB").body().equals("no_socket"));
  }

  private boolean works() {
    return socket.connected() && stand.slack.command(USER, CHANNEL, "/aws", "NLB").ok();
  }

  private void connect() {
    socket.start();
    Stand.until(socket::connected);
  }
}
