package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The methods that an app calls, answering and refusing as Slack's do. */
final class WebApi {
  private static final int PAGE = 100;
  private final Map<String, Function<JsonObject, JsonObject>> methods = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String> titles = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Workspace workspace;
  private final Conversations conversations;
  private final Views views;
  private final Supplier<Instant> now;

  /** What the methods work on. */
  record World(
      Workspace workspace, Conversations conversations, Views views, Supplier<Instant> now) {}

  /** The API of a world; {@code base} is its own address, {@code socket} hands out a line. */
  WebApi(World world, URI base, Supplier<URI> socket) {
    workspace = world.workspace();
    conversations = world.conversations();
    views = world.views();
    now = world.now();
    methods.put("api.test", args -> ok("args", args));
    methods.put("auth.test", args -> whoami(base));
    methods.put("bots.info", args -> ok("bot", bot()));
    methods.put("chat.postMessage", this::post);
    methods.put("chat.postEphemeral", this::postEphemeral);
    methods.put("chat.update", this::update);
    methods.put("chat.delete", this::delete);
    methods.put("chat.getPermalink", args -> permalink(args, base));
    methods.put("conversations.open", this::openIm);
    methods.put("conversations.info", args -> ok("channel", conversations.describe(channel(args))));
    methods.put("conversations.list", this::list);
    methods.put("conversations.history", this::history);
    methods.put("conversations.replies", this::replies);
    methods.put("conversations.members", this::members);
    methods.put("users.info", args -> ok("user", user(text(args, "user"))));
    methods.put(
        "users.list",
        args -> ok("members", workspace.members().stream().map(m -> user(m.id())).toList()));
    methods.put("views.open", args -> ok("view", views.open(trigger(args), view(args))));
    methods.put("views.push", args -> ok("view", views.pushFor(trigger(args), view(args))));
    methods.put("views.update", this::updateView);
    methods.put("views.publish", this::publish);
    methods.put("files.getUploadURLExternal", args -> uploadUrl(args, base));
    methods.put("files.completeUploadExternal", this::completeUpload);
    methods.put("apps.connections.open", args -> ok("url", socket.get().toString()));
  }

  /** Every call so far. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Keeps what was sent to an upload address. */
  void upload(String id, byte[] bytes) {
    files.put(id, bytes);
  }

  /** An uploaded file; empty when there is none. */
  byte[] file(String id) {
    return files.getOrDefault(id, new byte[0]);
  }

  /** Answers one call. */
  JsonObject answer(String method, String token, JsonObject arguments) {
    String error = "";
    try {
      permit(method, token);
      Function<JsonObject, JsonObject> work = methods.get(method);
      if (work == null) {
        throw new Refused("unknown_method");
      }
      return work.apply(arguments);
    } catch (Refused refused) {
      error = refused.error();
      return Drafts.error(refused);
    } finally {
      calls.add(new Call(method, arguments, error));
    }
  }

  private void permit(String method, String token) {
    if (method.equals("api.test")) {
      return;
    }
    if (token.isEmpty()) {
      throw new Refused("not_authed");
    }
    boolean app =
        method.startsWith("apps.")
            || (method.equals("auth.test") && token.equals(Workspace.APP_TOKEN));
    if (!token.equals(app ? Workspace.APP_TOKEN : Workspace.BOT_TOKEN)) {
      throw new Refused(token.startsWith("x") && app ? "not_allowed_token_type" : "invalid_auth");
    }
    String scope = scope(method);
    if (!scope.isEmpty() && !workspace.scopes().contains(scope)) {
      throw new Refused("missing_scope", List.of("needed: " + scope));
    }
  }

  private static String scope(String method) {
    return switch (method) {
      case "chat.postMessage", "chat.postEphemeral", "chat.update", "chat.delete" -> "chat:write";
      case "conversations.open" -> "im:write";
      case "conversations.info", "conversations.list", "conversations.members" -> "channels:read";
      case "conversations.history", "conversations.replies" -> "channels:history";
      case "users.info", "users.list", "bots.info" -> "users:read";
      case "files.getUploadURLExternal", "files.completeUploadExternal" -> "files:write";
      default -> "";
    };
  }

  private static JsonObject ok(Object... pairs) {
    JsonObject answer = Json.of(pairs);
    answer.addProperty("ok", true);
    return answer;
  }

  private static String text(JsonObject args, String name) {
    String text = Json.text(args, name);
    if (text.isEmpty()) {
      throw new Refused("invalid_arguments", List.of("[ERROR] missing required field: " + name));
    }
    return text;
  }

  private String channel(JsonObject args) {
    return conversations.resolve(text(args, "channel"));
  }

  private static String trigger(JsonObject args) {
    return text(args, "trigger_id");
  }

