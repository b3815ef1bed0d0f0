package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The {@code response_url}s: five uses in half an hour, each for one member in one channel. */
final class Hooks {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;
  private final Map<String, Hook> hooks = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final Conversations conversations;

  private record Hook(
      String user, String channel, @Nullable Message about, Instant expires, int left) {}

  Hooks(Conversations conversations) {
    this.conversations = conversations;
  }

  /** A new address, for a message or, after a command, for none. */
  URI address(URI base, String user, String channel, @Nullable Message about, Instant now) {
    String id = "hooks/" + count.incrementAndGet();
    hooks.put("/" + id, new Hook(user, channel, about, now.plus(LIFE), USES));
    return base.resolve("/" + id);
  }

  /** Does what was posted to an address. */
  void use(String path, JsonObject body, Instant now) {
    Hook hook = hooks.get(path);
    if (hook == null || now.isAfter(hook.expires())) {
      throw new Refused("expired_url");
    }
    if (hook.left() == 0) {
      throw new Refused("used_url");
    }
    hooks.put(
        path, new Hook(hook.user(), hook.channel(), hook.about(), hook.expires(), hook.left() - 1));
    Message about = hook.about();
    if (about != null && Json.flag(body, "delete_original")) {
      conversations.remove(about);
    } else if (about != null && Json.flag(body, "replace_original")) {
      conversations.put(
          new Message(about.channel(), about.ts(), about.onlyFor(), edited(about, body, now)));
    } else {
      answer(hook.user(), hook.channel(), body, now);
    }
  }

  private static JsonObject edited(Message about, JsonObject body, Instant now) {
    JsonObject json = Drafts.said(body);
    json.add("ts", about.json().get("ts"));
    if (about.json().has("thread_ts")) {
      json.add("thread_ts", about.json().get("thread_ts"));
    }
    json.addProperty("type", "message");
    json.add("edited", Json.of("user", Workspace.BOT_USER, "ts", now.getEpochSecond() + ".000000"));
    return json;
  }

  /** Shows an answer to one member, or to the channel when it says {@code in_channel}. */
  Message answer(String user, String channel, JsonObject body, Instant now) {
    boolean all = Json.text(body, "response_type").equals("in_channel");
    return conversations.add(channel, Drafts.said(body), all ? null : user, now);
  }
}
