package dev.terakoya.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.lookup.Comparison;
import dev.terakoya.lookup.Focus;
import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Hit;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a look-up's answer looks. */
public final class LookupBlocks {
  private static final int LINES = 14;
  private static final int CHARACTERS = 1_500;
  private static final int SHARED_LINES = 10;
  private static final int OTHERS = 4;
  private static final int QUOTED_LINES = 6;
  private static final int QUOTED = 800;

  /** What all answers are made with, whoever reads them. */
  public record Maker(NoteLink link, Supplier<Glossary> terms) {
    LookupBlocks in(Texts texts) {
      return new LookupBlocks(texts, link, glossary());
    }

    Glossary glossary() {
      return terms.get();
    }
  }

  private final Texts texts;
  private final NoteLink link;
  private final Glossary glossary;

  private LookupBlocks(Texts texts, NoteLink link, Glossary glossary) {
    this.texts = texts;
    this.link = link;
    this.glossary = glossary;
  }

  Message of(Found found) {
    return switch (found) {
      case Found.Hits hits -> hits(hits.query(), hits.hits(), hits.comparison());
      case Found.Nothing nothing -> nothing(nothing);
    };
  }

  private Message hits(String query, List<Hit> hits, @Nullable Comparison comparison) {
    Hit best = hits.getFirst();
    List<LayoutBlock> blocks = new ArrayList<>(first(best, query, comparison));
    blocks.add(Ui.actions(buttons(best, query)));
    Hit side = comparison == null ? null : comparison.other();
    List<Hit> others =
        hits.stream().skip(1).filter(hit -> !hit.equals(side)).limit(OTHERS).toList();
    if (!others.isEmpty()) {
      blocks.add(Ui.context(texts.say("lookup.others")));
      blocks.add(Ui.actions(opening(others, query)));
    }
    return new Message(plain(best), blocks);
  }

  /** The best section; of a comparison the table of both sides, or else a section of each. */
  private List<LayoutBlock> first(Hit best, String query, @Nullable Comparison comparison) {
    if (comparison == null) {
      return section(best, LINES, CHARACTERS, query);
    }
    Block.Table table = comparison.table();
    Hit other = comparison.other();
    List<LayoutBlock> blocks = new ArrayList<>();
    if (table != null) {
      Excerpt excerpt = Excerpt.of(List.of(table), LINES, CHARACTERS);
      blocks.addAll(heading(best.section()));
      blocks.addAll(RichText.of(excerpt.blocks()));
      blocks.addAll(readOn(best.section(), excerpt.left(), query));
    } else if (other != null) {
      blocks.addAll(section(best, LINES / 2, CHARACTERS / 2, query));
      blocks.addAll(heading(other.section()));
      Excerpt excerpt = Excerpt.of(other.blocks(), LINES / 2, CHARACTERS / 2);
      blocks.addAll(RichText.inWindow(excerpt.blocks()));
      blocks.addAll(readOn(other.section(), excerpt.left(), query));
    } else {
      blocks.addAll(section(best, LINES, CHARACTERS, query));
    }
    return blocks;
  }

  private List<LayoutBlock> heading(Section section) {
    return List.of(Ui.header(title(section)), Ui.context(place(section)));
  }

  /** The button for the rest of a section, if there is one. */
  private List<LayoutBlock> readOn(Section section, int left, String query) {
    if (left == 0 || query.isEmpty()) {
      return List.of();
    }
    String said = texts.say("lookup.read-on", left);
    return List.of(
        Ui.actions(List.of(Ui.button(Actions.READ_ON, said, reference(section, query)))));
  }

  /** Heading, path, the lines that answer, the text, the place. */
  private List<LayoutBlock> section(Hit hit, int lines, int characters, String query) {
    Section section = hit.section();
    List<Block> text = hit.blocks();
    Excerpt excerpt = Excerpt.of(text, lines, characters);
    List<LayoutBlock> blocks = new ArrayList<>(heading(section));
    Focus focus = hit.focus();
    if (focus != null) {
      List<Line> answering = Excerpt.lines(text, focus);
      if (!answering.isEmpty() && answering.size() < lines(text)) {
        blocks.add(RichText.quote(Excerpt.first(answering, QUOTED_LINES, QUOTED)));
      }
    }
    blocks.addAll(RichText.of(excerpt.blocks()));
    blocks.addAll(readOn(section, excerpt.left(), query));
    return blocks;
  }

