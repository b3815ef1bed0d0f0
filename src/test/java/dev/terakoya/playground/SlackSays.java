package dev.terakoya.playground;

import com.google.gson.JsonObject;

/** Slack's verdict on Block Kit, for tests of other packages. */
public final class SlackSays {
  private SlackSays() {}

  /** What Slack would object to in a message; empty for nothing. */
  public static String ofMessage(JsonObject message) {
    return verdict(() -> Limits.message(Json.array(message, "blocks")));
  }

  /** What Slack would object to in a modal; empty for nothing. */
  public static String ofModal(JsonObject view) {
    return verdict(() -> Limits.view(view, "modal"));
  }

  private static String verdict(Runnable check) {
    try {
      check.run();
      return "";
    } catch (Refused refused) {
      return refused.error() + " " + refused.reasons();
    }
  }
}
