package dev.terakoya.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Slack's description of the app: creates it in one paste, with the scopes that are used and no
 * others.
 *
 * @param command the slash command
 * @param url where Slack reaches the program over HTTP; not used for Socket Mode
 * @param socketMode whether the program connects to Slack, instead of Slack to the program
 */
record Manifest(String command, String url, boolean socketMode) {
  /** Each scope of the bot, with what it is for. */
  static final Map<String, String> SCOPES = scopes();

  private static final List<String> EVENTS =
      List.of("app_home_opened", "app_mention", "message.im");

  static Manifest of(String command, String url, boolean socketMode) {
    return new Manifest(command, url.replaceAll("/+$", ""), socketMode);
  }

  private static Map<String, String> scopes() {
    Map<String, String> scopes = new LinkedHashMap<>();
    scopes.put("commands", "the slash command and the shortcuts");
    scopes.put("chat:write", "posting the daily question, editing it when it closes");
    scopes.put(
        "channels:history",
        "looking whether the daily question was posted before posting it again");
    scopes.put("groups:history", "the same in private channels");
    scopes.put("channels:read", "doctor: whether the bot is a member of the channel");
    scopes.put("groups:read", "the same for private channels");
    scopes.put("users:read", "the language of the reader");
    scopes.put("app_mentions:read", "answering mentions");
    scopes.put("im:history", "answering direct messages");
    scopes.put("im:write", "reminders and reports by direct message");
    scopes.put("files:write", "export-me: sending a person's record as a file");
    return scopes;
  }

  /** The manifest as YAML. */
  String yaml() {
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(120).build();
    return new Dump(settings).dumpToString(map());
  }

  private Map<String, Object> map() {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put(
        "display_information",
        ordered(
            "name", "Terakoya",
            "description", "The team's study notes answer, and ask one question a day",
            "background_color", "#8c2f1b"));
    manifest.put("features", features());
    manifest.put("oauth_config", Map.of("scopes", Map.of("bot", List.copyOf(SCOPES.keySet()))));
    manifest.put("settings", settings());
    return manifest;
  }

  private Map<String, Object> features() {
    Map<String, Object> slash = ordered("command", command);
    if (!socketMode) {
      slash.put("url", url + "/slack/events");
    }
    slash.put("description", "ノートを調べる・問題を出す");
    slash.put("usage_hint", "NLB | quiz | stats | daily | help");
    slash.put("should_escape", false);
    return ordered(
        "app_home",
        ordered(
            "home_tab_enabled",
            true,
            "messages_tab_enabled",
            true,
            "messages_tab_read_only_enabled",
            false),
        "bot_user",
        ordered("display_name", "terakoya", "always_online", true),
        "shortcuts",
        List.of(
            ordered(
                "name",
                "この用語を調べる",
                "type",
                "message",
                "callback_id",
                "look_up_message",
                "description",
                "メッセージの用語をノートで調べます"),
            ordered(
                "name",
                "一問解く",
                "type",
                "global",
                "callback_id",
                "quiz_me",
                "description",
                "自分だけに一問出します")),
        "slash_commands",
        List.of(slash));
  }

  private Map<String, Object> settings() {
    Map<String, Object> events = new LinkedHashMap<>();
    Map<String, Object> interactivity = ordered("is_enabled", true);
    if (!socketMode) {
      events.put("request_url", url + "/slack/events");
      interactivity.put("request_url", url + "/slack/events");
    }
    events.put("bot_events", EVENTS);
    return ordered(
        "event_subscriptions", events,
        "interactivity", interactivity,
        "org_deploy_enabled", false,
        "socket_mode_enabled", socketMode,
        "token_rotation_enabled", false);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
