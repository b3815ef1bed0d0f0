package dev.terakoya.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.AskedId;
import dev.terakoya.learner.Shares;
import dev.terakoya.learner.Verdict;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How questions, verdicts and closed questions look. */
final class QuestionBlocks {
  /** Longer options are listed and their buttons lettered, so that a phone shows them whole. */
  private static final int LONGEST_BUTTON = 20;

  private static final int BAR = 10;

  private final Texts texts;
  private final NoteLink link;

  QuestionBlocks(Texts texts, NoteLink link) {
    this.texts = texts;
    this.link = link;
  }

  /**
   * The question of the day.
   *
   * @param answered how many have answered
   * @param closes local time of the closing, as people read it
   */
  Message daily(Asked asked, int answered, String closes) {
    Question question = asked.question();
    List<LayoutBlock> blocks = new ArrayList<>();
    String title = texts.say("daily.title") + number(asked);
    blocks.add(Ui.header(title));
    topic(question).map(Ui::context).ifPresent(blocks::add);
    blocks.addAll(ask(asked.id(), question));
    blocks.add(Ui.context(texts.say("daily.state", answered, closes)));
    return new Message(title + ": " + Mrkdwn.escape(question.stem()), blocks);
  }

  private static String number(Asked asked) {
    int number = asked.daily().map(Asked.Occasion.Daily::number).orElse(0);
    return number > 0 ? "  #" + number : "";
  }

