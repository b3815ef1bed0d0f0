package dev.terakoya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.playground.Faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What those who run the program see of it: readiness, numbers, logs. */
class HealthTest {
  private PretendWorkspace workspace;

  @BeforeEach
  void open(@TempDir Path folder) {
    workspace = new PretendWorkspace(Path.of("notes/network"), folder);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + workspace.wiring.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void isReadyAndWarnsOfSlackOnly() throws Exception {
    PretendWorkspace.eventually(() -> workspace.wiring.daily().team().isPresent());
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("\"ready\":true,\"reasons\":[],\"warnings\":[]");
  }

  @Test
  void isNotReadyWithoutDatabaseOrIndexAndSaysWhy() throws Exception {
    workspace.database.close();
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("the database does not answer").doesNotContain("index");
    workspace.study.close();
    assertThat(get("/health/ready").body()).contains("the index cannot be read");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void countsEverythingThatMatters() throws Exception {
    workspace.slack.command(PretendWorkspace.SATO, PretendWorkspace.CHANNEL, "/aws", "NLB");
    workspace.slack.command(PretendWorkspace.SATO, PretendWorkspace.CHANNEL, "/aws", "wakizashi");
    workspace.nextQuestion();
    String metrics = get("/metrics").body();
    assertThat(metrics)
        .contains("terakoya_lookup_seconds_count{outcome=\"hits\"} 1")
        .contains("terakoya_lookup_seconds_count{outcome=\"nothing\"} 1")
        .contains("terakoya_lookup_seconds_bucket")
        .contains("terakoya_requests_seconds_bucket{status=\"200\"")
        .contains("terakoya_posts{state=\"posted\"} 1.0")
        .contains("terakoya_slack_calls_total{method=\"chat.postMessage\",outcome=\"ok\"} 1.0")
        .doesNotContain("NLB", "wakizashi", PretendWorkspace.SATO);
    for (String gauge : new String[] {"notes", "sections", "problems", "questions", "later"}) {
      assertThat(metrics).contains("\nterakoya_" + gauge + " ");
    }
  }

  @Test
  void saysOnceThatSlackDoesNotTellTheLanguage() {
    var log = new ch.qos.logback.core.read.ListAppender<ch.qos.logback.classic.spi.ILoggingEvent>();
    log.start();
    var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("dev.terakoya.slack");
    logger.addAppender(log);
    workspace.slack.faults().next("users.info", 20, new Fault.ServerError());
    Stream.of(PretendWorkspace.SATO, PretendWorkspace.SUZUKI, PretendWorkspace.EMMA)
        .forEach(u -> workspace.slack.command(u, PretendWorkspace.CHANNEL, "/aws", "NLB"));
    PretendWorkspace.eventually(() -> !log.list.isEmpty());
    workspace.slack.command(PretendWorkspace.SATO, PretendWorkspace.CHANNEL, "/aws", "ALB");
    logger.detachAppender(log);
    assertThat(log.list).hasSize(1);
    assertThat(log.list.getFirst().getMDCPropertyMap()).containsOnlyKeys("request");
  }

  @Test
  void theEnvironmentNamesTheKindOfLog() {
    assertThat(Settings.of(Map.of("TERAKOYA_LOG", "json")).command()).isEqualTo("/aws");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Settings.of(Map.of("TERAKOYA_LOG", "xml", "TERAKOYA_LOG_LEVEL", "loud"))))
        .hasMessageContainingAll("TERAKOYA_LOG: one of", "TERAKOYA_LOG_LEVEL: one of");
  }
}
