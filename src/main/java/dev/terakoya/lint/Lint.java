package dev.terakoya.lint;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Refutation;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Problem;
import dev.terakoya.quiz.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with a folder of notes. */
public final class Lint {
  private Lint() {}

  /** All problems, by file and line; the notes are read twice, one at a time. */
  public static List<Problem> of(NotesFolder notes, Glossary glossary) {
    Spelling.Builder vocabulary = Spelling.learning();
    notes.read(note -> Prose.of(note).forEach(line -> vocabulary.read(line.text())));
    List<Check> checks =
        List.of(
            new EmptySections(),
            new LeftToDo(),
            new BrokenMarkup(),
            new Repeats(),
            new Misspellings(vocabulary.with(glossary)),
            new ProductNames(glossary),
            new Refuted(new Refutation(glossary)),
            new Contradictions());
    List<Problem> problems = new ArrayList<>();
    notes.read(note ->
        Stream.concat(note.problems().stream(), checks.stream().flatMap(c -> c.problems(note)))
            .sorted(Comparator.comparingInt(Problem::line))
            .forEach(problems::add));
    return List.copyOf(problems);
  }
}
