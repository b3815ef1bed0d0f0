package dev.terakoya.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one place that calls Slack. Each call, with its waiting and its one repetition, has a time
 * limit as a whole. Posts are paced by channel; where Slack asks to wait a little, we do; what is
 * safe to repeat is repeated once after a fault; what is not, is not.
 */
public final class WebApi {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final String JSON = "application/json; charset=utf-8";

  /** Repeating these does no harm, whether or not the first call arrived. */
  private static final Set<String> REPEATABLE =
      Set.of(
          "auth.test",
          "apps.connections.open",
          "users.info",
          "conversations.history",
          "conversations.info",
          "conversations.members",
          "conversations.open",
          "files.getUploadURLExternal",
          "chat.update",
          "chat.delete",
          "views.publish");

  private final URI base;
  private final String token;
  private final Duration timeout;
  private final BiConsumer<String, String> outcome;
  private final Pacing pacing = new Pacing();

  /** Made for the first call: a start is quicker without. */
  private static final class Http {
    static final HttpClient CLIENT =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /**
   * What Slack answered.
   *
   * @param json with {@code ok} true
   * @param head the answer's headers, such as {@code x-oauth-scopes}
   */
  public record Reply(JsonObject json, HttpHeaders head) {}

  private record Letter(URI to, String type, BodyPublisher body) {}

  /**
   * @param base Slack's API, ending in {@code /api/}
   * @param token the bot's token; sent, never logged
   * @param timeout for a whole call
   * @param outcome told the method and {@code ok} or Slack's error after each call, for metrics
   */
  public WebApi(URI base, String token, Duration timeout, BiConsumer<String, String> outcome) {
    this.base = base;
    this.token = token;
    this.timeout = timeout;
    this.outcome = outcome;
  }

  /**
   * Calls a method.
   *
   * @param arguments anything that the SDK's Gson writes, such as a map or a request of the SDK
   * @throws SlackException if Slack refuses or cannot be reached
   */
  public JsonObject call(String method, Object arguments) {
    return ask(method, arguments).json();
  }

  /** The same, with the headers of the answer. */
  public Reply ask(String method, Object arguments) {
    JsonElement body = GSON.toJsonTree(arguments);
    boolean named = body instanceof JsonObject object && object.has("channel");
    String channel = named ? body.getAsJsonObject().get("channel").getAsString() : "";
    return ask(method, channel, letter(method, JSON, GSON.toJson(body)));
  }

  /** Calls one of the few methods that read no JSON. */
  public JsonObject form(String method, Map<String, String> arguments) {
    String body =
        arguments.entrySet().stream()
            .map(a -> a.getKey() + "=" + URLEncoder.encode(a.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return ask(method, "", letter(method, "application/x-www-form-urlencoded", body)).json();
  }

  private Letter letter(String method, String type, String body) {
    return new Letter(base.resolve(method), type, BodyPublishers.ofString(body));
  }

  private Reply ask(String method, String channel, Letter letter) {
    if (token.isEmpty()) {
      throw new SlackException(method, "not_authed", Duration.ZERO);
    }
    long end = System.nanoTime() + timeout.toNanos();
    for (boolean first = true; ; first = false) {
      try {
        await(method, channel, end);
        Reply reply = reply(method, send(method, letter, end));
        outcome.accept(method, "ok");
        return reply;
      } catch (SlackException e) {
        outcome.accept(method, e.error());
        boolean harmless = e.rateLimited() || (REPEATABLE.contains(method) && e.transientFault());
        if (!first || !harmless || end - System.nanoTime() < e.retryAfter().toNanos()) {
          throw e;
        }
      }
    }
  }

  /** Waits for the call's turn, unless that comes after its end. */
  private void await(String method, String channel, long end) {
    Duration wait = pacing.turn(method, channel, System.nanoTime());
    if (end - System.nanoTime() < wait.toNanos()) {
      throw SlackException.rateLimited(method, wait.toSeconds());
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SlackException(method, "interrupted", Duration.ZERO);
    }
  }

  /** Answers through a response URL, which Slack gives with each command and press. */
  public void respond(String responseUrl, Object message) {
    deliver(
        "response_url",
        new Letter(URI.create(responseUrl), JSON, BodyPublishers.ofString(GSON.toJson(message))));
  }

  /** Uploads bytes to an address that Slack named. */
  public void upload(String url, byte[] bytes) {
    deliver(
        "upload",
        new Letter(URI.create(url), "application/octet-stream", BodyPublishers.ofByteArray(bytes)));
  }

  /** To where nobody asks for our token. */
  private void deliver(String name, Letter letter) {
    String said = "unreachable";
    try {
      int status = send(name, letter, System.nanoTime() + timeout.toNanos()).statusCode();
      said = status == 200 ? "ok" : "http_" + status;
    } finally {
      outcome.accept(name, said);
    }
    if (!said.equals("ok")) {
      throw new SlackException(name, said, Duration.ZERO);
    }
  }

  private HttpResponse<String> send(String method, Letter letter, long end) {
    Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(letter.to())
            .timeout(left)
            .header("Content-Type", letter.type())
            .POST(letter.body());
    if (letter.to().toString().startsWith(base.toString())) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return Http.CLIENT
          .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
          .orTimeout(left.toNanos(), TimeUnit.NANOSECONDS)
          .join();
    } catch (CompletionException e) {
      throw new SlackException(method, fault(e.getCause()), Duration.ZERO);
    }
  }

  private static String fault(@Nullable Throwable cause) {
    return switch (cause) {
      case TimeoutException late -> "timeout";
      case HttpTimeoutException late -> "timeout";
      case IOException away -> "unreachable";
      case null, default -> "failed";
    };
  }

  private Reply reply(String method, HttpResponse<String> response) {
    if (response.statusCode() == 429) {
      SlackException wait =
          SlackException.rateLimited(
              method, response.headers().firstValueAsLong("Retry-After").orElse(1));
      pacing.hold(method, wait.retryAfter(), System.nanoTime());
      throw wait;
    }
    if (response.statusCode() >= 500) {
      throw new SlackException(method, "http_" + response.statusCode(), Duration.ZERO);
    }
    try {
      JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
      if (answer.has("ok") && answer.get("ok").getAsBoolean()) {
        return new Reply(answer, response.headers());
      }
      String error = answer.has("error") ? answer.get("error").getAsString() : "unknown";
      throw new SlackException(method, error, Duration.ZERO);
    } catch (JsonParseException | IllegalStateException e) {
      throw new SlackException(method, "not_json", Duration.ZERO);
    }
  }
}
