package dev.terakoya.slack;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * What is sent to Slack.
 *
 * @param text the whole message in plain words, for notifications, screen readers and clients that
 *     show no blocks; mrkdwn, escaped
 * @param blocks Block Kit, within Slack's limits
 */
public record Message(String text, List<LayoutBlock> blocks) {
  /** Writes only. The SDK's own, which also reads, first builds a tree of each block. */
  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private static final int LIKELY = 8_192;

  private record Answer(String responseType, String text, List<LayoutBlock> blocks) {}

  public Message {
    text = Cut.to(text, SlackLimits.MESSAGE_TEXT);
    blocks = List.copyOf(blocks);
  }

  /** The answer to a command, in JSON, for the one who typed it. */
  String ephemeral() {
    StringBuilder json = new StringBuilder(LIKELY);
    GSON.toJson(new Answer("ephemeral", text, blocks), json);
    return json.toString();
  }
}
