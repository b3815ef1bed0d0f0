package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.CARD;

import dev.terakoya.glossary.Term;
import dev.terakoya.notes.Block;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks what the notes' author asked. The wrong options are amounts of the same unit, siblings in
 * the glossary, or the answers of the other cards of the file.
 */
final class Cards implements Maker {
  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.harvests().stream()
        .flatMap(h -> h.cards().stream().flatMap(c -> of(field, h, c).stream()));
  }

  private static Optional<Candidate> of(Field field, Harvest harvest, Block.Card card) {
    String back = Text.tidy(card.back());
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(back, ""));
    Siblings.apart(back, others(field, harvest, card, back), o -> o).stream()
        .limit(3)
        .forEach(o -> options.add(new Candidate.Option(o, "")));
    if (options.size() < 3) {
      return Optional.empty();
    }
    String front = Text.tidy(card.front());
    String stem =
        front.contains("（") && front.replaceAll("\\s", "").contains("（）")
            ? "（　）に入るものはどれですか。「" + front.replaceAll(" ?（\\s*） ?", "（　）") + "」"
            : front;
    Statement source =
        new Statement(
            harvest.scope(),
            card.front() + " " + card.back(),
            harvest.section(),
            card.from(),
            card.to(),
            false);
    return Optional.of(
        new Candidate(
            CARD,
            "a card of the notes' author",
            "amounts, siblings, other cards",
            harvest.section().heading(),
            List.of(),
            stem,
            front + " " + back,
            options,
            front + " → " + back,
            source));
  }

  private static Set<String> others(Field field, Harvest harvest, Block.Card card, String back) {
    Set<String> others = new LinkedHashSet<>();
    List<Amount> amounts = Amount.in(back);
    if (amounts.size() == 1
        && amounts.getFirst().to() - amounts.getFirst().from() == back.length()) {
      List<BigDecimal> taken = Amount.in(card.front()).stream().map(Amount::value).toList();
      amounts.getFirst().among(taken, List.of(), card.front()).ifPresent(others::addAll);
      String key = amounts.getFirst().text(amounts.getFirst().value());
      others.removeIf(o -> o.equals(key));
    }
    Optional<Term> term = field.glossary().find(back);
    term.ifPresent(t -> others.addAll(Siblings.of(field, t, back)));
    field.harvests().stream()
        .filter(h -> h.section().source().file().equals(harvest.section().source().file()))
        .flatMap(h -> h.cards().stream())
        .map(c -> Text.tidy(c.back()))
        .filter(b -> term.map(Term::kind).equals(field.glossary().find(b).map(Term::kind)))
        .filter(b -> term.isPresent() || alike(b, back))
        .forEach(others::add);
    others.removeIf(
        o -> Text.key(o).equals(Text.key(back)) || Text.key(card.front()).contains(Text.key(o)));
    return others;
  }

  /** Whether two answers that no glossary knows look like names of one kind of thing. */
  private static boolean alike(String one, String other) {
    return shape(one).equals(shape(other))
        && (shape(one).equals("9") || Kin.likeness(one, other) >= 5);
  }

  /** What a text consists of: {@code A} for Latin letters, {@code 9} for digits, {@code ア} else. */
  private static String shape(String text) {
    return text.replaceAll("[A-Za-z]+", "A")
        .replaceAll("[\\d,]+", "9")
        .replaceAll("[^\\x00-\\x7F]+", "ア");
  }
}
