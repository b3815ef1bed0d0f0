package dev.terakoya.playground;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** What somebody is about to say, checked and completed. */
final class Drafts {
  private Drafts() {}

  /** The bot's message from the arguments of a call or of an answer; refuses what Slack would. */
  static JsonObject said(JsonObject arguments) {
    String text = Json.text(arguments, "text");
    if (arguments.has("blocks") && !isBlocks(arguments)) {
      throw new Refused("invalid_blocks_format");
    }
    JsonArray blocks = Json.array(arguments, "blocks");
    if (text.isEmpty() && blocks.isEmpty()) {
      throw new Refused("no_text");
    }
    if (text.length() > Limits.MESSAGE_TEXT) {
      throw new Refused("msg_too_long");
    }
    Limits.message(blocks);
    JsonObject json =
        Json.of(
            "user",
            Workspace.BOT_USER,
            "bot_id",
            Workspace.BOT,
            "app_id",
            Workspace.APP,
            "text",
            text,
            "blocks",
            blocks.isEmpty() ? null : Blocks.named(blocks),
            "metadata",
            arguments.has("metadata") ? metadata(arguments) : null);
    if (!Json.text(arguments, "thread_ts").isEmpty()) {
      json.add("thread_ts", arguments.get("thread_ts"));
    }
    return json;
  }

  private static boolean isBlocks(JsonObject arguments) {
    String raw = arguments.get("blocks").toString();
    return !Json.array(arguments, "blocks").isEmpty() || raw.equals("[]") || raw.equals("\"[]\"");
  }

  private static JsonObject metadata(JsonObject arguments) {
    JsonObject metadata = Json.object(arguments, "metadata");
    if (Json.text(metadata, "event_type").isEmpty()
        || !(metadata.get("event_payload") instanceof JsonObject)) {
      throw new Refused("invalid_metadata_format");
    }
    return metadata;
  }

  /** A member's message: what is typed is escaped, {@code @bot} becomes a mention. */
  static JsonObject typed(String user, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return Json.of(
        "user", user, "text", escaped.replaceAll("(?i)@Terakoya", "<@" + Workspace.BOT_USER + ">"));
  }

  /** Slackbot's word to one member. */
  static JsonObject slackbot(String text) {
    return Json.of("user", "USLACKBOT", "text", text);
  }

  /** An error as the Web API words it. */
  static JsonObject error(Refused refused) {
    List<String> reasons = refused.reasons();
    return Json.of(
        "ok",
        false,
        "error",
        refused.error(),
        "response_metadata",
        reasons.isEmpty() ? null : Json.of("messages", reasons));
  }
}
