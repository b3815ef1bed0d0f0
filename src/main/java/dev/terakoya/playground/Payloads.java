package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What Slack writes around a command, a press and an event. */
final class Payloads {
  private final Workspace workspace;

  Payloads(Workspace workspace) {
    this.workspace = workspace;
  }

  private static String handle(Workspace.Member member) {
    return member.id().substring(2).toLowerCase(Locale.ROOT);
  }

  /** The fields of a slash command. */
  JsonObject command(Workspace.Member member, JsonObject channel, JsonObject fields) {
    JsonObject all =
        Json.of(
            "token",
            "unused",
            "team_id",
            Workspace.TEAM,
            "team_domain",
            "terakoya",
            "channel_name",
            Json.text(channel, "name"),
            "user_id",
            member.id(),
            "user_name",
            handle(member),
            "api_app_id",
            Workspace.APP,
            "is_enterprise_install",
            "false");
    fields.entrySet().forEach(e -> all.add(e.getKey(), e.getValue()));
    return all;
  }

  /** The common part of everything that members press. */
  JsonObject interaction(String type, Workspace.Member member) {
    return Json.of(
        "type",
        type,
        "team",
        Json.of("id", Workspace.TEAM, "domain", "terakoya"),
        "user",
        Json.of(
            "id", member.id(),
            "username", handle(member),
            "name", handle(member),
            "team_id", Workspace.TEAM),
        "api_app_id",
        Workspace.APP,
        "token",
        "unused",
        "is_enterprise_install",
        false);
  }

  /** An event in its envelope. */
  JsonObject event(JsonObject event, String id, Instant now) {
    return Json.of(
        "type",
        "event_callback",
        "token",
        "unused",
        "team_id",
        Workspace.TEAM,
        "api_app_id",
        Workspace.APP,
        "context_team_id",
        Workspace.TEAM,
        "event",
        event,
        "event_id",
        "Ev" + id.replace(".", ""),
        "event_time",
        now.getEpochSecond(),
        "is_ext_shared_channel",
        false,
        "authorizations",
        List.of(
            Json.of(
                "team_id",
                workspace.channels().isEmpty() ? "" : Workspace.TEAM,
                "user_id",
                Workspace.BOT_USER,
                "is_bot",
                true,
                "is_enterprise_install",
                false)));
  }
}
