package dev.terakoya.slack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The door: takes requests over HTTP, throws out at once what is too large, too slow, or not signed
 * by Slack, and hands the rest to the app. Also tells whether we are well, and how much we did.
 */
public final class SlackServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackServer.class);
  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_HEADER_BYTES = 16_384;
  private static final int MOST_CONNECTIONS = 1_000;
  private static final int WORKERS = 16;
  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private final Server server;
  private final ServerConnector connector;

  /** Lasting threads: a look-up keeps its analysis of Japanese by thread. */
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          WORKERS, Thread.ofPlatform().daemon().name("answer-", 0).factory());

  private final Door door;
  private final Duration slowest;

  /**
   * What the server asks of the program.
   *
   * @param signature verifies requests; absent tokens are said by {@code ready}
   * @param app answers what Slack sends; empty where that comes over Socket Mode
   * @param clock the time
   * @param ready the JSON of readiness
   * @param metrics counts requests, and tells
   */
  public record Door(
      Signature signature,
      Optional<SlackApp> app,
      InstantSource clock,
      Supplier<Readiness> ready,
      Metrics metrics) {}

  /** Whether requests can be answered, and the reasons as JSON. */
  public record Readiness(boolean ready, String json) {}

  /** Listens on a port; 0 lets the system choose. */
  public SlackServer(String host, int port, Door door) {
    this(host, port, door, SLOWEST);
  }

  SlackServer(String host, int port, Door door, Duration slowest) {
    this.door = door;
    this.slowest = slowest;
    // Jetty's own queue asks JMX for the size of a cache line: 50 ms of each start.
    QueuedThreadPool threads = new QueuedThreadPool(32, 4, new LinkedBlockingQueue<>());
    threads.setName("http");
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(slowest.toMillis());
    // Else whoever connects in a crowd is asked to come again a second later.
    connector.setAcceptQueueSize(MOST_CONNECTIONS);
    connector.addBean(new Dawdlers(slowest, connector.getScheduler()));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    server.setHandler(new Routes());
    server.setStopTimeout(3_000);
  }

  /** Starts to listen. */
  public void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(
          "cannot listen on port " + connector.getPort() + ": " + e.getMessage(), e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
      workers.close();
    } catch (Exception e) {
      LOG.warn("stopping the server: {}", e.toString());
    }
  }

  private final class Routes extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String path = Request.getPathInContext(request);
      boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
      switch (path) {
        case "/slack/events" -> slack(request, response, callback);
        case "/health/live" -> write(response, callback, get ? 200 : 405, "text/plain", "ok\n");
        case "/health/ready" -> {
          Readiness readiness = door.ready().get();
          write(
              response,
              callback,
              readiness.ready() ? 200 : 503,
              "application/json",
              readiness.json());
        }
        case "/metrics" ->
            write(
                response,
                callback,
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                door.metrics().text());
        default -> write(response, callback, 404, "text/plain", "not found\n");
      }
      return true;
    }
  }

  private void slack(Request request, Response response, Callback callback) {
    if (door.app().isEmpty()) {
      write(response, callback, 404, "text/plain", "Socket Mode\n");
    } else if (!request.getMethod().equals("POST")) {
      write(response, callback, 405, "text/plain", "POST only\n");
    } else if (request.getLength() > MOST_BYTES) {
      refuse(request, response, callback, 413, "too large");
    } else {
      Body body = new Body();
      Content.Source.asByteArrayAsync(request, MOST_BYTES, body);
      var _ =
          body.whole
              .orTimeout(slowest.toMillis(), TimeUnit.MILLISECONDS)
              .whenCompleteAsync(
                  (bytes, failure) -> named(request, response, callback, bytes, failure), workers);
    }
  }

  /** Answers under an id that stands beside everything logged about the request. */
  private void named(
      Request request,
      Response response,
      Callback callback,
      byte @Nullable [] body,
      @Nullable Throwable failure) {
    String id = Integer.toHexString(ThreadLocalRandom.current().nextInt());
    try (var _ = MDC.putCloseable("request", id)) {
      body(request, response, callback, body, failure);
    }
  }

  /** The bytes of a request, once they are all there. */
  private static final class Body implements Promise.Invocable<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    @Override
    public void succeeded(byte[] bytes) {
      whole.complete(bytes);
    }

    @Override
    public void failed(Throwable failure) {
      whole.completeExceptionally(failure);
    }
  }

  private void body(
      Request request,
      Response response,
      Callback callback,
      byte @Nullable [] body,
      @Nullable Throwable failure) {
    if (body == null) {
      boolean slow = failure instanceof TimeoutException;
      refuse(
          request,
          response,
          callback,
          slow ? 408 : 413,
          slow ? "too slow" : "too large or broken off");
      return;
    }
    String timestamp = request.getHeaders().get("X-Slack-Request-Timestamp");
    String signature = request.getHeaders().get("X-Slack-Signature");
    if (!door.signature().accepts(timestamp, signature, body, door.clock().instant())) {
      refuse(request, response, callback, 401, "not signed by Slack");
      return;
    }
    long start = System.nanoTime();
    var answer =
        door.app().orElseThrow().answer(headers(request), new String(body, StandardCharsets.UTF_8));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    int status = answer.getStatusCode() == null ? 200 : answer.getStatusCode();
    door.metrics().request(status, took);
    LOG.info("answered a request with {} in {} ms", status, took.toMillis());
    String type = answer.getContentType() == null ? "text/plain" : answer.getContentType();
    write(response, callback, status, type, answer.getBody() == null ? "" : answer.getBody());
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getName(), field.getValueList());
    }
    return headers;
  }

  /** Says no, closes the connection, and logs that it did without a word of what was sent. */
  private void refuse(
      Request request, Response response, Callback callback, int status, String why) {
    LOG.info("refused a request from {}: {} {}", Request.getRemoteAddr(request), status, why);
    door.metrics().request(status, Duration.ZERO);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    write(response, callback, status, "text/plain", why + "\n");
  }

  private static void write(
      Response response, Callback callback, int status, String type, String body) {
    response.setStatus(status);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, type.contains("charset") ? type : type + "; charset=utf-8");
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
