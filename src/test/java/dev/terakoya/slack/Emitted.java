package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Shares;
import dev.terakoya.learner.Verdict;
import dev.terakoya.lookup.Focus;
import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Hit;
import dev.terakoya.notes.Section;
import dev.terakoya.playground.SlackSays;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All Block Kit that a section of the notes, or a question, can lead to. */
final class Emitted {
  static final String WEB = "https://notes.example/{file}#L{from}-L{to}";
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final Instant NOW = Instant.parse("2026-11-04T00:00:00Z");

  /**
   * One message or view as it goes to Slack.
   *
   * @param kind {@code message} or {@code modal}
   */
  record One(String kind, JsonObject json) {
    /** What Slack would object to; empty for nothing. */
    String objection() {
      return kind.equals("message") ? SlackSays.ofMessage(json) : SlackSays.ofModal(json);
    }
  }

  private final List<One> all = new ArrayList<>();

  private Emitted() {}

  /** Answers in which this section is the best hit and all others, shares and windows. */
  static List<One> of(Section section, String query, Glossary glossary) {
    Emitted emitted = new Emitted();
    emitted.add(section, query, Texts.in(Language.JA), new NoteLink(""), glossary);
    emitted.add(section, query, Texts.in(Language.EN), new NoteLink(WEB), glossary);
    return emitted.all;
  }

  private void add(Section section, String query, Texts texts, NoteLink link, Glossary glossary) {
    LookupBlocks.Maker maker = new LookupBlocks.Maker(link, () -> glossary);
    LookupBlocks blocks = maker.in(texts);
    Focus focus = new Focus(section.source().from() + 1, section.source().from() + 30);
    String snippet = section.blocks().toString();
    Hit hit = new Hit(section, 1, focus, snippet, section::blocks, List::of);
    Found.Hits hits = new Found.Hits(query, Collections.nCopies(5, hit), null, Duration.ZERO);
    Found.Nothing nothing =
        new Found.Nothing(query, List.of("NLB", section.heading(), snippet), Duration.ZERO);
    message(blocks.of(hits));
    message(blocks.of(nothing));
    message(blocks.shared(hit, "U0SATO"));
    modal(blocks.whole(section));
    List<String> terms = TermsView.terms(glossary, snippet);
    TermsView view = new TermsView(texts, maker);
    modal(view.of(terms));
    modal(view.of(terms, 0, hits));
    modal(view.of(terms, 0, nothing));
  }

  /** A question in public and private, every verdict on it, its end, and the window to flag it. */
  static List<One> of(Question question) {
    Emitted emitted = new Emitted();
    Asked asked = Asked.privately("T0", question, NOW);
    emitted.add(asked, Texts.in(Language.JA), new NoteLink(""));
    emitted.add(asked, Texts.in(Language.EN), new NoteLink(WEB));
    return emitted.all;
  }

  private void add(Asked asked, Texts texts, NoteLink link) {
    Question question = asked.question();
    QuestionBlocks blocks = new QuestionBlocks(texts, link);
    int last = question.options().size() - 1;
    message(blocks.daily(asked, 0, "18:00"));
    message(blocks.daily(asked, 99_999, "18:00"));
    message(blocks.privately(asked));
    message(blocks.closed(asked, new Shares(List.of())));
    message(blocks.closed(asked, new Shares(List.of(1, 99_999))));
    for (Verdict verdict :
        List.of(
            new Verdict.Right(question, NOW),
            new Verdict.Wrong(question, last, NOW, false),
            new Verdict.Wrong(question, last, NOW, true),
            new Verdict.AlreadyAnswered(question, last, true, NOW),
            new Verdict.AlreadyAnswered(question, 0, false, NOW),
            new Verdict.Withdrawn(question),
            new Verdict.Unknown())) {
      message(blocks.verdict(asked, verdict, NOW));
    }
    modal(FlagView.of(texts, asked));
    modal(FlagView.thanks(texts, true));
  }

  private void message(Message message) {
    JsonObject json = GSON.toJsonTree(message).getAsJsonObject();
    all.add(new One("message", json.deepCopy()));
    json.addProperty("response_type", "ephemeral");
    assertThat(JsonParser.parseString(message.ephemeral())).isEqualTo(json);
  }

  private void modal(View view) {
    all.add(new One("modal", GSON.toJsonTree(view).getAsJsonObject()));
  }
}
