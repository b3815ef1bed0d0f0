package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Socket Mode: envelopes to one of the open connections in turn, acknowledged by their id. */
final class SocketLine implements Line {
  private static final int PATIENCE_SECONDS = 10;
  private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final Queue<WebSocket> open = new ConcurrentLinkedQueue<>();
  private final AtomicLong count = new AtomicLong();
  private @Nullable Sockets sockets;

  /** Where a client connects; starts the server on the first call. */
  synchronized URI address() {
    if (sockets == null) {
      sockets = new Sockets();
      sockets.setDaemon(true);
      sockets.start();
    }
    return URI.create(
        "ws://127.0.0.1:" + sockets.port() + "/link/?ticket=" + count.incrementAndGet());
  }

  @Override
  public Delivery send(Delivery.Envelope envelope, int retry) {
    long start = System.nanoTime();
    WebSocket connection = open.poll();
    if (connection == null) {
      return new Delivery(0, "no_socket", 0, envelope);
    }
    open.add(connection);
    String id = "envelope-" + count.incrementAndGet();
    CompletableFuture<String> acknowledged = new CompletableFuture<>();
    waiting.put(id, acknowledged);
    try {
      connection.send(wrap(id, envelope, retry).toString());
      String body = acknowledged.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new Delivery(200, body, (System.nanoTime() - start) / 1_000_000, envelope);
    } catch (ExecutionException | TimeoutException e) {
      return new Delivery(0, "operation_timeout", PATIENCE_SECONDS * 1000L, envelope);
    } catch (WebsocketNotConnectedException e) {
      open.remove(connection);
      return new Delivery(0, "no_socket", 0, envelope);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery(0, "interrupted", 0, envelope);
    } finally {
      waiting.remove(id);
    }
  }

  private static JsonObject wrap(String id, Delivery.Envelope envelope, int retry) {
    boolean event = envelope.kind() == Delivery.Kind.EVENTS_API;
    return Json.of(
        "envelope_id",
        id,
        "type",
        envelope.kind().name().toLowerCase(Locale.ROOT),
        "payload",
        envelope.payload(),
        "accepts_response_payload",
        !event,
        "retry_attempt",
        event ? retry : null,
        "retry_reason",
        event && retry > 0 ? "timeout" : null);
  }

  /** Closes every connection; {@code announced} sends {@code disconnect} first. */
  void drop(boolean announced) {
    for (WebSocket connection : List.copyOf(open)) {
      open.remove(connection);
      if (announced) {
        connection.send(Json.of("type", "disconnect", "reason", "refresh_requested").toString());
      }
      connection.close();
    }
  }

  synchronized void close() {
    if (sockets != null) {
      try {
        sockets.stop(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Sockets extends WebSocketServer {
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    Sockets() {
      super(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 1);
      setReuseAddr(true);
    }

    int port() {
      return port.join();
    }

    @Override
    public void onStart() {
      port.complete(getPort());
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      open.add(connection);
      connection.send(
          Json.of(
                  "type",
                  "hello",
                  "num_connections",
                  open.size(),
                  "connection_info",
                  Json.of("app_id", Workspace.APP))
              .toString());
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
      JsonObject ack = Json.parse(message);
      CompletableFuture<String> future = waiting.get(Json.text(ack, "envelope_id"));
      if (future != null) {
        future.complete(ack.has("payload") ? ack.get("payload").toString() : "");
      }
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
      open.remove(connection);
      if (open.isEmpty()) {
        // Nobody is left who could acknowledge: whoever waits is told at once.
        waiting.values().forEach(w -> w.completeExceptionally(new IOException("hung up")));
      }
    }

    @Override
    public void onError(@Nullable WebSocket connection, Exception problem) {
      port.completeExceptionally(problem);
    }
  }
}
