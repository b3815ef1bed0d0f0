package dev.terakoya.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.terakoya.daily.DailyPlan;
import dev.terakoya.daily.DailySettings;
import dev.terakoya.daily.Digest;
import dev.terakoya.daily.DigestPoster;
import dev.terakoya.daily.Noticeboard;
import dev.terakoya.daily.Post;
import dev.terakoya.daily.PostKey;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Shares;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Slack's channels as the board of the daily question; the post's key travels in the message's
 * metadata.
 */
public final class SlackNoticeboard implements Noticeboard, DigestPoster.Board, Desk.Counting {
  private static final String EVENT = "terakoya_daily";
  private static final String DIGEST = "terakoya_digest";
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Slack looked at the call and did nothing. Asking again the same day will not help. */
  private static final Set<String> REFUSALS =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "restricted_action",
          "invalid_auth",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "not_authed",
          "missing_scope",
          "no_permission",
          "team_access_not_granted",
          "message_not_found",
          "cant_update_message",
          "cant_delete_message",
          "edit_window_closed",
          "invalid_blocks",
          "msg_too_long",
          "msg_blocks_too_long",
          "restricted_action_read_only_channel",
          "no_text",
          "invalid_arguments");

  private final WebApi api;
  private final Duration timeout;
  private final AnswerBook answers;
  private final NoteLink link;
  private final Settings settings;

  /** The settings of a channel, for its language and closing time. */
  public interface Settings {
    /** The settings, if the channel is asked. */
    Optional<DailySettings> of(String team, String channel);
  }

  public SlackNoticeboard(
      WebApi api, Duration timeout, AnswerBook answers, NoteLink link, Settings settings) {
    this.api = api;
    this.timeout = timeout;
    this.answers = answers;
    this.link = link;
    this.settings = settings;
  }

  @Override
  public Duration timeout() {
    return timeout;
  }

  @Override
  public Sent post(PostKey key, Asked asked) {
    return posted(EVENT, key, question(asked, 0));
  }

  /** Without the chart where Slack refuses it: a refusal is surely no post. */
  @Override
  public Sent post(PostKey key, Digest digest) {
    DigestBlocks blocks = new DigestBlocks(texts(key.team(), key.channel()), link);
    Sent sent = posted(DIGEST, key, blocks.of(digest, true));
    return sent instanceof Sent.Refused(String reason) && reason.equals("invalid_blocks")
        ? posted(DIGEST, key, blocks.of(digest, false))
        : sent;
  }

  private Sent posted(String event, PostKey key, Message message) {
    Map<String, Object> arguments = message(key.channel(), message);
    arguments.put(
        "metadata", Map.of("event_type", event, "event_payload", Map.of("key", key.text())));
    arguments.put("unfurl_links", false);
    arguments.put("unfurl_media", false);
    return sent("chat.postMessage", arguments);
  }

  @Override
  public Sent close(Post post, Shares shares) {
    Message closed = blocks(post.asked()).closed(post.asked(), shares);
    Map<String, Object> arguments = message(post.key().channel(), closed);
    arguments.put("ts", post.ts());
    return sent("chat.update", arguments);
  }

  @Override
  public Sent delete(PostKey key, String ts) {
    return sent("chat.delete", Map.of("channel", key.channel(), "ts", ts));
  }

  @Override
  public void counted(Asked asked, String channel, String ts) {
    Map<String, Object> arguments =
        message(channel, question(asked, answers.shares(asked.id()).total()));
    arguments.put("ts", ts);
    api.call("chat.update", arguments);
  }

  private static Map<String, Object> message(String channel, Message message) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("channel", channel);
    arguments.put("text", message.text());
    arguments.put("blocks", message.blocks());
    return arguments;
  }

  private Message question(Asked asked, int answered) {
    String closes =
        asked
            .daily()
            .flatMap(daily ->
                settings
                    .of(asked.team(), daily.channel())
                    .map(s ->
                        DailyPlan.closes(s, daily.day())
                            .atZone(s.zone())
                            .format(DateTimeFormatter.ofPattern("HH:mm"))))
            .orElse("");
    return blocks(asked).daily(asked, answered, closes);
  }

  private QuestionBlocks blocks(Asked asked) {
    String channel = asked.daily().map(Asked.Occasion.Daily::channel).orElse("");
    return new QuestionBlocks(texts(asked.team(), channel), link);
  }

  private Texts texts(String team, String channel) {
    return Texts.in(
        settings.of(team, channel).map(s -> Language.of(s.language())).orElse(Language.JA));
  }

  private Sent sent(String method, Map<String, Object> arguments) {
    try {
      return new Sent.Done(api.call(method, arguments).get("ts").getAsString());
    } catch (SlackException e) {
      if (e.rateLimited()) {
        return new Sent.Later(e.retryAfter());
      }
      return REFUSALS.contains(e.error())
          ? new Sent.Refused(e.error())
          : new Sent.Unclear(e.error());
    }
  }

  @Override
  public Sighting look(PostKey key, Instant since) {
    return look(EVENT, key, since);
  }

  @Override
  public Sighting lookForDigest(PostKey key, Instant since) {
    return look(DIGEST, key, since);
  }

  private Sighting look(String event, PostKey key, Instant since) {
    List<String> found = new ArrayList<>();
    String cursor = "";
    try {
      do {
        JsonObject page = api.call("conversations.history", page(key, since, cursor));
        for (JsonElement message : page.getAsJsonArray("messages")) {
          if (key.text().equals(keyOf(event, message.getAsJsonObject()))) {
            found.addFirst(message.getAsJsonObject().get("ts").getAsString());
          }
        }
        cursor = next(page);
      } while (!cursor.isEmpty());
      return new Sighting.Seen(found);
    } catch (SlackException e) {
      return e.transientFault()
          ? new Sighting.Unclear(e.error(), e.rateLimited() ? e.retryAfter() : PAUSE)
          : new Sighting.Blind(e.error());
    }
  }

  private static Map<String, Object> page(PostKey key, Instant since, String cursor) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("channel", key.channel());
    arguments.put("oldest", since.getEpochSecond() + ".000000");
    arguments.put("include_all_metadata", true);
    arguments.put("limit", 200);
    if (!cursor.isEmpty()) {
      arguments.put("cursor", cursor);
    }
    return arguments;
  }

  private static String keyOf(String event, JsonObject message) {
    JsonObject metadata =
        message.has("metadata") ? message.getAsJsonObject("metadata") : new JsonObject();
    boolean ours =
        metadata.has("event_type") && metadata.get("event_type").getAsString().equals(event);
    JsonObject payload = ours ? metadata.getAsJsonObject("event_payload") : new JsonObject();
    return payload.has("key") ? payload.get("key").getAsString() : "";
  }

  private static String next(JsonObject page) {
    boolean more =
        page.has("response_metadata")
            && page.getAsJsonObject("response_metadata").has("next_cursor");
    return more ? page.getAsJsonObject("response_metadata").get("next_cursor").getAsString() : "";
  }
}
