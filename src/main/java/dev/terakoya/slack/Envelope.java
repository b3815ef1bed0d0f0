package dev.terakoya.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Socket Mode delivers: a request as it would have come over HTTP, and an id to acknowledge.
 *
 * @param id empty for what wants no acknowledgement
 * @param type {@code slash_commands}, {@code interactive}, {@code events_api}, …
 * @param answers whether the acknowledgement may carry an answer
 */
record Envelope(String id, String type, JsonObject payload, boolean answers) {
  private static final String FORM = "application/x-www-form-urlencoded";

  static Envelope of(JsonObject json) {
    JsonElement payload = json.get("payload");
    boolean answers =
        json.has("accepts_response_payload") && json.get("accepts_response_payload").getAsBoolean();
    return new Envelope(
        text(json.get("envelope_id")),
        type(json),
        payload instanceof JsonObject object ? object : new JsonObject(),
        answers);
  }

  /** What kind of message this is; empty if it does not say. */
  static String type(JsonObject json) {
    return text(json.get("type"));
  }

  private static String text(@org.jspecify.annotations.Nullable JsonElement element) {
    return element == null || element.isJsonNull()
        ? ""
        : element.isJsonPrimitive() ? element.getAsString() : element.toString();
  }

  /** The acknowledgement, with the app's answer where Slack takes one. */
  JsonObject answeredBy(SlackApp app) {
    boolean event = type.equals("events_api");
    Response response =
        app.answer(Map.of("Content-Type", List.of(event ? "application/json" : FORM)), body());
    JsonObject acknowledgement = new JsonObject();
    acknowledgement.addProperty("envelope_id", id);
    if (answers && response.getBody() != null && !response.getBody().isBlank()) {
      acknowledgement.add("payload", json(response.getBody()));
    }
    return acknowledgement;
  }

  private String body() {
    return switch (type) {
      case "events_api" -> payload.toString();
      case "slash_commands" ->
          payload.entrySet().stream()
              .map(field -> field.getKey() + "=" + encoded(text(field.getValue())))
              .collect(Collectors.joining("&"));
      default -> "payload=" + encoded(payload.toString());
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonElement json(String body) {
    try {
      return JsonParser.parseString(body);
    } catch (JsonParseException e) {
      JsonObject said = new JsonObject();
      said.addProperty("text", body);
      return said;
    }
  }
}
