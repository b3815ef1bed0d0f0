package dev.terakoya.cli;

import dev.terakoya.slack.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The environment of {@code serve}, checked. All faults are reported together.
 *
 * @param signingSecret Slack's signing secret; empty if not given
 * @param botToken {@code xoxb-…}; empty if not given
 * @param appToken {@code xapp-…}, which turns Socket Mode on; empty for HTTP
 * @param api Slack's Web API, ending in {@code /}
 * @param port for HTTP, health and metrics
 * @param command the slash command, with its slash
 * @param language what people are answered in until theirs is known
 * @param admins user ids of those who run the bot
 * @param notesUrl link template of a note's lines; empty for none
 * @param daily the first channel's daily question as given, by variable
 */
record Settings(
    String signingSecret,
    String botToken,
    String appToken,
    URI api,
    int port,
    String command,
    Language language,
    Set<String> admins,
    String notesUrl,
    Map<String, String> daily) {
  /**
   * Reads the environment.
   *
   * @throws ConfigurationException naming every variable that is wrong
   */
  static Settings of(Map<String, String> environment) {
    return new Reader(environment).read();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "command %s, language %s".formatted(command, language.name().toLowerCase(Locale.ROOT));
  }

  private static final class Reader {
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    Reader(Map<String, String> environment) {
      this.environment = environment;
    }

    Settings read() {
      Settings settings =
          new Settings(
              secret("SLACK_SIGNING_SECRET", ""),
              secret("SLACK_BOT_TOKEN", "xoxb-"),
              secret("SLACK_APP_TOKEN", "xapp-"),
              api(),
              port(),
              command(),
              language(),
              new TreeSet<>(words(value("TERAKOYA_ADMINS", ""))),
              notesUrl(),
              daily());
      FirstChannel.of("team", settings.daily(), "ja", faults);
      oneOf("TERAKOYA_LOG", Set.of("plain", "json"));
      oneOf("TERAKOYA_LOG_LEVEL", Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE"));
      if (!faults.isEmpty()) {
        throw new ConfigurationException(
            "the configuration is wrong:\n  " + String.join("\n  ", faults));
      }
      return settings;
    }

    private String value(String name, String fallback) {
      String value = environment.getOrDefault(name, "").strip();
      return value.isEmpty() ? fallback : value;
    }

    private static List<String> words(String list) {
      return java.util.Arrays.stream(list.split("[,\\s]+", -1)).filter(w -> !w.isBlank()).toList();
    }

    /**
     * A secret, from its variable or from the file that the variable with {@code _FILE} names.
     * Never repeated in a fault.
     */
    private String secret(String name, String prefix) {
      String secret = value(name, "");
      String file = value(name + "_FILE", "");
      if (!file.isEmpty()) {
        try {
          secret = Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
          faults.add(name + "_FILE: cannot read " + file);
        }
      }
      if (!secret.isEmpty() && !secret.startsWith(prefix)) {
        faults.add(name + ": does not begin with " + prefix);
      }
      return secret;
    }

    private URI api() {
      String url = value("SLACK_API_URL", "https://slack.com/api/");
      try {
        URI uri = URI.create(url.endsWith("/") ? url : url + "/");
        if (uri.getHost() != null) {
          return uri;
        }
      } catch (IllegalArgumentException e) {
        // said below, like an address without a host
      }
      faults.add("SLACK_API_URL: not an address: " + url);
      return URI.create("https://slack.com/api/");
    }

    private int port() {
      String port = value("PORT", "3000");
      if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535) {
        return Integer.parseInt(port);
      }
      faults.add("PORT: not a port: " + port);
      return 0;
    }

    private String command() {
      String command = value("TERAKOYA_COMMAND", "/aws");
      if (!command.matches("/[a-z0-9_-]{1,31}")) {
        faults.add(
            "TERAKOYA_COMMAND: a slash, then lower-case letters, digits, - or _: " + command);
      }
      return command;
    }

    private void oneOf(String name, Set<String> values) {
      String value = value(name, "");
      if (!value.isEmpty() && !values.contains(value)) {
        faults.add(name + ": one of " + new TreeSet<>(values) + ", not " + value);
      }
    }

    private Language language() {
      String language = value("TERAKOYA_LANGUAGE", "ja");
      if (!language.equals("ja") && !language.equals("en")) {
        faults.add("TERAKOYA_LANGUAGE: ja or en, not " + language);
      }
      return Language.of(language);
    }

    private String notesUrl() {
      String url = value("TERAKOYA_NOTES_URL", "");
      if (!url.isEmpty() && !(url.matches("https?://.+") && url.contains("{file}"))) {
        faults.add(
            "TERAKOYA_NOTES_URL: an http(s) address with {file}, and {from} and {to} where wanted: "
                + url);
      }
      return url;
    }

    private Map<String, String> daily() {
      return Map.of(
          "TERAKOYA_CHANNEL", value("TERAKOYA_CHANNEL", ""),
          "TERAKOYA_DAILY_AT", value("TERAKOYA_DAILY_AT", "09:00"),
          "TERAKOYA_CLOSE_AT", value("TERAKOYA_CLOSE_AT", "18:00"),
          "TERAKOYA_ZONE", value("TERAKOYA_ZONE", "Asia/Tokyo"),
          "TERAKOYA_DAYS", value("TERAKOYA_DAYS", "MON-FRI"),
          "TERAKOYA_HOLIDAYS", environment.getOrDefault("TERAKOYA_HOLIDAYS", "JP").strip());
    }
  }
}
