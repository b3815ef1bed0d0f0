package dev.terakoya.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One connection of Socket Mode. */
final class SlackSocket implements WebSocket.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final SlackApp app;
  private final StringBuilder text = new StringBuilder();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private volatile @Nullable WebSocket socket;
  private volatile boolean greeted;
  private volatile boolean heard;

  private SlackSocket(SlackApp app) {
    this.app = app;
  }

  /**
   * Connects.
   *
   * @throws SlackException if Slack cannot be reached
   */
  static SlackSocket open(URI address, SlackApp app) {
    SlackSocket opened = new SlackSocket(app);
    try {
      opened.socket =
          CLIENT
              .newWebSocketBuilder()
              .connectTimeout(PATIENCE)
              .buildAsync(address, opened)
              .orTimeout(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS)
              .join();
      return opened;
    } catch (CompletionException e) {
      throw new SlackException("WebSocket", "unreachable", Duration.ZERO);
    }
  }

  /** Whether Slack has said hello and the connection still stands. */
  boolean greeted() {
    return greeted && !end.isDone();
  }

  /**
   * Waits until the connection ends, is about to, or has fallen silent although we asked.
   *
   * @return why, for the log
   */
  String ended() {
    while (true) {
      heard = false;
      try {
        return end.get(SILENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (!heard && !ping()) {
          abort();
          return "it fell silent";
        }
      } catch (ExecutionException | InterruptedException e) {
        return "interrupted";
      }
    }
  }

  /** Whether Slack answers when asked. */
  private boolean ping() {
    WebSocket to = socket;
    try {
      if (to != null) {
        send(() -> to.sendPing(ByteBuffer.allocate(0)));
        end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      return true;
    } catch (TimeoutException e) {
      return heard;
    } catch (ExecutionException | InterruptedException e) {
      return false;
    }
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    return listen(from);
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    return listen(from);
  }

  private @Nullable CompletionStage<?> listen(WebSocket from) {
    heard = true;
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      take(from, message);
    }
    return listen(from);
  }

  private void take(WebSocket from, String message) {
    try {
      JsonObject json = JsonParser.parseString(message).getAsJsonObject();
      switch (Envelope.type(json)) {
        case "hello" -> greeted = true;
        case "disconnect" -> end.complete("Slack announced the end of this connection");
        default -> workers.execute(() -> acknowledge(from, json));
      }
    } catch (JsonParseException | IllegalStateException e) {
      LOG.warn("Slack sent something that is no envelope: {} characters", message.length());
    } catch (RejectedExecutionException e) {
      LOG.info("an envelope came while closing; Slack sends it again to another connection");
    }
  }

  private void acknowledge(WebSocket from, JsonObject json) {
    Envelope envelope = Envelope.of(json);
    if (!envelope.id().isEmpty()) {
      try (var _ = MDC.putCloseable("request", envelope.id())) {
        String acknowledgement = envelope.answeredBy(app).toString();
        send(() -> from.sendText(acknowledgement, true));
      } catch (CompletionException e) {
        LOG.warn("could not acknowledge an envelope: {}", String.valueOf(e.getCause()));
      }
    }
  }

  /** One message at a time, as the client wants it. */
  private synchronized void send(
      java.util.function.Supplier<CompletableFuture<WebSocket>> message) {
    message.get().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    end.complete("Slack closed it with status " + status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    end.complete("it broke (" + failure.getClass().getSimpleName() + ")");
  }

  private void abort() {
    WebSocket broken = socket;
    if (broken != null) {
      broken.abort();
    }
  }

  /** Acknowledges what has come, then hangs up. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      var _ = workers.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS);
      WebSocket to = socket;
      if (to != null && !to.isOutputClosed()) {
        send(() -> to.sendClose(WebSocket.NORMAL_CLOSURE, ""));
      }
    } catch (CompletionException e) {
      LOG.debug("hanging up: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end.complete("we hang up");
    abort();
  }
}
