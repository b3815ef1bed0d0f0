package dev.terakoya.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.terakoya.daily.Digest;
import dev.terakoya.daily.Post;
import dev.terakoya.quiz.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a channel's week in review looks. */
final class DigestBlocks {
  private static final int FLAGGED = 3;
  private static final int STEM = 90;

  private final Texts texts;
  private final NoteLink link;

  DigestBlocks(Texts texts, NoteLink link) {
    this.texts = texts;
    this.link = link;
  }

  /** The week, with the chart where Slack takes it; the same in words in any case. */
  Message of(Digest digest, boolean chart) {
    String summary =
        texts.say("digest.summary", digest.posts().size(), digest.answers(), digest.rightPercent());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.header(texts.say("digest.title")));
    blocks.add(Ui.section(summary));
    blocks.add(
        Ui.section(titled("digest.questions", digest.posts().stream().map(this::line).toList())));
    digest.missed().ifPresent(post -> blocks.addAll(missed(post)));
    if (!digest.flagged().isEmpty()) {
      blocks.add(Ui.section(flagged(digest.flagged())));
    }
    if (!digest.recall().isEmpty()) {
      if (chart && digest.weeks().size() > 1) {
        blocks.add(chart(digest));
      }
      blocks.add(Ui.section(titled("digest.chart", recall(digest))));
    }
    return new Message(texts.say("digest.title") + ": " + summary, blocks);
  }

  private String titled(String key, List<String> lines) {
    return "*" + texts.say(key) + "*\n" + String.join("\n", lines);
  }

  private String line(Post post) {
    Question question = post.asked().question();
    String answer = question.options().size() > 2 ? " → " + Mrkdwn.escape(question.key()) : "";
    String share = Digest.rightPercent(post).map(p -> texts.say("digest.share", p)).orElse("–");
    return "• " + Mrkdwn.escape(Cut.to(question.stem(), STEM)) + answer + "　*" + share + "*";
  }

  private List<LayoutBlock> missed(Post post) {
    Question question = post.asked().question();
    return List.of(
        Ui.section(
            titled(
                "digest.missed",
                List.of(Mrkdwn.escape(question.stem()), Mrkdwn.escape(question.explanation())))),
        Ui.context(link.of(question.source().source(), texts)));
  }

  private String flagged(List<Question> questions) {
    return texts.say("digest.flags", questions.size())
        + "\n"
        + questions.stream()
            .limit(FLAGGED)
            .map(q -> "• " + link.of(q.source().source(), texts))
            .distinct()
            .collect(Collectors.joining("\n"));
  }

  private LayoutBlock chart(Digest digest) {
    Map<String, List<Integer>> lines = new LinkedHashMap<>();
    digest
        .recall()
        .forEach((topic, values) ->
            lines.put(topic, values.stream().map(DigestBlocks::percent).toList()));
    return ChartBlock.lines(
        texts.say("digest.chart"), digest.weeks().stream().map(this::day).toList(), lines);
  }

  private String day(LocalDate monday) {
    return monday.getMonthValue() + "/" + monday.getDayOfMonth();
  }

  private List<String> recall(Digest digest) {
    return digest.recall().entrySet().stream()
        .map(topic -> {
          List<Double> values = topic.getValue();
          double before = values.size() > 1 ? values.get(values.size() - 2) : 0;
          String name = Mrkdwn.escape(Cut.to(topic.getKey(), STEM));
          return before > 0
              ? texts.say("digest.recall", name, percent(values.getLast()), percent(before))
              : texts.say("digest.first-recall", name, percent(values.getLast()));
        })
        .toList();
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }
}
