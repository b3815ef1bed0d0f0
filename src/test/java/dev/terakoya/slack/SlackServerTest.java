package dev.terakoya.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The door over real connections: who gets in, who does not, and that nobody holds it open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackServerTest {
  private static final String BODY =
      "command=%2Faws&text=NLB&user_id=U0SATO&team_id=T0TERAKOYA&channel_id=C0STUDY"
          + "&user_name=geheim-name&trigger_id=1.2.geheim";
  private static final Signature SIGNATURE = new Signature(Stand.SECRET);

  private Stand stand;
  private SlackServer impatient;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    stand = new Stand(folder);
    impatient =
        new SlackServer("127.0.0.1", 0, stand.door(Optional.of(stand.app)), Duration.ofMillis(300));
    impatient.start();
    log.start();
    root().setLevel(Level.INFO);
    root().addAppender(log);
  }

  @AfterAll
  void nothingOfTheContentWasLogged() {
    impatient.close();
    stand.close();
    root().detachAppender(log);
    root().setLevel(Level.WARN);
    assertThat(log.list).isNotEmpty();
    assertThat(log.list)
        .allSatisfy(event -> {
          assertThat(event.getFormattedMessage()).doesNotContainIgnoringCase("geheim", "NLB");
          assertThat(String.valueOf(event.getThrowableProxy())).doesNotContain("geheim");
        });
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void aSignedCommandIsAnsweredInTheResponse() throws Exception {
    String answer = send(signed(BODY, now()));
    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"blocks\"").contains("network.md");
  }

  @Test
  void theSignatureIsOverTheBytesAsTheyCame() throws Exception {
    assertThat(send(signed(BODY + "&x=a%0D%0Ab\r\n\r\n", now()))).startsWith("HTTP/1.1 200");
    assertThat(send(signed(BODY + "&x=é", now()))).startsWith("HTTP/1.1 200");
  }

  @Test
  void whatIsNotSignedBySlackIsRefused() throws Exception {
    String good = SIGNATURE.of(now(), bytes(BODY));
    assertThat(send(post(BODY, ""))).startsWith("HTTP/1.1 401");
    assertThat(send(post(BODY, head(now(), "")))).startsWith("HTTP/1.1 401");
    assertThat(send(post(BODY + "x", head(now(), good)))).startsWith("HTTP/1.1 401");
    assertThat(send(post(BODY, head(now(), good.replace("v0=", "v1=")))))
        .startsWith("HTTP/1.1 401");
    String other = new Signature("another secret").of(now(), bytes(BODY));
    assertThat(send(post(BODY, head(now(), other)))).startsWith("HTTP/1.1 401");
    assertThat(send(post(BODY, "X-Slack-Request-Timestamp: now\r\nX-Slack-Signature: v0=\r\n")))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void aSignatureIsGoodForFiveMinutesBothWays() throws Exception {
    assertThat(send(signed(BODY, now() - 290))).startsWith("HTTP/1.1 200");
    assertThat(send(signed(BODY, now() + 290))).startsWith("HTTP/1.1 200");
    assertThat(send(signed(BODY, now() - 310))).startsWith("HTTP/1.1 401");
    assertThat(send(signed(BODY, now() + 310))).startsWith("HTTP/1.1 401");
    assertThat(send(signed(BODY, now() * 1000))).startsWith("HTTP/1.1 401");
  }

  @Test
  void anEmptySecretLetsNobodyIn() {
    String forged = new Signature("-").of(now(), bytes(BODY));
    assertThat(new Signature("").accepts(String.valueOf(now()), forged, bytes(BODY), Instant.now()))
        .isFalse();
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    String large = "x=" + "a".repeat(1_000_000);
    assertThat(send(signed(large, now()))).startsWith("HTTP/1.1 413");
    assertThat(send(chunked(large))).startsWith("HTTP/1.1 413");
    assertThat(send(post(BODY, "X-Large: " + "a".repeat(20_000) + "\r\n")))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void onlyWhatExistsIsThere() throws Exception {
    assertThat(send("GET /slack/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
    assertThat(send("GET /etc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404");
    assertThat(send("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void inSocketModeNobodyKnocksHere() throws Exception {
    try (SlackServer quiet = new SlackServer("127.0.0.1", 0, stand.door(Optional.empty()))) {
      quiet.start();
      assertThat(send(quiet, signed(BODY, now()))).startsWith("HTTP/1.1 404");
      assertThat(send(quiet, "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void whoDawdlesIsHungUpOn() throws Exception {
    String whole = signed(BODY, now());
    for (int cut : List.of(20, whole.indexOf("\r\n\r\n") + 10)) {
      try (Socket slow = connect(impatient)) {
        assertThat(dripped(slow, whole, cut)).isLessThan(Duration.ofSeconds(5));
      }
    }
  }

  /** How long the server stands a byte now and then, faster than its limit for silence. */
  private static Duration dripped(Socket slow, String request, int cut) throws IOException {
    long start = System.nanoTime();
    slow.getOutputStream().write(bytes(request.substring(0, cut)));
    slow.setSoTimeout(100);
    for (int i = cut; i < request.length(); i++) {
      try {
        slow.getOutputStream().write(request.charAt(i));
        if (slow.getInputStream().read() < 0) {
          break;
        }
      } catch (java.net.SocketTimeoutException e) {
        // it is still patient
      } catch (IOException e) {
        break;
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void fourHundredHalfSentRequestsKeepNobodyWaiting() throws Exception {
    List<Socket> half = new ArrayList<>();
    try {
      String whole = signed(BODY, now());
      for (int i = 0; i < 400; i++) {
        Socket socket = connect(stand.server);
        half.add(socket);
        socket.getOutputStream().write(bytes(whole.substring(0, whole.length() - 1 - i % 300)));
      }
      long start = System.nanoTime();
      assertThat(send(signed(BODY, now()))).startsWith("HTTP/1.1 200");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    } finally {
      for (Socket socket : half) {
        socket.close();
      }
    }
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String signed(String body, long time) {
    return post(body, head(time, SIGNATURE.of(time, bytes(body))));
  }

  private static String head(long time, String signature) {
    return "X-Slack-Request-Timestamp: " + time + "\r\nX-Slack-Signature: " + signature + "\r\n";
  }

  private static String post(String body, String headers) {
    return "POST /slack/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + bytes(body).length
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private static String chunked(String body) {
    return "POST /slack/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n"
        + Integer.toHexString(bytes(body).length)
        + "\r\n"
        + body
        + "\r\n0\r\n\r\n";
  }

  private String send(String request) throws IOException {
    return send(stand.server, request);
  }

  private static String send(SlackServer to, String request) throws IOException {
    try (Socket socket = connect(to)) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(bytes(request));
      } catch (IOException e) {
        // refused before everything was sent; the answer is there to read
      }
      return new String(answer(socket.getInputStream()), UTF_8);
    }
  }

  private static byte[] answer(InputStream in) throws IOException {
    var read = new java.io.ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (IOException e) {
      // reset after the answer, because we went on sending
    }
    return read.toByteArray();
  }

  private static Socket connect(SlackServer to) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), to.port());
  }
}
