package dev.terakoya.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The one place that calls Slack. Each call has a time limit as a whole; what is safe to repeat is
 * repeated once after a fault and once after Slack asks to wait a little; what is not, is not.
 */
public final class WebApi {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** Repeating these does no harm, whether or not the first call arrived. */
  private static final Set<String> REPEATABLE =
      Set.of(
          "auth.test",
          "users.info",
          "conversations.history",
          "conversations.info",
          "conversations.open",
          "chat.update",
          "chat.delete",
          "views.publish",
          "conversations.members");

  private final URI base;
  private final String token;
  private final Duration timeout;
  private final HttpClient http;
  private final BiConsumer<String, String> outcome;

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
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * Calls a method.
   *
   * @param arguments anything that the SDK's Gson writes, such as a map or a request of the SDK
   * @throws SlackException if Slack refuses or cannot be reached
   */
  public JsonObject call(String method, Object arguments) {
    JsonElement body = GSON.toJsonTree(arguments);
    boolean repeatable = REPEATABLE.contains(method);
    for (int attempt = 1; ; attempt++) {
      try {
        JsonObject answer = once(method, body);
        outcome.accept(method, "ok");
        return answer;
      } catch (SlackException e) {
        outcome.accept(method, e.error());
        boolean again =
            attempt == 1
                && (e.rateLimited()
                    ? e.retryAfter().compareTo(LONGEST_WAIT) <= 0
                    : repeatable && e.transientFault());
        if (!again) {
          throw e;
        }
        pause(e.retryAfter());
      }
    }
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonObject once(String method, JsonElement body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(method))
            .timeout(timeout)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(GSON.toJson(body)))
            .build();
    HttpResponse<String> response = send(method, request);
    if (response.statusCode() == 429) {
      throw SlackException.rateLimited(
          method, response.headers().firstValueAsLong("Retry-After").orElse(1));
    }
    return answer(method, response);
  }

  /** Calls one of the few methods that read no JSON. */
  public JsonObject form(String method, java.util.Map<String, String> arguments) {
    String body =
        arguments.entrySet().stream()
            .map(a ->
                a.getKey()
                    + "="
                    + java.net.URLEncoder.encode(
                        a.getValue(), java.nio.charset.StandardCharsets.UTF_8))
            .collect(java.util.stream.Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(method))
            .timeout(timeout)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    JsonObject answer = answer(method, send(method, request));
    outcome.accept(method, "ok");
    return answer;
  }

  /** Answers through a response URL, which Slack gives with each command and press. */
  public void respond(String responseUrl, Object message) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(responseUrl))
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(GSON.toJson(message)))
            .build();
    HttpResponse<String> response = send("response_url", request);
    outcome.accept(
        "response_url", response.statusCode() == 200 ? "ok" : "http_" + response.statusCode());
    if (response.statusCode() != 200) {
      throw new SlackException("response_url", "http_" + response.statusCode(), Duration.ZERO);
    }
  }

  /** Uploads bytes to an address that Slack named. */
  public void upload(String url, byte[] bytes) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    int status = send("upload", request).statusCode();
    if (status != 200) {
      throw new SlackException("upload", "http_" + status, Duration.ZERO);
    }
  }

  private HttpResponse<String> send(String method, HttpRequest request) {
    try {
      return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
          .orTimeout(timeout.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
          .join();
    } catch (java.util.concurrent.CompletionException e) {
      boolean late =
          e.getCause() instanceof java.util.concurrent.TimeoutException
              || e.getCause() instanceof java.net.http.HttpTimeoutException;
      String error =
          late ? "timeout" : e.getCause() instanceof IOException ? "unreachable" : "failed";
      throw new SlackException(method, error, Duration.ZERO);
    }
  }

  private static JsonObject answer(String method, HttpResponse<String> response) {
    if (response.statusCode() >= 500) {
      throw new SlackException(method, "http_" + response.statusCode(), Duration.ZERO);
    }
    try {
      JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
      if (answer.has("ok") && answer.get("ok").getAsBoolean()) {
        return answer;
      }
      String error = answer.has("error") ? answer.get("error").getAsString() : "unknown";
      throw new SlackException(method, error, Duration.ZERO);
    } catch (JsonParseException | IllegalStateException e) {
      throw new SlackException(method, "not_json", Duration.ZERO);
    }
  }
}
