package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.KnownFact;
import dev.terakoya.notes.Section;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is quoted states what a question of the glossary's says. Each of its words is quoted or
 * stands in the headings, in these letters or as another name of the same thing; one may be missing
 * where clearly more are there or little else is quoted, and several where the fact has four
 * conditions. Always more of its words and its answer's are there than it has that are not, clearly
 * more below a heading about something else; of two things that it joins, both; and where only the
 * headings name the answer, it is soon below the last. Of 1,240 questions about strangers' notes
 * that were judged the quotation did not prove 9 in 100; of those that pass here, 2 or 3.
 */
final class Grounded implements Gate {
  private static final String WORD = "([A-Za-z][A-Za-z0-9.]*|[ァ-ヴー]{2,}|[一-龥々]{2,})";

  /** Two things that the question joins. */
  private static final Pattern PAIR = Pattern.compile(WORD + "[ぁ-ん]{0,3}や[ぁ-ん]{0,3}" + WORD);

  /** What a question is after, and what it asks with: {@code 方式は、何分}. */
  private static final Pattern FRAME =
      Pattern.compile(
          "([A-Za-z0-9ァ-ヴー一-龥々]*)(?:（[^）]*）)?は、?([一-龥ァ-ヴー]*何[一-龥ァ-ヴーA-Z]*|[一-龥]{0,2}(?:どれ|いくつ|どこ|どう|どの))[^。]*。$");

  /** What says only that something is there for somebody, long words as pairs of letters. */
  private static final Set<String> PLAIN =
      Set.of("用者", "用意", "方式", "仕組", "種類", "名前", "番号", "場所", "通常");

  /** So many lines below a heading what is said is still what its thing is. */
  private static final int SOON = 2;

  /**
   * So many more words are quoted where the heading, of which so large a share is not the
   * question's, is about something else.
   */
  private static final int MORE = 3;

  private static final double FOREIGN = 0.75;

  /** A fact of so many conditions is hardly ever found where it is not stated. */
  private static final int SURE = 4;

  /** Where so many more words are quoted, or so little besides, one may be missing. */
  private static final int CLEARLY = 4;

  private static final int BRIEF = 30;

  private final Glossary glossary;

  /** How many conditions known facts have, by their first wording; of two alike the fewer. */
  private final Map<String, Integer> conditions;

  Grounded(Glossary glossary) {
    this.glossary = glossary;
    this.conditions =
        glossary.known().stream()
            .collect(Collectors.toMap(KnownFact::ask, KnownFact::conditions, Math::min));
  }

  @Override
  public String name() {
    return "grounded";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    if (candidate.pattern() != dev.terakoya.quiz.Pattern.KNOWN) {
      return Optional.empty();
    }
    Set<String> shown = shown(candidate);
    Set<String> said = Text.telling(Text.words(candidate.stem() + "\n" + candidate.key().text()));
    said.retainAll(shown);
    Set<String> asked = missing(candidate, shown);
    int more = elsewhere(candidate) ? MORE : 1;
    boolean clear =
        said.size() >= asked.size() + CLEARLY || candidate.explanation().length() < BRIEF;
    boolean sure =
        asked.size() <= (clear ? 1 : 0) || conditions.getOrDefault(candidate.claim(), 0) >= SURE;
    return Gate.when(
            !sure || said.size() < asked.size() + more,
            "the note does not say so: " + String.join("、", asked))
        .or(() -> half(candidate.stem(), shown))
        .or(() -> late(candidate));
  }

  /** The words of its question that are neither quoted nor in the headings. */
  Set<String> missing(Candidate candidate) {
    return missing(candidate, shown(candidate));
  }

  private static Set<String> missing(Candidate candidate, Set<String> shown) {
    Set<String> asked = Text.telling(Text.words(candidate.stem()));
    asked.removeAll(frame(candidate.stem()));
    asked.removeAll(shown);
    return asked;
  }

  private Set<String> shown(Candidate candidate) {
    return Stream.concat(
            Stream.of(candidate.explanation()), candidate.source().section().path().stream())
        .flatMap(this::words)
        .collect(Collectors.toSet());
  }

  /** The words of a question that say of which kind its answer is, and nothing of it. */
  private static Set<String> frame(String stem) {
    Set<String> frame = new HashSet<>(PLAIN);
    FRAME
        .matcher(stem)
        .results()
        .flatMap(m -> Stream.of(m.group(1), m.group(2)))
        .forEach(part -> frame.addAll(Text.words(part)));
    return frame;
  }

  /** The words of a text, and of all names of what it names. */
  private Stream<String> words(String text) {
    return Stream.concat(
            Stream.of(text),
            glossary.mentions(text).stream().flatMap(m -> m.term().allNames().stream()))
        .flatMap(name -> Text.words(name).stream());
  }

  /** Whether the section's heading is for the most part about something else. */
  private boolean elsewhere(Candidate candidate) {
    Set<String> own =
        Stream.of(candidate.stem(), candidate.key().text(), candidate.key().note())
            .flatMap(this::words)
            .collect(Collectors.toSet());
    return Text.words(candidate.source().section().heading()).stream()
            .mapToInt(word -> own.contains(word) ? 0 : 1)
            .average()
            .orElse(0)
        >= FOREIGN;
  }

  private static Optional<String> half(String stem, Set<String> shown) {
    return PAIR.matcher(stem)
        .results()
        .flatMap(m -> Stream.of(m.group(1), m.group(2)))
        .filter(word -> {
          Set<String> words = Text.words(word);
          return 2 * words.stream().filter(shown::contains).count() < words.size();
        })
        .findFirst()
        .map(word -> "the note says only a part, nothing of " + word);
  }

  private static Optional<String> late(Candidate candidate) {
    String key = Text.key(candidate.key().text().replaceFirst("^(?:AWS|Amazon) ", ""));
    Section section = candidate.source().section();
    boolean above = section.path().stream().anyMatch(h -> Text.key(h).contains(key));
    long between =
        section.lines().stream()
            .limit(candidate.source().from() - section.source().from())
            .skip(1)
            .filter(line -> !line.isBlank())
            .count();
    return Gate.when(
        above && between > SOON && !Text.key(candidate.explanation()).contains(key),
        "far below the heading that names the answer");
  }
}
