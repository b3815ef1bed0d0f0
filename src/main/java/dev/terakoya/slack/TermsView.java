package dev.terakoya.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The window that shows which terms a message names, and what the notes say about one of them. */
final class TermsView {
  static final String TERM = "look_up_term";
  private static final int MOST_TERMS = 20;
  private static final int LONGEST_MESSAGE = 10_000;

  private final Texts texts;
  private final LookupBlocks.Maker notes;

  TermsView(Texts texts, LookupBlocks.Maker notes) {
    this.texts = texts;
    this.notes = notes;
  }

  /** The terms that a text names, as it names them, each once. */
  static List<String> terms(Glossary glossary, String text) {
    String read = Cut.to(text, LONGEST_MESSAGE);
    Map<String, String> terms = new LinkedHashMap<>();
    glossary
        .mentions(read)
        .forEach(m ->
            terms.putIfAbsent(
                m.term().id(),
                Cut.to(read.substring(m.from(), m.to()).replaceAll("\\s+", " "), 75)));
    return terms.values().stream().distinct().limit(MOST_TERMS).toList();
  }

  /** The terms that a window of ours offers. */
  static List<String> terms(View view) {
    String kept = view.getPrivateMetadata();
    return kept == null ? List.of() : kept.lines().toList();
  }

  /** The terms to choose from. */
  View of(List<String> terms) {
    return window(terms, terms.isEmpty() ? List.of() : List.of(offer(terms, -1)));
  }

  /** The terms, and the answer to the one that was tapped. */
  View of(List<String> terms, int tapped, Found found) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (terms.size() > 1) {
      blocks.add(offer(terms, tapped));
    }
    blocks.addAll(answer(found));
    return window(terms, blocks);
  }

  private View window(List<String> terms, List<LayoutBlock> below) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.context(texts.say(terms.isEmpty() ? "terms.none" : "terms.found")));
    blocks.addAll(below);
    return Ui.modal(texts.say("terms.title"), blocks)
        .close(Ui.close(texts.say("close")))
        .privateMetadata(String.join("\n", terms))
        .build();
  }

  private LayoutBlock offer(List<String> terms, int tapped) {
    List<BlockElement> buttons = new ArrayList<>();
    for (String term : terms) {
      ButtonElement button = Ui.button(TERM + "_" + buttons.size(), term, term);
      if (buttons.size() == tapped) {
        button.setStyle("primary");
      }
      buttons.add(Ui.named(button, texts.say("terms.look-up", term)));
    }
    return Ui.actions(buttons);
  }

  private List<LayoutBlock> answer(Found found) {
    LookupBlocks answers = notes.in(texts);
    return switch (found) {
      case Found.Nothing nothing ->
          List.of(
              Ui.section(texts.say("lookup.nothing", Mrkdwn.escape(Cut.to(nothing.query(), 80)))));
      case Found.Hits hits -> {
        List<LayoutBlock> blocks = new ArrayList<>();
        Hit best = hits.hits().getFirst();
        blocks.add(Ui.header(answers.title(best.section())));
        blocks.addAll(answers.whole(best.section()).getBlocks());
        others(hits, answers).forEach(blocks::add);
        yield blocks;
      }
    };
  }

  private List<LayoutBlock> others(Found.Hits hits, LookupBlocks answers) {
    List<LayoutBlock> others = new ArrayList<>();
    for (Hit hit : hits.hits().subList(1, hits.hits().size())) {
      if (others.isEmpty()) {
        others.add(Ui.context(texts.say("lookup.others")));
      }
      others.add(Ui.context(answers.place(hit.section())));
    }
    return others;
  }
}
