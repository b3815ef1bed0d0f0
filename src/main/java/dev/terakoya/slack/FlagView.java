package dev.terakoya.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.terakoya.learner.Asked;
import java.util.List;
import java.util.Optional;

/** The window that asks what is odd about a question. */
final class FlagView {
  private static final List<String> REASONS =
      List.of("wrong", "two-right", "unclear", "outdated", "trivial");

  private FlagView() {}

  static View of(Texts texts, Asked asked) {
    List<OptionObject> reasons =
        REASONS.stream()
            .map(r ->
                OptionObject.builder()
                    .text(Ui.plain(texts.say("flag." + r), SlackLimits.BUTTON_TEXT))
                    .value(r)
                    .build())
            .toList();
    List<LayoutBlock> blocks =
        List.of(
            Ui.section(Mrkdwn.escape(asked.question().stem())),
            InputBlock.builder()
                .blockId("reason")
                .label(Ui.plain(texts.say("flag.why"), SlackLimits.HEADER_TEXT))
                .element(RadioButtonsElement.builder().actionId("reason").options(reasons).build())
                .build(),
            InputBlock.builder()
                .blockId("words")
                .optional(true)
                .label(Ui.plain(texts.say("flag.words"), SlackLimits.HEADER_TEXT))
                .element(
                    PlainTextInputElement.builder()
                        .actionId("words")
                        .multiline(true)
                        .maxLength(500)
                        .build())
                .build());
    return Ui.modal(texts.say("flag.title"), blocks)
        .callbackId(Actions.FLAG_VIEW)
        .privateMetadata(asked.id().value())
        .submit(Ui.submit(texts.say("send")))
        .close(Ui.close(texts.say("cancel")))
        .build();
  }

  static View thanks(Texts texts, boolean withdrawn) {
    return Ui.modal(
            texts.say("flag.title"),
            List.of(Ui.section(texts.say(withdrawn ? "flag.withdrawn" : "flag.thanks"))))
        .close(Ui.close(texts.say("close")))
        .build();
  }

  /** The reason chosen, and the words added to it. */
  static String reason(View view) {
    String reason =
        value(view, "reason").map(v -> v.getSelectedOption().getValue()).orElse("wrong");
    String words = value(view, "words").map(ViewState.Value::getValue).orElse("").strip();
    return words.isEmpty() ? reason : reason + ": " + words;
  }

  /** Each input stands in a block of its own name. */
  private static Optional<ViewState.Value> value(View view, String name) {
    return Optional.ofNullable(view.getState().getValues().get(name)).map(b -> b.get(name));
  }
}
