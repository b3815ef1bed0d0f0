package dev.terakoya.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Posts messages of the bot, to a channel or into a thread. */
final class Letterbox {
  private static final Set<String> BLOCKS_REFUSED =
      Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

  private final WebApi api;

  Letterbox(WebApi api) {
    this.api = api;
  }

  /**
   * Posts; in words alone where Slack refuses the blocks.
   *
   * @param thread the message replied to; empty for none
   */
  void post(String channel, String thread, Message message) {
    Map<String, Object> letter = new HashMap<>();
    letter.put("channel", channel);
    letter.put("text", message.text());
    letter.put("blocks", message.blocks());
    letter.put("unfurl_links", false);
    letter.put("unfurl_media", false);
    if (!thread.isEmpty()) {
      letter.put("thread_ts", thread);
    }
    try {
      api.call("chat.postMessage", letter);
    } catch (SlackException e) {
      if (!BLOCKS_REFUSED.contains(e.error())) {
        throw e;
      }
      letter.remove("blocks");
      api.call("chat.postMessage", letter);
    }
  }
}