  private static JsonObject view(JsonObject args) {
    JsonObject view = Json.object(args, "view");
    if (view.isEmpty()) {
      throw new Refused("invalid_arguments", List.of("[ERROR] missing required field: view"));
    }
    return view;
  }

  private JsonObject whoami(URI base) {
    return ok(
        "url",
        base.toString(),
        "team",
        workspace.name(),
        "user",
        "terakoya",
        "team_id",
        Workspace.TEAM,
        "user_id",
        Workspace.BOT_USER,
        "bot_id",
        Workspace.BOT,
        "is_enterprise_install",
        false);
  }

  private static JsonObject bot() {
    return Json.of(
        "id", Workspace.BOT,
        "app_id", Workspace.APP,
        "user_id", Workspace.BOT_USER,
        "name", "Terakoya",
        "deleted", false);
  }

  private JsonObject user(String id) {
    if (id.equals(Workspace.BOT_USER)) {
      return Json.of("id", id, "name", "terakoya", "is_bot", true, "team_id", Workspace.TEAM);
    }
    Workspace.Member member = workspace.member(id).orElseThrow(() -> new Refused("user_not_found"));
    return Json.of(
        "id", id,
        "team_id", Workspace.TEAM,
        "name", id.substring(2).toLowerCase(java.util.Locale.ROOT),
        "real_name", member.name(),
        "profile", Json.of("real_name", member.name(), "display_name", member.name()),
        "locale", member.locale(),
        "tz", workspace.zone().getId(),
        "tz_offset", workspace.zone().getRules().getOffset(now.get()).getTotalSeconds(),
        "is_bot", false,
        "deleted", false);
  }

  private JsonObject post(JsonObject args) {
    String channel = conversations.open(text(args, "channel"));
    Message message = conversations.add(channel, Drafts.said(args), null, now.get());
    return ok("channel", channel, "ts", message.ts(), "message", message.json());
  }

  private JsonObject postEphemeral(JsonObject args) {
    String channel = conversations.open(text(args, "channel"));
    String user = text(args, "user");
    if (workspace.member(user).isEmpty()) {
      throw new Refused("user_not_in_channel");
    }
    Message message = conversations.add(channel, Drafts.said(args), user, now.get());
    return ok("message_ts", message.ts());
  }

  private Message own(JsonObject args, String error) {
    String channel = conversations.open(text(args, "channel"));
    Message message =
        conversations
            .find(channel, text(args, "ts"))
            .filter(m -> m.onlyFor() == null)
            .orElseThrow(() -> new Refused("message_not_found"));
    if (!message.user().equals(Workspace.BOT_USER)) {
      throw new Refused(error);
    }
    return message;
  }

  private JsonObject update(JsonObject args) {
    Message before = own(args, "cant_update_message");
    JsonObject json = before.json().deepCopy();
    JsonObject said = Drafts.said(args);
    if (args.has("blocks") && !said.has("blocks")) {
      json.remove("blocks");
    }
    said.entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
    json.add(
        "edited",
        Json.of("user", Workspace.BOT_USER, "ts", now.get().getEpochSecond() + ".000000"));
    conversations.put(new Message(before.channel(), before.ts(), null, json));
    return ok(
        "channel", before.channel(), "ts", before.ts(), "text", said.get("text"), "message", json);
  }

  private JsonObject delete(JsonObject args) {
    Message message = own(args, "cant_delete_message");
    conversations.remove(message);
    return ok("channel", message.channel(), "ts", message.ts());
  }

  private JsonObject permalink(JsonObject args, URI base) {
    String channel = channel(args);
    String ts = text(args, "message_ts");
    if (conversations.find(channel, ts).isEmpty()) {
      throw new Refused("message_not_found");
    }
    String link = base.resolve("/#" + channel + "/p" + ts.replace(".", "")).toString();
    return ok("channel", channel, "permalink", link);
  }

  private JsonObject openIm(JsonObject args) {
    String user = Json.text(args, "users").isEmpty() ? text(args, "channel") : text(args, "users");
    String id = user.startsWith("D") ? user : Conversations.im(user);
    if (conversations.partner(id).isEmpty()) {
      throw new Refused(user.startsWith("D") ? "channel_not_found" : "user_not_found");
    }
    return ok("channel", conversations.describe(id));
  }

  private JsonObject list(JsonObject args) {
    String types = Json.text(args, "types").isEmpty() ? "public_channel" : Json.text(args, "types");
    List<JsonObject> found =
        conversations.all().stream()
            .map(conversations::describe)
            .filter(c ->
                Json.flag(c, "is_im")
                    ? types.matches(".*\\bim\\b.*")
                    : types.contains(Json.flag(c, "is_private") ? "private" : "public"))
            .toList();
    return ok("channels", found, "response_metadata", Json.of("next_cursor", ""));
  }

