package dev.terakoya.slack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody's language. A slash command does not carry it, so it is asked of Slack after the first
 * request, for the next time.
 */
public final class Readers {
  private final WebApi api;
  private final Later later;
  private final Language everybody;
  private final Map<String, Language> known = new ConcurrentHashMap<>();

  public Readers(WebApi api, Later later, Language everybody) {
    this.api = api;
    this.later = later;
    this.everybody = everybody;
  }

  Language everybody() {
    return everybody;
  }

  Language language(String user) {
    Language language = known.get(user);
    if (language == null && known.putIfAbsent(user, everybody) == null) {
      later.run("asking for a language", () -> ask(user));
    }
    return language == null ? everybody : language;
  }

  private void ask(String user) {
    try {
      var answer =
          api.call("users.info", Map.of("user", user, "include_locale", true))
              .getAsJsonObject("user");
      if (answer.has("locale")) {
        known.put(user, Language.of(answer.get("locale").getAsString()));
      }
    } catch (SlackException e) {
      known.remove(user);
      throw e;
    }
  }
}
