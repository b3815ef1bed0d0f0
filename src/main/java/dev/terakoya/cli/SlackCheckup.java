package dev.terakoya.cli;

import com.google.gson.JsonObject;
import dev.terakoya.slack.WebApi;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What Slack says of our tokens, scopes, channels and clock; an exception tells what is wrong. */
final class SlackCheckup {
  /** Slack's signatures are good for five minutes. */
  private static final Duration CLOCK = Duration.ofMinutes(1);

  private final WebApi api;
  private final WebApi.Reply whoami;

  /**
   * Asks Slack who we are.
   *
   * @throws dev.terakoya.slack.SlackException if the token is wrong or Slack out of reach
   */
  SlackCheckup(WebApi api) {
    this.api = api;
    this.whoami = api.ask("auth.test", Map.of());
  }

  String team() {
    return whoami.json().get("team_id").getAsString();
  }

  @Override
  public String toString() {
    return "team %s, bot %s"
        .formatted(
            whoami.json().get("team").getAsString(), whoami.json().get("user").getAsString());
  }

  private Set<String> given() {
    return whoami.head().allValues("x-oauth-scopes").stream()
        .flatMap(s -> Arrays.stream(s.split("[,\\s]+", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The scopes of the manifest that Slack did not give. */
  List<String> missing() {
    Set<String> given = given();
    return given.isEmpty()
        ? List.of()
        : Manifest.SCOPES.keySet().stream().filter(s -> !given.contains(s)).toList();
  }

  /** The scopes that Slack gave, against those of the manifest. */
  String scopes() {
    if (!missing().isEmpty()) {
      throw new IllegalStateException("missing: " + String.join(", ", missing()));
    }
    Set<String> more = given();
    more.removeAll(Manifest.SCOPES.keySet());
    return "all %d of the manifest%s"
        .formatted(
            Manifest.SCOPES.size(),
            more.isEmpty() ? "" : "; not needed: " + String.join(", ", more));
  }

  /** Our clock against Slack's. */
  String clock(Instant now) {
    String date = whoami.head().firstValue("Date").orElse("");
    if (date.isEmpty()) {
      return "Slack does not say";
    }
    Instant slack = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    Duration off = Duration.between(slack, now);
    if (off.abs().compareTo(CLOCK) > 0) {
      throw new IllegalStateException(off.toSeconds() + " s from Slack's");
    }
    return "within a minute of Slack's";
  }

  /** Whether questions can be posted to a channel. */
  String channel(String id) {
    JsonObject channel =
        api.call("conversations.info", Map.of("channel", id)).getAsJsonObject("channel");
    String name = "#" + (channel.has("name") ? channel.get("name").getAsString() : id);
    if (channel.has("is_archived") && channel.get("is_archived").getAsBoolean()) {
      throw new IllegalStateException(name + " is archived: choose another one");
    }
    if (channel.has("is_member") && !channel.get("is_member").getAsBoolean()) {
      throw new IllegalStateException("the bot is not a member of " + name);
    }
    return name;
  }
}