  /** A candidate for a day, for those who approve. */
  Message candidate(Question question, String channel, LocalDate day, String reference) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.section(texts.say("approval.ask", channel, day)));
    blocks.add(text(RichText.bold(question.stem())));
    blocks.add(listed(question));
    blocks.add(text(RichText.plain(question.explanation())));
    blocks.add(Ui.context(source(question)));
    blocks.add(
        Ui.actions(
            List.of(
                Ui.button(Actions.APPROVE, texts.say("approval.yes"), reference),
                Ui.button(Actions.NEXT_CANDIDATE, texts.say("approval.next"), reference))));
    return new Message(Mrkdwn.escape(question.stem()), blocks);
  }

  /** A question to one person. */
  Message privately(Asked asked) {
    Question question = asked.question();
    List<LayoutBlock> blocks = new ArrayList<>();
    String title = texts.say("quiz.title");
    blocks.add(Ui.context(topic(question).map(t -> title + "　·　" + t).orElse(title)));
    blocks.addAll(ask(asked.id(), question));
    blocks.add(
        Ui.actions(List.of(Ui.button(Actions.SKIP, texts.say("quiz.skip"), asked.id().value()))));
    return new Message(Mrkdwn.escape(question.stem()), blocks);
  }

  private List<LayoutBlock> ask(AskedId id, Question question) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(text(RichText.bold(question.stem())));
    boolean lettered = question.options().stream().anyMatch(o -> width(o) > LONGEST_BUTTON * 2);
    if (lettered) {
      blocks.add(listed(question));
    }
    List<BlockElement> buttons = new ArrayList<>();
    for (int i = 0; i < question.options().size(); i++) {
      String option = question.options().get(i);
      buttons.add(
          Ui.named(
              Ui.button(
                  Actions.ANSWER + "_" + i, lettered ? letter(i) : option, id.value() + " " + i),
              option));
    }
    blocks.add(Ui.actions(buttons));
    return blocks;
  }

  private static LayoutBlock listed(Question question) {
    List<RichTextElement> lines = new ArrayList<>();
    for (int i = 0; i < question.options().size(); i++) {
      lines.add(RichText.bold((i == 0 ? "" : "\n") + letter(i) + "　"));
      lines.add(RichText.plain(question.options().get(i)));
    }
    return RichTextBlock.builder().elements(List.of(RichText.section(lines))).build();
  }

  /** What a press comes to, for the one who pressed. */
  Message verdict(Asked asked, Verdict verdict, Instant now) {
    return switch (verdict) {
      case Verdict.Right right ->
          judged(
              asked,
              List.of(RichText.bold(texts.say("verdict.right"))),
              -1,
              next(right.due(), now));
      case Verdict.Wrong wrong ->
          judged(
              asked,
              wrong(wrong.question()),
              wrong.chosen(),
              wrong.paused() ? texts.say("verdict.paused") : next(wrong.due(), now));
      case Verdict.AlreadyAnswered before ->
          said(
              texts.say(
                  before.right() ? "verdict.already-right" : "verdict.already-wrong",
                  before.question().options().get(before.chosen()),
                  before.question().key(),
                  due(before.due(), now)));
      case Verdict.Withdrawn withdrawn -> said(texts.say("verdict.withdrawn"));
      case Verdict.Unknown unknown -> said(texts.say("verdict.unknown"));
    };
  }

  private String next(Instant due, Instant now) {
    return texts.say("verdict.next", due(due, now));
  }

  private List<RichTextElement> wrong(Question question) {
    return List.of(
        RichText.plain(texts.say("verdict.wrong.before")),
        RichText.bold(question.key()),
        RichText.plain(texts.say("verdict.wrong.after")));
  }

  private Message judged(Asked asked, List<RichTextElement> headline, int chosen, String next) {
    Question question = asked.question();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(text(headline.toArray(RichTextElement[]::new)));
    blocks.add(text(RichText.plain(question.explanation())));
    if (chosen >= 0
        && chosen < question.notes().size()
        && !question.notes().get(chosen).isBlank()) {
      blocks.add(
          text(
              RichText.bold(question.options().get(chosen)),
              RichText.plain(texts.say("verdict.chosen", question.notes().get(chosen)))));
    }
    blocks.add(Ui.context(source(question) + "　·　" + next));
    List<BlockElement> buttons = new ArrayList<>();
    buttons.add(Ui.button(Actions.READ_NOTE, texts.say("verdict.read"), asked.id().value()));
    buttons.add(Ui.button(Actions.QUIZ, texts.say("verdict.more"), "next"));
    if (asked.daily().isEmpty()) {
      buttons.add(Ui.button(Actions.UNDO, texts.say("verdict.undo"), asked.id().value()));
    }
    buttons.add(Ui.button(Actions.FLAG, texts.say("verdict.flag"), asked.id().value()));
    blocks.add(Ui.actions(buttons));
    return new Message(plain(headline) + " " + Mrkdwn.escape(question.explanation()), blocks);
  }

  private static String plain(List<RichTextElement> elements) {
    StringBuilder text = new StringBuilder();
    for (RichTextElement element : elements) {
      if (element instanceof Run run) {
        text.append(Mrkdwn.escape(run.text()));
      }
    }
    return text.toString();
  }

  /** The question of the day when it is over: how all answered, what is right, why. */
  Message closed(Asked asked, Shares shares) {
    Question question = asked.question();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.header(texts.say("daily.closed-title") + number(asked)));
    topic(question).map(Ui::context).ifPresent(blocks::add);
    blocks.add(text(RichText.bold(question.stem())));
    blocks.add(shares(question, shares));
    blocks.add(text(RichText.plain(question.explanation())));
    blocks.add(Ui.context(source(question) + "　·　" + texts.say("daily.total", shares.total())));
    blocks.add(
        Ui.actions(
            List.of(
                Ui.button(Actions.READ_NOTE, texts.say("verdict.read"), asked.id().value()),
                Ui.button(Actions.FLAG, texts.say("verdict.flag"), asked.id().value()))));
    return new Message(texts.say("daily.closed-text", Mrkdwn.escape(question.key())), blocks);
  }

  private LayoutBlock shares(Question question, Shares shares) {
    List<RichTextElement> lines = new ArrayList<>();
    int total = Math.max(1, shares.total());
    for (int i = 0; i < question.options().size(); i++) {
      int filled = Math.round((float) BAR * shares.of(i) / total);
      String bar = "▇".repeat(filled) + "▁".repeat(BAR - filled);
      String line = "%s %3d %%".formatted(bar, Math.round(100f * shares.of(i) / total));
      boolean right = i == question.answer();
      lines.add(RichText.plain((i == 0 ? "" : "\n") + line + "  "));
      String option = (right ? "✓ " : "") + question.options().get(i);
      lines.add(right ? RichText.bold(option) : RichText.plain(option));
    }
    return RichTextBlock.builder().elements(List.of(RichText.section(lines))).build();
  }

  Message said(String text) {
    return new Message(Mrkdwn.escape(text), List.of(text(RichText.plain(text))));
  }

  private static LayoutBlock text(RichTextElement... runs) {
    return RichTextBlock.builder().elements(List.of(RichText.section(List.of(runs)))).build();
  }

  private String source(Question question) {
    return link.of(question.source().source(), texts);
  }

  /** The outermost headings, else the file; mrkdwn. None where the stem itself begins with them. */
  private static Optional<String> topic(Question question) {
    if (question.stem().startsWith("【")) {
      return Optional.empty();
    }
    List<String> headings = question.source().headings();
    String topic =
        headings.isEmpty()
            ? question.source().source().file()
            : String.join(" › ", headings.subList(0, Math.min(2, headings.size())));
    return Optional.of(Mrkdwn.escape(Cut.to(topic, SlackLimits.HEADINGS)));
  }

  private String due(Instant due, Instant now) {
    long days = Math.max(1, Math.round(Duration.between(now, due).toHours() / 24.0));
    return texts.say("in-days", days);
  }

  private static String letter(int option) {
    return String.valueOf((char) ('A' + option));
  }

  private static int width(String text) {
    return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
  }
}
