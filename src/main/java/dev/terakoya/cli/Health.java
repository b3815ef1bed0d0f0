package dev.terakoya.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.terakoya.db.Database;
import dev.terakoya.slack.SlackServer;
import dev.terakoya.slack.SocketMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether requests can be answered, with reasons. Tokens, index and database must be there; of
 * Slack itself only warnings are given, for without it the program goes on.
 */
record Health(
    Settings settings,
    Supplier<Study> study,
    Database database,
    DailyWork daily,
    Optional<SocketMode> socket) {

  SlackServer.Readiness now() {
    JsonArray reasons = new JsonArray();
    JsonArray warnings = new JsonArray();
    missing().forEach(reasons::add);
    if (!database.answers()) {
      reasons.add("the database does not answer");
    }
    int sections = sections(reasons);
    if (sections == 0) {
      warnings.add("there is nothing in the notes");
    }
    if (socket.isPresent() && !socket.get().connected()) {
      warnings.add("not connected to Slack");
    }
    daily.warnings().forEach(warnings::add);
    JsonObject json = new JsonObject();
    json.addProperty("ready", reasons.isEmpty());
    json.add("reasons", reasons);
    json.add("warnings", warnings);
    json.addProperty("sections", Math.max(0, sections));
    return new SlackServer.Readiness(reasons.isEmpty(), json + "\n");
  }

  private List<String> missing() {
    if (settings.botToken().isEmpty()) {
      return List.of("SLACK_BOT_TOKEN is missing");
    }
    return settings.signingSecret().isEmpty() && settings.appToken().isEmpty()
        ? List.of("neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is there")
        : List.of();
  }

  private int sections(JsonArray reasons) {
    try {
      return study.get().lookup().sections();
    } catch (RuntimeException e) {
      reasons.add("the index cannot be read");
      return -1;
    }
  }
}
