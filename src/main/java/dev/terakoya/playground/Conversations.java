package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Channels and direct messages with what was said in them. Safe for threads. */
final class Conversations {
  private final Map<String, NavigableMap<String, Message>> messages = new ConcurrentHashMap<>();
  private final Workspace workspace;
  private final Changes changes;
  private long last;

  Conversations(Workspace workspace, Changes changes) {
    this.workspace = workspace;
    this.changes = changes;
  }

  /** The next timestamp: seconds and microseconds, rising even when time stands still. */
  synchronized String stamp(Instant now) {
    last = Math.max(last + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
    return "%d.%06d".formatted(last / 1_000_000, last % 1_000_000);
  }

  /** The direct message between a member and the bot. */
  static String im(String user) {
    return "D0" + user.substring(1);
  }

  /** The member of a direct message with the bot. */
  Optional<Workspace.Member> partner(String channel) {
    return workspace.members().stream().filter(m -> im(m.id()).equals(channel)).findFirst();
  }

  /** The channel's id for an id, a user's id or a name. */
  String resolve(String channel) {
    if (workspace.member(channel).isPresent()) {
      return im(channel);
    }
    String name = channel.replaceFirst("^#", "");
    return workspace.channels().stream()
        .filter(c -> c.id().equals(channel) || c.name().equals(name))
        .map(Workspace.Channel::id)
        .findFirst()
        .or(() -> partner(channel).map(m -> channel))
        .orElseThrow(() -> new Refused("channel_not_found"));
  }

  /** The channel's id, if the bot may read and write there. */
  String open(String channel) {
    String id = resolve(channel);
    workspace
        .channel(id)
        .filter(c -> !c.withBot())
        .ifPresent(c -> {
          throw new Refused(c.isPrivate() ? "channel_not_found" : "not_in_channel");
        });
    return id;
  }

  /** Says something; ids and the timestamp are filled in. */
  Message add(String channel, JsonObject json, @Nullable String onlyFor, Instant now) {
    String ts = stamp(now);
    json.addProperty("type", "message");
    json.addProperty("ts", ts);
    json.addProperty("team", Workspace.TEAM);
    Message message = new Message(channel, ts, onlyFor, json);
    put(message);
    return message;
  }

  /** Puts a message in the place of the one with its timestamp. */
  void put(Message message) {
    in(message.channel()).put(message.ts(), message);
    changes.happened();
  }

  /** Takes a message away. */
  void remove(Message message) {
    in(message.channel()).remove(message.ts());
    changes.happened();
  }

  /** The message with a timestamp. */
  Optional<Message> find(String channel, String ts) {
    return Optional.ofNullable(in(channel).get(ts));
  }

  /** What a member sees of a channel, oldest first; null sees what everybody sees. */
  List<Message> seenBy(String channel, @Nullable String user) {
    String eyes = user == null ? "" : user;
    return in(channel).values().stream().filter(m -> m.seenBy(eyes)).toList();
  }

  /** Every channel and every direct message, by id. */
  List<String> all() {
    List<String> all =
        new ArrayList<>(workspace.channels().stream().map(Workspace.Channel::id).toList());
    workspace.members().forEach(m -> all.add(im(m.id())));
    return all;
  }

  /** A channel as {@code conversations.info} describes it. */
  JsonObject describe(String id) {
    Optional<Workspace.Channel> channel = workspace.channel(id);
    JsonObject json = Json.of("id", id, "is_im", channel.isEmpty(), "is_archived", false);
    channel.ifPresent(c -> {
      json.addProperty("name", c.name());
      json.addProperty("is_channel", !c.isPrivate());
      json.addProperty("is_private", c.isPrivate());
      json.addProperty("is_member", c.withBot());
    });
    partner(id).ifPresent(m -> json.addProperty("user", m.id()));
    return json;
  }

  private NavigableMap<String, Message> in(String channel) {
    return messages.computeIfAbsent(channel, c -> new ConcurrentSkipListMap<>());
  }
}
