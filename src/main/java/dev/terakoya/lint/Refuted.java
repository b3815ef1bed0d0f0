package dev.terakoya.lint;

import dev.terakoya.glossary.DatedFact;
import dev.terakoya.glossary.Refutation;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Statements that the glossary's dated facts know to be outdated, or never to have been true. */
final class Refuted implements Check {
  /** The title of a talk or a video, which says nothing of today. */
  private static final Pattern TITLE =
      Pattern.compile("Black ?Belt|Summit|Seminar|セミナー|YouTube|[（(]\\d+:\\d\\d");

  private final Refutation refutation;

  Refuted(Refutation refutation) {
    this.refutation = refutation;
  }

  @Override
  public Stream<Problem> problems(Note note) {
    return Stream.concat(Prose.headings(note), Prose.of(note))
        .flatMap(line -> of(line).stream())
        .distinct();
  }

  private java.util.Optional<Problem> of(Prose line) {
    return Stream.of(line.text().split("[。．]", -1))
        .map(String::strip)
        .filter(s -> s.length() >= 4 && !TITLE.matcher(s).find())
        .flatMap(
            s -> refutation.of(line.section().path(), s).map(f -> problem(line, s, f)).stream())
        .findFirst();
  }

  private static Problem problem(Prose line, String sentence, DatedFact fact) {
    Problem.Kind kind = fact.until().isEmpty() ? Problem.Kind.ERROR : Problem.Kind.OUTDATED;
    return new Problem(
        line.section().source().file(),
        line.number(),
        kind,
        sentence,
        fact.now() + " " + fact.url());
  }
}
