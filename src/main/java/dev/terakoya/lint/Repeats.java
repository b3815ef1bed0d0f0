package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.quiz.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same sentence a second time in one section. */
final class Repeats implements Check {
  private static final int LONG = 28;

  /** What is said of one thing after another, and the titles of pages. */
  private static final Pattern EACH = Pattern.compile("^\\s+\\S|^\\W*[※＊]|\\]\\(|https?:");

  @Override
  public Stream<Problem> problems(Note note) {
    Map<String, Integer> first = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    Prose.of(note)
        .flatMap(line ->
            Stream.of(line.text().split("[。．]", -1))
                .map(s -> new Prose(line.section(), line.number(), s.strip())))
        .filter(s ->
            s.text().length() >= LONG
                && !EACH.matcher(s.section().line(s.number())).find()
                && !s.text().matches(".*(?:USD|\\$|円).*")
                && Text.japanese(s.text()))
        .forEach(s -> {
          Integer before =
              first.putIfAbsent(s.section().id().value() + Text.key(s.text()), s.number());
          if (before != null) {
            problems.add(
                new Problem(
                    note.file(),
                    s.number(),
                    Problem.Kind.DUPLICATE,
                    s.text(),
                    before + "行目と同じ文です"));
          }
        });
    return problems.stream();
  }
}