  private JsonObject members(JsonObject args) {
    String channel = channel(args);
    Stream<String> people =
        conversations
            .partner(channel)
            .map(m -> Stream.of(m.id()))
            .orElseGet(() -> workspace.members().stream().map(Workspace.Member::id));
    boolean bot = workspace.channel(channel).map(Workspace.Channel::withBot).orElse(true);
    List<String> all =
        Stream.concat(people, bot ? Stream.of(Workspace.BOT_USER) : Stream.empty()).toList();
    return ok("members", all, "response_metadata", Json.of("next_cursor", ""));
  }

  private JsonObject history(JsonObject args) {
    String channel = conversations.open(text(args, "channel"));
    return page(
        args,
        conversations.seenBy(channel, null).stream()
            .filter(m -> m.thread().isEmpty())
            .sorted(Comparator.comparing(Message::ts).reversed()));
  }

  private JsonObject replies(JsonObject args) {
    String channel = conversations.open(text(args, "channel"));
    String root = text(args, "ts");
    if (conversations.find(channel, root).isEmpty()) {
      throw new Refused("thread_not_found");
    }
    return page(
        args,
        conversations.seenBy(channel, null).stream()
            .filter(m -> m.ts().equals(root) || m.thread().equals(root)));
  }

  private static JsonObject page(JsonObject args, Stream<Message> messages) {
    String oldest = Json.text(args, "oldest");
    String latest = Json.text(args, "latest");
    boolean inclusive = Json.flag(args, "inclusive");
    int limit =
        Json.text(args, "limit").isEmpty() ? PAGE : Integer.parseInt(Json.text(args, "limit"));
    String cursor = Json.text(args, "cursor");
    List<Message> found =
        new ArrayList<>(
            messages
                .filter(m -> oldest.isEmpty() || later(m.ts(), oldest, inclusive))
                .filter(m -> latest.isEmpty() || later(latest, m.ts(), inclusive))
                .filter(m -> cursor.isEmpty() || m.ts().compareTo(cursor) < 0)
                .limit(limit + 1L)
                .toList());
    boolean more = found.size() > limit;
    List<Message> shown = more ? found.subList(0, limit) : found;
    boolean metadata = Json.flag(args, "include_all_metadata");
    return ok(
        "messages", shown.stream().map(m -> shown(m, metadata)).toList(),
        "has_more", more,
        "response_metadata", Json.of("next_cursor", more ? shown.getLast().ts() : ""));
  }

  private static boolean later(String ts, String than, boolean inclusive) {
    int order = new java.math.BigDecimal(ts).compareTo(new java.math.BigDecimal(than));
    return inclusive ? order >= 0 : order > 0;
  }

  private static JsonObject shown(Message message, boolean metadata) {
    JsonObject json = message.json().deepCopy();
    if (!metadata) {
      json.remove("metadata");
    }
    return json;
  }

  private JsonObject updateView(JsonObject args) {
    String id = Json.text(args, "view_id");
    return ok(
        "view",
        views.update(id, Json.text(args, "external_id"), Json.text(args, "hash"), view(args)));
  }

  private JsonObject publish(JsonObject args) {
    String user = text(args, "user_id");
    if (workspace.member(user).isEmpty()) {
      throw new Refused("invalid_arguments", List.of("[ERROR] user not found"));
    }
    return ok("view", views.publish(user, Json.text(args, "hash"), view(args)));
  }

  private JsonObject uploadUrl(JsonObject args, URI base) {
    if (Json.text(args, "length").isEmpty()) {
      throw new Refused("invalid_arguments", List.of("[ERROR] missing required field: length"));
    }
    String id = "F" + (titles.size() + 1);
    titles.put(id, text(args, "filename"));
    return ok("file_id", id, "upload_url", base.resolve("/upload/" + id).toString());
  }

  private JsonObject completeUpload(JsonObject args) {
    List<JsonObject> done = Json.objects(args, "files").map(this::uploaded).toList();
    if (!Json.text(args, "channel_id").isEmpty()) {
      JsonObject json =
          Json.of(
              "user",
              Workspace.BOT_USER,
              "bot_id",
              Workspace.BOT,
              "subtype",
              "file_share",
              "text",
              Json.text(args, "initial_comment"),
              "files",
              done,
              "thread_ts",
              args.get("thread_ts"));
      conversations.add(conversations.open(text(args, "channel_id")), json, null, now.get());
    }
    return ok("files", done);
  }

  private JsonObject uploaded(JsonObject file) {
    String id = Json.text(file, "id");
    if (!files.containsKey(id)) {
      throw new Refused("file_not_found");
    }
    String name = titles.getOrDefault(id, id);
    return Json.of(
        "id",
        id,
        "name",
        name,
        "title",
        file.has("title") ? Json.text(file, "title") : name,
        "size",
        file(id).length,
        "url_private",
        "/files/" + id);
  }
}
