package dev.terakoya.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.terakoya.daily.Post;
import dev.terakoya.learner.Lookups;
import dev.terakoya.learner.PersonalSettings;
import dev.terakoya.learner.Standing;
import dev.terakoya.learner.TeamStanding;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a person's Home, and the team's standing, look. Home is seen by nobody else; the team's
 * standing names nobody.
 */
final class HomeBlocks {
  /** Stands for nothing chosen. */
  static final String NONE = "none";

  private static final int BAR = 10;
  private static final int TOPICS = 8;
  private static final int LONGEST_TOPIC = 30;

  private final Texts texts;
  private final NoteLink link;
  private final String command;

  HomeBlocks(Texts texts, NoteLink link, String command) {
    this.texts = texts;
    this.link = link;
    this.command = command;
  }

  /**
   * What Home shows.
   *
   * @param standing how the person is doing
   * @param today the open question of the day, if there is one
   * @param answered whether the person has answered it
   * @param gaps what the notes lack, for those who run the bot; empty for others
   * @param settings what the person chose
   */
  record Contents(
      Standing standing,
      Optional<Post> today,
      boolean answered,
      List<Lookups.Gap> gaps,
      PersonalSettings settings) {}

  View home(Contents contents) {
    Standing standing = contents.standing();
    List<LayoutBlock> blocks = new ArrayList<>();
    if (standing.answered() == 0) {
      blocks.add(Ui.header(texts.say("home.welcome")));
      blocks.add(Ui.section(texts.say("home.welcome-text", command)));
    }
    blocks.addAll(today(contents));
    blocks.addAll(review(standing));
    if (standing.answered() > 0) {
      blocks.addAll(record(standing));
    }
    blocks.addAll(gaps(contents.gaps()));
    blocks.addAll(settings(contents.settings()));
    return View.builder()
        .type("home")
        .blocks(blocks.subList(0, Math.min(blocks.size(), SlackLimits.VIEW_BLOCKS)))
        .build();
  }

