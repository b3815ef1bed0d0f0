package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands now.
 *
 * @param ts Slack's timestamp, unique in the workspace, rising
 * @param onlyFor the one member who sees it; null when the whole channel does
 * @param json the message as Slack would hand it out
 */
public record Message(String channel, String ts, @Nullable String onlyFor, JsonObject json) {
  /** Copies. */
  public Message {
    json = json.deepCopy();
  }

  /** What notifications and screen readers say. */
  public String text() {
    return Json.text(json, "text");
  }

  /** Who wrote it: a member's id, the bot's user id or {@code USLACKBOT}. */
  public String user() {
    return Json.text(json, "user");
  }

  /** Its blocks; empty when it is plain text. */
  public List<JsonObject> blocks() {
    return Json.objects(json, "blocks").toList();
  }

  /** The message whose thread it stands in; empty when it stands in the channel. */
  public String thread() {
    String thread = Json.text(json, "thread_ts");
    return thread.equals(ts) ? "" : thread;
  }

  /** Whether a member sees it. */
  boolean seenBy(String user) {
    return onlyFor == null || onlyFor.equals(user);
  }
}
