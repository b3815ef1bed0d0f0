package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.terakoya.playground.Controls;
import dev.terakoya.playground.FakeSlack;
import dev.terakoya.playground.Faults.Fault;
import dev.terakoya.playground.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slack failing in each of its ways, once, and for good. */
class WebApiTest {
  private static final Duration LIMIT = Duration.ofMillis(1_500);
  private static final Map<String, Object> POST = Map.of("channel", "C0STUDY", "text", "x");
  private final FakeSlack slack =
      FakeSlack.start(0, "secret", Workspace.pretend(List.of(), List.of()), Controls.NONE);
  private final List<String> outcomes = new ArrayList<>();
  private final WebApi api =
      new WebApi(slack.api(), Workspace.BOT_TOKEN, LIMIT, (method, said) -> outcomes.add(said));

  @AfterEach
  void close() {
    slack.close();
  }

  static Stream<Fault> passing() {
    return Stream.of(
        new Fault.ServerError(), new Fault.Html(), new Fault.Reset(), new Fault.LostReply());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatDoesNoHarmIsRepeatedOnceAndWhatMayIsNot(Fault fault) {
    slack.faults().next("auth.test", 1, fault);
    assertThat(api.call("auth.test", Map.of()).get("ok").getAsBoolean()).isTrue();
    slack.faults().next("chat.postMessage", 1, fault);
    assertThat(failure("chat.postMessage").transientFault()).isTrue();
    slack.faults().next("auth.test", 2, fault);
    assertThat(failure("auth.test").transientFault()).isTrue();
    assertThat(outcomes).hasSize(5).contains("ok");
  }

  @Test
  void aWaitThatSlackAsksForIsKeptAlsoByTheNextCall() {
    slack.faults().next("chat.postMessage", 1, new Fault.TooMany(Duration.ofSeconds(1)));
    long start = System.nanoTime();
    api.call("chat.postMessage", POST);
    assertThat(since(start)).isGreaterThan(Duration.ofMillis(950));
    assertThat(outcomes).containsExactly("ratelimited", "ok");
    slack.faults().next("auth.test", 1, new Fault.TooMany(Duration.ofSeconds(60)));
    assertThat(failure("auth.test").retryAfter()).isEqualTo(Duration.ofSeconds(60));
    assertThat(failure("auth.test").rateLimited()).isTrue();
    assertThat(slack.calls()).extracting(c -> c.method()).doesNotContain("auth.test");
  }

  @Test
  void aCallEndsInTimeHoweverSlackHangs() {
    slack.faults().next("auth.test", 2, new Fault.Hang());
    long start = System.nanoTime();
    assertThat(failure("auth.test").error()).isEqualTo("timeout");
    assertThat(since(start)).isBetween(LIMIT.minusMillis(50), LIMIT.plusMillis(700));
  }

  @Test
  void aRefusalIsSlacksLastWord() {
    slack.faults().next("auth.test", 1, new Fault.Refusal("invalid_auth"));
    assertThat(failure("auth.test").error()).isEqualTo("invalid_auth");
    assertThat(outcomes).containsExactly("invalid_auth");
  }

  @Test
  void aChannelGetsFourPostsAtOnceAndThenOneASecond() {
    Pacing pacing = new Pacing();
    long second = Duration.ofSeconds(1).toNanos();
    assertThat(IntStream.range(0, 6).mapToObj(i -> pacing.turn("chat.postMessage", "C1", 5)))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 0L, 0L, 0L, 1L, 2L);
    assertThat(pacing.turn("chat.postMessage", "C2", 5)).isZero();
    assertThat(pacing.turn("chat.update", "C1", 5)).isZero();
    assertThat(pacing.turn("chat.postMessage", "C1", 100 * second)).isZero();
  }

  private SlackException failure(String method) {
    return catchThrowableOfType(SlackException.class, () -> api.call(method, POST));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
