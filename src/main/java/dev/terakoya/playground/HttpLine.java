package dev.terakoya.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed HTTP, as Slack sends it. The signature's time is the machine's real time. */
final class HttpLine implements Line {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI events;
  private final String secret;

  HttpLine(URI events, String secret) {
    this.events = events;
    this.secret = secret;
  }

  @Override
  public Delivery send(Delivery.Envelope envelope, int retry) {
    boolean json = envelope.kind() == Delivery.Kind.EVENTS_API;
    String body = body(envelope);
    String time = Long.toString(Instant.now().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(events)
            .timeout(PATIENCE)
            .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", sign(secret, time, body));
    if (retry > 0) {
      request
          .header("X-Slack-Retry-Num", "" + retry)
          .header("X-Slack-Retry-Reason", "http_timeout");
    }
    return exchange(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), envelope);
  }

  private Delivery exchange(HttpRequest request, Delivery.Envelope envelope) {
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Delivery(answer.statusCode(), answer.body(), millis(start), envelope);
    } catch (IOException e) {
      return new Delivery(0, "operation_timeout", millis(start), envelope);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery(0, "interrupted", millis(start), envelope);
    }
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static String body(Delivery.Envelope envelope) {
    return switch (envelope.kind()) {
      case EVENTS_API -> envelope.payload().toString();
      case INTERACTIVE -> "payload=" + URLEncoder.encode(envelope.payload().toString(), UTF_8);
      case SLASH_COMMANDS -> form(envelope.payload());
    };
  }

  private static String form(JsonObject fields) {
    return fields.keySet().stream()
        .map(name -> name + "=" + URLEncoder.encode(Json.text(fields, name), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Slack's signature, version v0: HMAC-SHA256 over {@code v0:time:body}. */
  static String sign(String secret, String time, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] sum = mac.doFinal(("v0:" + time + ":" + body).getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
