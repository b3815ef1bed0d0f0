package dev.terakoya.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What the page asks for, under {@code /playground/}: {@code state} (waits for a change), {@code
 * say}, {@code act}, {@code submit}, {@code close}, {@code shortcut}, {@code suggest}, {@code
 * home}, {@code time} and {@code notes}. Its JSON does not change without need.
 */
final class PageApi {
  private static final long WAIT_MILLIS = 20_000;
  private final FakeSlack slack;
  private final Workspace workspace;
  private final Controls controls;
  private final Changes changes;

  PageApi(FakeSlack slack, Workspace workspace, Controls controls, Changes changes) {
    this.slack = slack;
    this.workspace = workspace;
    this.controls = controls;
    this.changes = changes;
  }

  /** The scopes as a header lists them. */
  String scopes() {
    return String.join(",", workspace.scopes());
  }

  /** Notes what Slack would have refused. */
  void refuse(String where, Refused refused) {
    slack.refuse(where, refused);
  }

  JsonObject answer(String path, JsonObject query, byte[] body) throws InterruptedException {
    JsonObject asked = Json.parse(new String(body, UTF_8));
    try {
      return switch (path.substring("/playground/".length())) {
        case "state" -> state(query);
        case "say" -> say(asked);
        case "act" -> act(asked);
        case "submit" -> submit(asked);
        case "close" -> told(slack.close(user(asked)));
        case "shortcut" -> shortcut(asked);
        case "suggest" -> suggest(asked);
        case "home" -> told(slack.openHome(user(asked)));
        case "time" -> time(asked);
        case "notes" -> notes(asked);
        default -> Json.of("ok", false, "error", "not_found");
      };
    } catch (Refused refused) {
      return Drafts.error(refused);
    }
  }

  private String user(JsonObject asked) {
    return workspace
        .member(Json.text(asked, "user"))
        .orElseThrow(() -> new Refused("user_not_found"))
        .id();
  }

  private static JsonObject told(Delivery delivery) {
    return Json.of("ok", delivery.ok(), "millis", delivery.millis());
  }

  private JsonObject state(JsonObject query) throws InterruptedException {
    String user = user(query);
    String since = Json.text(query, "since");
    long seen = since.isEmpty() ? -1 : Long.parseLong(since);
    long revision = changes.after(seen, WAIT_MILLIS);
    JsonObject state = Json.of("ok", true, "rev", revision, "now", controls.now().toEpochMilli());
    state.add("messages", messages(user));
    slack.home(user).ifPresent(view -> state.add("home", view));
    slack.modal(user).ifPresent(view -> state.add("modal", view));
    if (seen < 0) {
      state.add("workspace", describe(user));
    }
    return state;
  }

  private JsonObject messages(String user) {
    JsonObject all = new JsonObject();
    for (String channel : slack.channels(user)) {
      JsonArray said = new JsonArray();
      slack.messages(channel, user).forEach(m -> said.add(shown(m)));
      all.add(channel, said);
    }
    return all;
  }

  private static JsonObject shown(Message message) {
    JsonObject json = message.json().deepCopy();
    json.remove("metadata");
    json.addProperty("private", message.onlyFor() != null);
    return json;
  }

  private JsonObject describe(String user) {
    Gson gson = new Gson();
    return Json.of(
        "name", workspace.name(),
        "zone", workspace.zone().getId(),
        "bot", Workspace.BOT_USER,
        "im", Conversations.im(user),
        "members", gson.toJsonTree(workspace.members()),
        "channels", gson.toJsonTree(workspace.channels()),
        "commands", gson.toJsonTree(workspace.commands()),
        "shortcuts", gson.toJsonTree(workspace.shortcuts()));
  }

  private JsonObject say(JsonObject asked) {
    slack.say(
        user(asked),
        Json.text(asked, "channel"),
        Json.text(asked, "text"),
        Json.text(asked, "thread_ts"));
    return Json.of("ok", true);
  }

  private FakeSlack.Press press(JsonObject asked) {
    return new FakeSlack.Press(
        Json.text(asked, "block_id"),
        Json.text(asked, "action_id"),
        Json.object(asked, "chosen"),
        Json.object(asked, "values"));
  }

  private JsonObject act(JsonObject asked) {
    String user = user(asked);
    String ts = Json.text(asked, "ts");
    if (ts.isEmpty()) {
      return told(slack.pressInView(user, Json.text(asked, "view_id"), press(asked)));
    }
    return told(slack.press(user, message(asked), press(asked)));
  }

  private Message message(JsonObject asked) {
    String ts = Json.text(asked, "ts");
    return slack.messages(Json.text(asked, "channel"), user(asked)).stream()
        .filter(m -> m.ts().equals(ts))
        .findFirst()
        .orElseThrow(() -> new Refused("message_not_found"));
  }

  private JsonObject submit(JsonObject asked) {
    return Json.of("ok", true, "errors", slack.submit(user(asked), Json.object(asked, "values")));
  }

  private JsonObject shortcut(JsonObject asked) {
    String id = Json.text(asked, "id");
    return told(
        Json.text(asked, "ts").isEmpty()
            ? slack.shortcut(user(asked), id)
            : slack.messageShortcut(user(asked), message(asked), id));
  }

  private JsonObject suggest(JsonObject asked) {
    return slack.suggest(user(asked), press(asked), Json.text(asked, "text")).json();
  }

  private JsonObject time(JsonObject asked) {
    java.time.Instant to =
        Json.text(asked, "to").equals("close") ? controls.closeToday() : controls.nextWorkingDay();
    changes.happened();
    return Json.of("ok", true, "now", to.toEpochMilli());
  }

  private JsonObject notes(JsonObject asked) {
    Map<String, byte[]> files = new HashMap<>();
    Json.objects(asked, "files")
        .forEach(f ->
            files.put(Json.text(f, "path"), Base64.getDecoder().decode(Json.text(f, "base64"))));
    JsonObject sum = new Gson().toJsonTree(controls.notes(files)).getAsJsonObject();
    sum.addProperty("ok", true);
    return sum;
  }
}
