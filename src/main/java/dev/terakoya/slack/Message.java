package dev.terakoya.slack;

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
  public Message {
    text = Cut.to(text, SlackLimits.MESSAGE_TEXT);
    blocks = List.copyOf(blocks);
  }
}
