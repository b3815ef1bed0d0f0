package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import dev.terakoya.quiz.Spelling;
import java.util.stream.Stream;

/** Misspelt terms, and slips of Japanese input that cannot be right where they stand. */
final class Misspellings implements Check {
  private final Spelling spelling;

  Misspellings(Spelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public Stream<Problem> problems(Note note) {
    return Stream.concat(
            note.sections().stream().filter(s -> s.level() > 0).map(Misspellings::heading),
            Prose.of(note))
        .flatMap(line -> spelling.slips(line.text()).stream().map(slip -> problem(line, slip)))
        .distinct();
  }

  private static Prose heading(Section section) {
    return new Prose(section, section.source().from(), section.heading());
  }

  private static Problem problem(Prose line, Spelling.Slip slip) {
    return new Problem(
        line.section().source().file(), line.number(), Problem.Kind.TYPO, slip.word(), slip.meant() + " ではありませんか");
  }
}