  private static int lines(List<Block> text) {
    return Excerpt.lines(text, new Focus(1, Integer.MAX_VALUE)).size();
  }

  private List<BlockElement> buttons(Hit hit, String query) {
    String reference = reference(hit.section(), query);
    return List.of(
        Ui.button(Actions.SHARE, texts.say("lookup.share"), reference),
        Ui.button(Actions.ASK_ABOUT, texts.say("lookup.ask"), reference),
        Ui.named(Ui.button(Actions.USEFUL, "👍", reference), texts.say("lookup.useful")),
        Ui.named(Ui.button(Actions.USELESS, "👎", reference), texts.say("lookup.useless")));
  }

  private List<BlockElement> opening(List<Hit> others, String query) {
    List<BlockElement> buttons = new ArrayList<>();
    for (Hit other : others) {
      buttons.add(
          Ui.button(
              Actions.OPEN + "_" + buttons.size(),
              shortPath(other.section()),
              reference(other.section(), query)));
    }
    return buttons;
  }

  private Message nothing(Found.Nothing nothing) {
    String said = texts.say("lookup.nothing", Mrkdwn.escape(Cut.to(nothing.query(), 80)));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.section(said));
    if (!nothing.didYouMean().isEmpty()) {
      blocks.add(Ui.context(texts.say("lookup.did-you-mean")));
      List<BlockElement> near = new ArrayList<>();
      for (String term : new LinkedHashSet<>(nothing.didYouMean())) {
        near.add(Ui.button(Actions.SUGGESTED + "_" + near.size(), term, term));
      }
      blocks.add(Ui.actions(near));
    }
    blocks.add(
        Ui.actions(
            List.of(
                Ui.button(Actions.WISH, texts.say("lookup.wish"), Cut.to(nothing.query(), 200)))));
    return new Message(said, blocks);
  }

  /**
   * What the channel sees: who shared, the section, and a button for whoever shared to take it
   * back.
   */
  Message shared(Hit hit, String user) {
    String who = texts.say("lookup.shared-by", user);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.context(who));
    blocks.addAll(section(hit, SHARED_LINES, CHARACTERS, ""));
    blocks.add(Ui.actions(List.of(Ui.button(Actions.UNSHARE, texts.say("lookup.unshare"), user))));
    return new Message(who + " " + plain(hit), blocks);
  }

  /** The whole section in a window. */
  View whole(Section section) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Ui.context(place(section)));
    blocks.addAll(RichText.inWindow(Excerpt.of(section.blocks(), 400, 30_000).blocks()));
    return Ui.modal(title(section), blocks).close(Ui.close(texts.say("close"))).build();
  }

  /** The heading, with the full name where the heading is an abbreviation of the glossary. */
  String title(Section section) {
    String heading = section.heading().isBlank() ? section.source().file() : section.heading();
    return glossary
        .find(heading)
        .map(term -> term.name())
        .filter(name -> heading.length() <= 5 && name.length() > heading.length())
        .map(name -> heading + "（" + name + "）")
        .orElse(heading);
  }

  /** Headings, file and lines; mrkdwn. */
  String place(Section section) {
    String path = Mrkdwn.escape(Cut.to(path(section), SlackLimits.HEADINGS));
    return path + "　·　" + link.of(section.source(), texts);
  }

  private static String path(Section section) {
    return section.path().isEmpty() ? section.source().file() : String.join(" › ", section.path());
  }

  private static String shortPath(Section section) {
    int size = section.path().size();
    return size == 0
        ? section.source().file()
        : String.join(" › ", section.path().subList(Math.max(0, size - 2), size));
  }

  private String plain(Hit hit) {
    return Mrkdwn.escape(
        title(hit.section())
            + " — "
            + hit.snippet()
            + " ("
            + hit.section().source().file()
            + ":"
            + hit.section().source().from()
            + ")");
  }

  /** What a button carries: the section, and the query it answered. */
  private static String reference(Section section, String query) {
    return section.id().value() + " " + Cut.to(query, 200);
  }
}
