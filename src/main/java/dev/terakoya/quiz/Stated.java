package dev.terakoya.quiz;

import dev.terakoya.glossary.KnownFact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A known fact with the line of the notes that states it.
 *
 * @param fact what is known
 * @param ask in which wording to ask for it
 * @param told the line
 * @param sentence which of its sentences states it
 * @param words what to quote of it
 */
record Stated(KnownFact fact, String ask, Told told, Sentence sentence, String words) {
  /** A sentence as long as this says more than one thing, and what it is about within its head. */
  private static final int LONG = 60;

  private static final int HEAD = 14;

  /** Of a sentence with a larger share of words that a fact has not, something else is said. */
  private static final double FOREIGN = 0.6;

  /** So many lines away what one line lacks may be told by another. */
  private static final int NEAR = 4;

  /** So many of its words, one of the question for two, make it worth quoting as well. */
  private static final int WORTH = 2;

  /**
   * Another line to quote.
   *
   * @param told where it stands
   * @param words what of it
   * @param worth how many words of the fact it adds, those of the question counted twice
   */
  record Support(Told told, String words, long worth) {}

  /** The same to be asked for in each wording. */
  Stream<Stated> wordings() {
    return fact.asks().stream().map(wording -> new Stated(fact, wording, told, sentence, words));
  }

  /** What to quote: with what stands beside it, where that belongs to it, and with another line. */
  Statement source(Optional<Support> other) {
    Statement line = told.statement();
    Stream<String> before =
        told.beside().isEmpty() ? Stream.empty() : Stream.of(String.join("、", told.beside()));
    String quoted = Stream.concat(before, Stream.of(words)).collect(Collectors.joining("："));
    if (quoted.equals(line.text()) && other.isEmpty()) {
      return line;
    }
    Optional<Statement> near = other.map(o -> o.told().statement());
    return new Statement(
        line.scope(),
        String.join("\n", inOrder(quoted, other)),
        line.section(),
        near.map(n -> Math.min(n.from(), line.from())).orElse(line.from()),
        near.map(n -> Math.max(n.to(), line.to())).orElse(line.to()),
        line.lost());
  }

  /** A quotation of this line and the other one, as they follow in the note. */
  List<String> inOrder(String quoted, Optional<Support> other) {
    return other
        .map(o ->
            told.distance(o.told()) < 0 ? List.of(o.words(), quoted) : List.of(quoted, o.words()))
        .orElse(List.of(quoted));
  }

  /**
   * Whether the sentence says it on the way to something else: for the most part in words that are
   * none of the fact's, or late or at length and not below a heading of the answer's name. A fact
   * about a term is asked only where that is the topic.
   */
  boolean inPassing() {
    return fact.of().isEmpty() && (foreign() > FOREIGN || (late() && !below()));
  }

  private boolean late() {
    String said = Text.key(sentence.text());
    int first =
        fact.says().stream()
            .flatMap(List::stream)
            .mapToInt(p -> said.indexOf(Text.key(p)))
            .filter(at -> at >= 0)
            .min()
            .orElse(0);
    return said.length() > LONG || first > HEAD;
  }

  /** Whether the answer's name stands beside or next above. */
  private boolean below() {
    String heading = told.over().path().stream().reduce("", (a, b) -> b);
    return !told.beside().isEmpty()
        || Text.key(heading + String.join("", told.above())).contains(Text.key(fact.key()));
  }

  /** Which share of the sentence's words is not the fact's: so much of it says something else. */
  double foreign() {
    Set<String> own =
        Stream.concat(
                Stream.of(fact.key(), fact.because()),
                Stream.concat(fact.asks().stream(), fact.says().stream().flatMap(List::stream)))
            .flatMap(text -> Text.words(text).stream())
            .collect(Collectors.toSet());
    return Text.words(sentence.text()).stream()
        .mapToInt(w -> own.contains(w) || own.stream().anyMatch(o -> compound(w, o)) ? 0 : 1)
        .average()
        .orElse(0);
  }

  /** Whether a katakana word, which runs on, has another in it. */
  private static boolean compound(String word, String part) {
    return part.length() > 2
        && part.charAt(0) >= 'ァ'
        && part.charAt(0) <= 'ー'
        && word.contains(part);
  }

  /**
   * What a line near it says of the question that it does not: a note often tells one thing in
   * several lines.
   *
   * @param all what the section says
   */
  Optional<Support> support(List<Told> all) {
    Set<String> asked = lacking(ask);
    if (2 * asked.size() < Text.telling(Text.words(ask)).size()) {
      return Optional.empty();
    }
    Set<String> why = lacking(fact.key() + " " + fact.because());
    return all.stream()
        .filter(t -> Math.abs(told.distance(t)) <= NEAR && told.goesWith(t))
        .flatMap(t ->
            t.statement().sentences().stream()
                .filter(t::tells)
                .map(s -> new Support(t, t.words(s), worth(s, asked, why))))
        .filter(b -> b.worth() >= WORTH && b.words().length() <= Told.BRIEF)
        .max(
            Comparator.comparingLong(Support::worth)
                .thenComparingInt(b -> -Math.abs(told.distance(b.told()))));
  }

  private static long worth(Sentence sentence, Set<String> asked, Set<String> why) {
    Set<String> said = Text.words(sentence.text());
    return 2 * asked.stream().filter(said::contains).count()
        + why.stream().filter(said::contains).count();
  }

  /** The words of a text that neither it nor what stands above it has. */
  private Set<String> lacking(String text) {
    Set<String> lacking = Text.telling(Text.words(text));
    Stream.of(Stream.of(words), told.above().stream(), told.over().path().stream())
        .flatMap(texts -> texts)
        .forEach(shown -> lacking.removeAll(Text.words(shown)));
    return lacking;
  }

  /** How many of the words of question and answer, and of the groups of phrases, it has. */
  long said() {
    String text = Text.key(words);
    return NoLeak.shared(ask + " " + fact.key(), words).size()
        + 2
            * fact.says().stream()
                .filter(group -> group.stream().anyMatch(p -> text.contains(Text.key(p))))
                .count();
  }
}
