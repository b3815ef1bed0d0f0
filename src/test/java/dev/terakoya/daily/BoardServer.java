package dev.terakoya.daily;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A board over real HTTP on a free port: pins, looks, closes; tells the time; deals out fates. */
final class BoardServer implements AutoCloseable {
  private final HttpServer server;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(24);
  private final Random random;
  final Paper paper = new Paper();
  private Instant base;
  private long since = System.nanoTime();
  private int deaths;

  BoardServer(Instant start, long seed) throws IOException {
    this.base = start;
    this.random = new Random(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized Instant now() {
    return base.plusNanos(System.nanoTime() - since);
  }

  synchronized void turnTo(Instant moment) {
    base = moment;
    since = System.nanoTime();
  }

  synchronized int deaths() {
    return deaths;
  }

  private synchronized Fate fate() {
    int dice = random.nextInt(100);
    Fate fate =
        dice < 35
            ? Fate.DIE_BEFORE
            : dice < 70 ? Fate.DIE_AFTER : HttpBoard.MIXED.get(dice % HttpBoard.MIXED.size());
    deaths += fate == Fate.DIE_BEFORE || fate == Fate.DIE_AFTER ? 1 : 0;
    return fate;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] words = body.split(" ", -1);
    switch (path) {
      case "/now" -> answer(exchange, 200, now().toString());
      case "/fate" -> answer(exchange, 200, fate().name());
      case "/post" -> post(exchange, Fate.valueOf(words[0]), words[1], words[2]);
      case "/look" -> answer(exchange, 200, String.join(" ", paper.find(body, now())));
      case "/close" -> {
        answer(exchange, 200, "ok");
        paper.close(body);
      }
      case "/delete" -> answer(exchange, paper.remove(body) ? 200 : 404, "ok");
      default -> answer(exchange, 404, "");
    }
  }

  private void post(HttpExchange exchange, Fate fate, String key, String question)
      throws IOException {
    switch (fate) {
      case DIE_BEFORE, RATE_LIMITED -> answer(exchange, 429, "");
      case FINE, DIE_AFTER -> answer(exchange, 200, paper.pin(key, question, now()));
      case LOST_REPLY -> {
        paper.pin(key, question, now());
        exchange.close();
      }
      case LATE ->
          later(
              HttpBoard.TIMEOUT.multipliedBy(6).dividedBy(5),
              () -> paper.pin(key, question, now()),
              exchange);
      case SERVER_ERROR -> answer(exchange, 500, "oops");
      case HTML -> answer(exchange, 200, "<html>hello</html>");
      case HANG -> later(HttpBoard.TIMEOUT.multipliedBy(3), () -> {}, exchange);
      case RESET -> exchange.close();
      case REFUSED -> answer(exchange, 403, "is_archived");
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void later(Duration time, Runnable work, HttpExchange exchange) {
    threads.schedule(
        () -> {
          work.run();
          exchange.close();
        },
        time.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
