package dev.terakoya.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;

/** The few shapes that all our messages are made of, each cut to Slack's limits. */
final class Ui {
  private Ui() {}

  static LayoutBlock header(String text) {
    return HeaderBlock.builder().text(plain(text, SlackLimits.HEADER_TEXT)).build();
  }

  /** Small grey text; mrkdwn, its values escaped by the caller. */
  static LayoutBlock context(String mrkdwn) {
    return ContextBlock.builder()
        .elements(List.of(markdown(Cut.to(mrkdwn, SlackLimits.CONTEXT_TEXT))))
        .build();
  }

  /** A line of text; mrkdwn, its values escaped by the caller. */
  static LayoutBlock section(String mrkdwn) {
    return SectionBlock.builder().text(markdown(mrkdwn)).build();
  }

  static LayoutBlock actions(List<? extends BlockElement> elements) {
    return ActionsBlock.builder().elements(List.copyOf(elements)).build();
  }

  /** A button; its label is read out as {@code label} unless that says too little. */
  static ButtonElement button(String action, String label, String value) {
    return ButtonElement.builder()
        .actionId(action)
        .text(plain(label, SlackLimits.BUTTON_TEXT))
        .value(value.isEmpty() ? null : Cut.to(value, SlackLimits.BUTTON_VALUE))
        .build();
  }

  static ButtonElement named(ButtonElement button, String spoken) {
    button.setAccessibilityLabel(Cut.to(spoken, SlackLimits.BUTTON_TEXT));
    return button;
  }

  /** A window with a title; its buttons are added by the caller. */
  static View.ViewBuilder modal(String title, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .title(
            ViewTitle.builder()
                .type("plain_text")
                .text(Cut.to(title, SlackLimits.MODAL_TITLE))
                .build())
        .blocks(blocks.subList(0, Math.min(blocks.size(), SlackLimits.VIEW_BLOCKS)));
  }

  static ViewSubmit submit(String label) {
    return ViewSubmit.builder()
        .type("plain_text")
        .text(Cut.to(label, SlackLimits.MODAL_TITLE))
        .build();
  }

  static ViewClose close(String label) {
    return ViewClose.builder()
        .type("plain_text")
        .text(Cut.to(label, SlackLimits.MODAL_TITLE))
        .build();
  }

  static PlainTextObject plain(String text, int most) {
    String seen = Mrkdwn.seen(text);
    String shown = seen.isBlank() ? "…" : seen;
    return PlainTextObject.builder().text(Cut.to(shown, most)).emoji(false).build();
  }

  static MarkdownTextObject markdown(String mrkdwn) {
    return MarkdownTextObject.builder()
        .text(Cut.to(mrkdwn, SlackLimits.SECTION_TEXT))
        .verbatim(true)
        .build();
  }
}