  private List<LayoutBlock> today(Contents contents) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.header(texts.say("daily.title")));
    if (contents.today().isEmpty()) {
      blocks.add(Ui.section(texts.say("home.no-question")));
      return blocks;
    }
    Post post = contents.today().get();
    blocks.add(text(RichText.plain(post.asked().question().stem())));
    blocks.add(
        Ui.context(
            texts.say(
                contents.answered() ? "home.answered" : "home.open",
                "<#" + post.key().channel() + ">")));
    return blocks;
  }

  private List<LayoutBlock> review(Standing standing) {
    return List.of(
        DividerBlock.builder().build(),
        Ui.section(
            standing.due() > 0
                ? texts.say("home.due", standing.due())
                : texts.say("home.nothing-due")),
        Ui.actions(List.of(Ui.button(Actions.HOME_QUIZ, texts.say("home.begin"), "next"))));
  }

  private List<LayoutBlock> record(Standing standing) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(DividerBlock.builder().build());
    blocks.add(Ui.header(texts.say("home.record")));
    int share = Math.round(100f * standing.right() / standing.answered());
    blocks.add(
        Ui.section(
            texts.say(
                "home.numbers", standing.answered(), standing.right(), share, standing.streak())));
    List<Standing.TopicRecall> met =
        standing.recall().stream().filter(t -> t.met() > 0).limit(TOPICS).toList();
    if (!met.isEmpty()) {
      blocks.add(Ui.context(texts.say("home.recall")));
      blocks.add(bars(met));
    }
    if (!standing.latest().isEmpty()) {
      blocks.add(Ui.context(texts.say("home.latest")));
      blocks.add(latest(standing.latest()));
    }
    return blocks;
  }

  private static LayoutBlock bars(List<Standing.TopicRecall> topics) {
    List<RichTextElement> lines = new ArrayList<>();
    for (Standing.TopicRecall topic : topics) {
      int filled = (int) Math.round(BAR * topic.recall());
      String bar = "▇".repeat(filled) + "▁".repeat(BAR - filled);
      lines.add(
          RichText.plain(
              (lines.isEmpty() ? "" : "\n")
                  + "%s %3d %%  %s"
                      .formatted(
                          bar,
                          Math.round(100 * topic.recall()),
                          Cut.to(topic.topic(), LONGEST_TOPIC))));
    }
    return text(lines.toArray(RichTextElement[]::new));
  }

  private LayoutBlock latest(List<Standing.Given> answers) {
    StringBuilder lines = new StringBuilder();
    for (Standing.Given given : answers) {
      lines
          .append(given.right() ? "✓ " : "✗ ")
          .append(Mrkdwn.escape(Cut.to(given.question().stem(), 80)))
          .append("　")
          .append(link.of(given.question().source().source(), texts))
          .append('\n');
    }
    return Ui.section(lines.toString());
  }

  private List<LayoutBlock> settings(PersonalSettings settings) {
    List<OptionObject> times = new ArrayList<>();
    times.add(option(texts.say("home.remind-off"), NONE));
    for (int hour = 6; hour < 23; hour++) {
      String time = LocalTime.of(hour, 0).toString();
      times.add(option(texts.say("home.remind-at", time), time));
    }
    List<OptionObject> languages =
        List.of(
            option(texts.say("home.language-slack"), NONE),
            option("日本語", "ja"),
            option("English", "en"));
    return List.of(
        DividerBlock.builder().build(),
        Ui.context(texts.say("home.settings")),
        Ui.actions(
            List.of(
                select(
                    Actions.HOME_REMIND,
                    times,
                    settings.remindAt().map(LocalTime::toString).orElse(NONE)),
                select(Actions.HOME_LANGUAGE, languages, settings.language().orElse(NONE)))));
  }

  private static OptionObject option(String label, String value) {
    return OptionObject.builder()
        .text(Ui.plain(label, SlackLimits.BUTTON_TEXT))
        .value(value)
        .build();
  }

  private static StaticSelectElement select(
      String action, List<OptionObject> options, String chosen) {
    return StaticSelectElement.builder()
        .actionId(action)
        .options(options)
        .initialOption(
            options.stream()
                .filter(o -> o.getValue().equals(chosen))
                .findFirst()
                .orElse(options.getFirst()))
        .build();
  }

  /** Something is due. */
  Message reminder(int due) {
    return new Message(
        texts.say("remind.due", due),
        List.of(
            Ui.section(texts.say("remind.due", due)),
            Ui.actions(List.of(Ui.button(Actions.HOME_QUIZ, texts.say("home.begin"), "next"))),
            Ui.context(texts.say("remind.how"))));
  }

  private List<LayoutBlock> gaps(List<Lookups.Gap> gaps) {
    if (gaps.isEmpty()) {
      return List.of();
    }
    StringBuilder lines = new StringBuilder();
    gaps.stream()
        .limit(10)
        .forEach(g ->
            lines
                .append("• ")
                .append(Mrkdwn.escape(g.query()))
                .append("　")
                .append(texts.say("home.gap", g.times(), g.wishes()))
                .append('\n'));
    return List.of(
        DividerBlock.builder().build(),
        Ui.header(texts.say("home.gaps")),
        Ui.section(lines.toString()));
  }

  /** {@code /aws stats}: coverage and recall of the team, what is weakest, what was missed most. */
  Message team(TeamStanding team) {
    int facts = team.topics().stream().mapToInt(Standing.TopicRecall::facts).sum();
    int met = team.topics().stream().mapToInt(Standing.TopicRecall::met).sum();
    String coverage =
        texts.say(
            "stats.coverage",
            team.members(),
            met,
            facts,
            facts == 0 ? 0 : Math.round(100f * met / facts));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.header(texts.say("stats.title")));
    blocks.add(Ui.section(coverage));
    if (!team.weakest().isEmpty()) {
      blocks.add(Ui.context(texts.say("stats.weakest")));
      blocks.add(bars(team.weakest()));
    }
    if (!team.missed().isEmpty()) {
      blocks.add(Ui.context(texts.say("stats.missed")));
      List<RichTextElement> lines = new ArrayList<>();
      for (TeamStanding.Missed missed : team.missed().stream().limit(5).toList()) {
        lines.add(
            RichText.plain(
                (lines.isEmpty() ? "" : "\n") + "• " + missed.question().stem() + " → "));
        lines.add(RichText.bold(missed.question().key()));
      }
      blocks.add(text(lines.toArray(RichTextElement[]::new)));
    }
    return new Message(texts.say("stats.title") + ": " + coverage, blocks);
  }

  private static LayoutBlock text(RichTextElement... runs) {
    return RichTextBlock.builder().elements(List.of(RichText.section(List.of(runs)))).build();
  }
}
