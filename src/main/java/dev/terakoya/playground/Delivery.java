package dev.terakoya.playground;

import com.google.gson.JsonObject;

/**
 * A request to the app and its answer.
 *
 * @param status the HTTP status; 0 when no answer came
 * @param body the answer's body
 * @param millis from sending to the whole answer; Slack gives up at 3,000
 */
public record Delivery(int status, String body, long millis, Envelope sent) {
  /** Whether the app acknowledged. */
  public boolean ok() {
    return status == 200;
  }

  /** The body as JSON; empty when it is none. */
  public JsonObject json() {
    return Json.parse(body);
  }

  /** What goes to the app, whichever way. */
  public record Envelope(Kind kind, JsonObject payload) {}

  /** The kinds of request that Slack sends, named as in Socket Mode. */
  public enum Kind {
    /** A slash command: form fields. */
    SLASH_COMMANDS,
    /** Buttons, views, shortcuts: a form field with JSON. */
    INTERACTIVE,
    /** The Events API: JSON. */
    EVENTS_API
  }
}
