package dev.terakoya.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.View;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Learner;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all routes share: everybody's language, and ways to answer after the request is
 * acknowledged.
 */
public final class Desk {
  private final WebApi api;
  private final Later later;
  private final Readers readers;
  private final Metrics metrics;
  private final Counting counting;
  private volatile Consumer<Learner> afterAnswer = learner -> {};

  /** Brings the number of answers under a daily question up to date. */
  public interface Counting {
    /** Writes the message anew. */
    void counted(Asked asked, String channel, String ts);
  }

  public Desk(WebApi api, Later later, Readers readers, Metrics metrics, Counting counting) {
    this.metrics = metrics;
    this.counting = counting;
    this.api = api;
    this.later = later;
    this.readers = readers;
  }

  WebApi api() {
    return api;
  }

  Later later() {
    return later;
  }

  Metrics metrics() {
    return metrics;
  }

  void counted(Asked asked, String channel, String ts) {
    later.run("counting answers", () -> counting.counted(asked, channel, ts));
  }

  /** Sends a direct message. */
  void direct(String user, Message message) {
    String channel =
        api.call("conversations.open", Map.of("users", user))
            .getAsJsonObject("channel")
            .get("id")
            .getAsString();
    api.call(
        "chat.postMessage",
        Map.of("channel", channel, "text", message.text(), "blocks", message.blocks()));
  }

  /** A person's zone as Slack knows it; nothing when Slack does not say. */
  Optional<ZoneId> zone(String user) {
    try {
      JsonObject known = api.call("users.info", Map.of("user", user)).getAsJsonObject("user");
      return known.has("tz")
          ? Optional.of(ZoneId.of(known.get("tz").getAsString()))
          : Optional.empty();
    } catch (SlackException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Somebody has answered: what shows their record is out of date. */
  void answered(Learner learner) {
    afterAnswer.accept(learner);
  }

  /** Has somebody told of each answer. */
  public void afterAnswer(Consumer<Learner> told) {
    afterAnswer = told;
  }

  /** Texts in a person's language. */
  Texts texts(String user) {
    return Texts.in(readers.language(user));
  }

  /** Somebody chose another language; known from the next time on. */
  void languageChosen(String user) {
    readers.forget(user);
    readers.language(user);
  }

  /** Texts in the language of what everybody sees. */
  Texts channelTexts() {
    return Texts.in(readers.everybody());
  }

  /** Tells somebody, and nobody else, that what they asked for did not work. */
  void sorry(String user, String responseUrl) {
    Message sorry = sorry(user);
    respond(responseUrl, sorry, Map.of("response_type", "ephemeral", "replace_original", false));
  }

  /** That something did not work. */
  Message sorry(String user) {
    String sorry = texts(user).say("sorry");
    return new Message(sorry, List.of(Ui.section(sorry)));
  }

  void respond(String responseUrl, Message message, Map<String, Object> how) {
    Map<String, Object> body = new HashMap<>(how);
    body.put("text", message.text());
    body.put("blocks", message.blocks());
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    respond(responseUrl, body);
  }

  void respond(String responseUrl, Map<String, Object> body) {
    later.run("answering a press", () -> api.respond(responseUrl, body));
  }

  /** Says something that only the one who pressed sees, and leaves the message pressed as it is. */
  void whisper(BlockActionPayload payload, Message message) {
    respond(
        payload.getResponseUrl(),
        message,
        Map.of("response_type", "ephemeral", "replace_original", false));
  }

  /** Opens a window; the trigger lives three seconds. */
  void open(String trigger, View view) {
    later.run(
        "opening a window",
        () -> api.call("views.open", Map.of("trigger_id", trigger, "view", view)));
  }
}
