package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.quiz.Spelling;
import dev.terakoya.quiz.Text;
import java.util.stream.Stream;

/** Misspelt terms, and slips of Japanese input that cannot be right where they stand. */
final class Misspellings implements Check {
  private final Spelling spelling;

  Misspellings(Spelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public Stream<Problem> problems(Note note) {
    return japanese(note) ? slips(note) : Stream.empty();
  }

  /**
   * Whether a note is written in Japanese: in English prose any word may be right that the glossary
   * does not know.
   */
  private static boolean japanese(Note note) {
    long lines = Prose.of(note).count();
    return Prose.of(note).filter(l -> Text.japanese(l.text())).count() * 10 >= lines * 3;
  }

  private Stream<Problem> slips(Note note) {
    return Stream.concat(Prose.headings(note), Prose.of(note))
        .flatMap(line -> spelling.slips(line.text()).stream().map(slip -> problem(line, slip)))
        .distinct();
  }

  private static Problem problem(Prose line, Spelling.Slip slip) {
    return new Problem(
        line.section().source().file(),
        line.number(),
        Problem.Kind.TYPO,
        slip.word(),
        slip.meant() + " ではありませんか");
  }
}
