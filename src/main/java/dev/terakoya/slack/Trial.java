package dev.terakoya.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.terakoya.daily.Noticeboard;
import dev.terakoya.daily.Post;
import dev.terakoya.daily.PostKey;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.AskedId;
import dev.terakoya.learner.Shares;
import dev.terakoya.lookup.Hit;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tries in a channel what the program does there: posts a question and an answer, finds and updates
 * the question, posts Slack's newest blocks with their fallback, and deletes it all. Nothing is
 * pressed and nothing stored.
 */
public final class Trial {
  /** A day of no real question, so that no later look takes the trial for one. */
  private static final LocalDate NEVER = LocalDate.of(2000, 1, 1);

  /** The blocks that Slack added last, and that a workspace may refuse. */
  private static final Map<String, String> NEWEST =
      Map.of(
          "table",
          "{'rows':[[{'type':'raw_text','text':'NLB'},{'type':'raw_text','text':'L4'}]]}",
          "data_table",
          "{'caption':'Terakoya','rows':[[{'type':'raw_text','text':'LB'}],"
              + "[{'type':'raw_text','text':'NLB'}]]}",
          "data_visualization",
          "{'title':'Terakoya','chart':{'type':'pie','segments':[{'label':'NLB','value':1}]}}",
          "context_actions",
          "{'elements':[{'type':'feedback_buttons','action_id':'trial','positive_button':"
              + "{'text':{'type':'plain_text','text':'👍'},'value':'1'},'negative_button':"
              + "{'text':{'type':'plain_text','text':'👎'},'value':'0'}}]}");

  private final WebApi api;
  private final Noticeboard board;
  private final LookupBlocks.Maker notes;
  private final Consumer<Step> told;

  /**
   * One thing that was tried.
   *
   * @param said what Slack answered
   * @param good whether the program can do what it needs it for
   */
  public record Step(String what, String said, boolean good) {}

  /** Tells of each step as soon as Slack has answered. */
  public Trial(WebApi api, Noticeboard board, LookupBlocks.Maker notes, Consumer<Step> told) {
    this.api = api;
    this.board = board;
    this.notes = notes;
    this.told = told;
  }

  /** Tries everything in one channel. */
  public void of(String team, String channel, Question question, Hit hit) {
    Instant now = Instant.EPOCH;
    PostKey key = new PostKey(team, channel, NEVER);
    Asked asked =
        new Asked(
            AskedId.fresh(), team, new Asked.Occasion.Daily(channel, NEVER, 0), question, now);
    Noticeboard.Sent sent = board.post(key, asked);
    say("post the daily question", sent);
    if (sent instanceof Noticeboard.Sent.Done(String ts)) {
      look(key, ts);
      Shares shares = new Shares(List.of(2, 1));
      Post post = new Post(key, asked, Post.State.POSTED, now, ts, "", shares, 0, 0);
      say("close it (chat.update)", board.close(post, shares));
      say("delete it", board.delete(key, ts));
    }
    Message answer = notes.in(Texts.in(Language.JA)).shared(hit, "U0");
    message("post a shared answer", channel, Map.of("blocks", answer.blocks()), answer.text());
    NEWEST.forEach((type, json) -> newest(channel, type, json));
  }

  /** Whether the question is found again by the key it carries. */
  private void look(PostKey key, String ts) {
    Instant since = Instant.ofEpochSecond((long) Double.parseDouble(ts) - 1);
    Noticeboard.Sighting seen = board.look(key, since);
    boolean found = seen.equals(new Noticeboard.Sighting.Seen(List.of(ts)));
    told.accept(new Step("find it by its key (conversations.history)", seen.toString(), found));
  }

  private void say(String what, Noticeboard.Sent sent) {
    told.accept(new Step(what, sent.toString(), sent instanceof Noticeboard.Sent.Done));
  }

  private void newest(String channel, String type, String json) {
    JsonObject block = JsonParser.parseString(json).getAsJsonObject();
    block.addProperty("type", type);
    String text = "Terakoya: " + type;
    if (!message("newest block: " + type, channel, Map.of("blocks", List.of(block)), text)) {
      message("  the same as text", channel, Map.of(), text);
    }
  }

  /** Posts and deletes a message; whether Slack took it. */
  private boolean message(String what, String channel, Map<String, ?> blocks, String text) {
    try {
      Map<String, Object> letter = new java.util.HashMap<>(blocks);
      letter.putAll(Map.of("channel", channel, "text", text, "unfurl_links", false));
      String ts = api.call("chat.postMessage", letter).get("ts").getAsString();
      api.call("chat.delete", Map.of("channel", channel, "ts", ts));
      told.accept(new Step(what, "ok, deleted again", true));
      return true;
    } catch (SlackException e) {
      told.accept(new Step(what, e.error(), what.startsWith("newest")));
      return false;
    }
  }
}
