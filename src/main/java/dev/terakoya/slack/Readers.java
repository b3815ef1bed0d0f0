package dev.terakoya.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody's language. A slash command does not carry it, so it is asked of Slack after the first
 * request, for the next time.
 */
public final class Readers {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

  /** Slack is left alone for so long after it did not answer. */
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  /** Until the answer is out, which needs the processor more. */
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final WebApi api;
  private final Later later;
  private final Language everybody;
  private final Function<String, Optional<String>> chosen;
  private final Map<String, Language> known = new ConcurrentHashMap<>();
  private final AtomicLong askAgain = new AtomicLong(System.nanoTime());
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * @param chosen the language that a person chose here, if any; it goes before Slack's
   */
  public Readers(
      WebApi api, Later later, Language everybody, Function<String, Optional<String>> chosen) {
    this.chosen = chosen;
    this.api = api;
    this.later = later;
    this.everybody = everybody;
  }

  Language everybody() {
    return everybody;
  }

  Language language(String user) {
    Language language = known.get(user);
    if (language == null
        && System.nanoTime() - askAgain.get() >= 0
        && known.putIfAbsent(user, everybody) == null) {
      later.after(MOMENT, "asking for a language", () -> ask(user), () -> known.remove(user));
    }
    return language == null ? everybody : language;
  }

  /** Somebody chose another language. */
  void forget(String user) {
    known.remove(user);
  }

  private void ask(String user) {
    try {
      Optional<String> own = chosen.apply(user);
      if (own.isPresent()) {
        known.put(user, Language.of(own.get()));
        return;
      }
      var answer =
          api.call("users.info", Map.of("user", user, "include_locale", true))
              .getAsJsonObject("user");
      if (answer.has("locale")) {
        known.put(user, Language.of(answer.get("locale").getAsString()));
      }
      away.set(false);
    } catch (SlackException e) {
      known.remove(user);
      askAgain.set(System.nanoTime() + PAUSE);
      if (!away.getAndSet(true)) {
        LOG.warn(
            "people are answered in {} until Slack tells their language: {}",
            everybody,
            e.getMessage());
      }
    }
  }
}
