package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Home tabs, modals and the trigger ids that open them. Safe for threads. */
final class Views {
  private static final int TRIGGER_SECONDS = 3;
  private static final int DEEPEST = 3;
  private final Map<String, JsonObject> homes = new HashMap<>();
  private final Map<String, Deque<JsonObject>> modals = new HashMap<>();
  private final Map<String, Trigger> triggers = new HashMap<>();
  private final Supplier<Instant> now;
  private final Changes changes;
  private long count;

  private record Trigger(String user, Instant expires, boolean used) {}

  Views(Supplier<Instant> now, Changes changes) {
    this.now = now;
    this.changes = changes;
  }

  /** A trigger id for a member: good once, for three seconds. */
  synchronized String trigger(String user) {
    String id = "%d.%d.pretend".formatted(++count, now.get().toEpochMilli());
    triggers.put(id, new Trigger(user, now.get().plusSeconds(TRIGGER_SECONDS), false));
    return id;
  }

  private String exchange(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      throw new Refused("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new Refused("exchanged_trigger_id");
    }
    if (now.get().isAfter(trigger.expires())) {
      throw new Refused("expired_trigger_id");
    }
    triggers.put(id, new Trigger(trigger.user(), trigger.expires(), true));
    return trigger.user();
  }

  /** Opens a modal in place of whatever was open. */
  synchronized JsonObject open(String trigger, JsonObject view) {
    Limits.view(view, "modal");
    String user = exchange(trigger);
    modals.remove(user);
    return push(user, view);
  }

  /** Opens a modal above the open one. */
  synchronized JsonObject pushFor(String trigger, JsonObject view) {
    Limits.view(view, "modal");
    return push(exchange(trigger), view);
  }

  /** Lays a modal on a member's pile. */
  synchronized JsonObject push(String user, JsonObject view) {
    Limits.view(view, "modal");
    Deque<JsonObject> pile = modals.computeIfAbsent(user, u -> new ArrayDeque<>());
    if (pile.size() >= DEEPEST) {
      throw new Refused("push_limit_reached");
    }
    JsonObject whole = complete(view, "V" + ++count);
    whole.addProperty(
        "root_view_id", pile.isEmpty() ? Json.text(whole, "id") : Json.text(pile.getLast(), "id"));
    pile.push(whole);
    changes.happened();
    return whole;
  }

  /** Replaces a modal or a Home that is known by its id or its external id. */
  synchronized JsonObject update(String id, String external, String hash, JsonObject view) {
    for (Deque<JsonObject> pile : modals.values()) {
      for (JsonObject open : pile) {
        if (known(open, id, external)) {
          Limits.view(view, "modal");
          return replace(open, view, hash);
        }
      }
    }
    for (JsonObject home : homes.values()) {
      if (known(home, id, external)) {
        Limits.view(view, "home");
        return replace(home, view, hash);
      }
    }
    throw new Refused("not_found");
  }

  private static boolean known(JsonObject view, String id, String external) {
    return id.isEmpty()
        ? !external.isEmpty() && Json.text(view, "external_id").equals(external)
        : Json.text(view, "id").equals(id);
  }

  private JsonObject replace(JsonObject open, JsonObject view, String hash) {
    if (!hash.isEmpty() && !hash.equals(Json.text(open, "hash"))) {
      throw new Refused("hash_conflict");
    }
    JsonObject whole = complete(view, Json.text(open, "id"));
    open.keySet().stream().toList().forEach(open::remove);
    whole.entrySet().forEach(e -> open.add(e.getKey(), e.getValue()));
    changes.happened();
    return open;
  }

  /** Shows a Home tab. */
  synchronized JsonObject publish(String user, String hash, JsonObject view) {
    Limits.view(view, "home");
    JsonObject before = homes.get(user);
    if (before != null) {
      return replace(before, view, hash);
    }
    JsonObject whole = complete(view, "V" + ++count);
    homes.put(user, whole);
    changes.happened();
    return whole;
  }

  /** Closes the uppermost modal, or all. */
  synchronized void close(String user, boolean all) {
    Deque<JsonObject> pile = modals.getOrDefault(user, new ArrayDeque<>());
    if (all) {
      pile.clear();
    } else {
      pile.poll();
    }
    changes.happened();
  }

  /** The modal that a member looks at. */
  synchronized Optional<JsonObject> modal(String user) {
    return Optional.ofNullable(modals.get(user)).map(Deque::peek).map(JsonObject::deepCopy);
  }

  /** A member's Home tab. */
  synchronized Optional<JsonObject> home(String user) {
    return Optional.ofNullable(homes.get(user)).map(JsonObject::deepCopy);
  }

  private JsonObject complete(JsonObject view, String id) {
    JsonObject whole = view.deepCopy();
    whole.add("blocks", Blocks.named(Json.array(view, "blocks")));
    JsonObject more =
        Json.of(
            "id",
            id,
            "team_id",
            Workspace.TEAM,
            "app_id",
            Workspace.APP,
            "app_installed_team_id",
            Workspace.TEAM,
            "bot_id",
            Workspace.BOT,
            "root_view_id",
            id,
            "hash",
            "%d.%d".formatted(now.get().getEpochSecond(), ++count),
            "state",
            Blocks.state(Json.objects(whole, "blocks").toList(), new JsonObject()));
    more.entrySet().forEach(e -> whole.add(e.getKey(), e.getValue()));
    for (String text : new String[] {"private_metadata", "callback_id", "external_id"}) {
      if (!whole.has(text)) {
        whole.addProperty(text, "");
      }
    }
    return whole;
  }
}
