package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.quiz.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two statements that are the same but for one number: of the same heading, with a word that makes
 * the number a limit or a default. Anything less alike is left alone.
 */
final class Contradictions implements Check {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern LIMIT = Pattern.compile("最大|最小|上限|デフォルト|既定|保持期間|まで(?!に)");
  private final Map<String, Prose> said = new HashMap<>();

  @Override
  public Stream<Problem> problems(Note note) {
    return Prose.of(note).flatMap(line -> of(line).stream());
  }

  private Optional<Problem> of(Prose line) {
    String text = Text.tidy(line.text());
    Matcher number = NUMBER.matcher(text);
    boolean fit =
        text.length() >= 12
            && text.length() <= 80
            && LIMIT.matcher(text).find()
            && number.results().count() == 1;
    if (!fit) {
      return Optional.empty();
    }
    String about =
        Text.key(line.section().heading())
            + "\u0001"
            + Text.key(NUMBER.matcher(text).replaceFirst("N"));
    Prose before = said.putIfAbsent(about, line);
    return before == null || Text.tidy(before.text()).equals(text)
        ? Optional.empty()
        : Optional.of(problem(line, before));
  }

  private static Problem problem(Prose line, Prose before) {
    String where = before.section().source().file() + ":" + before.number();
    return new Problem(
        line.section().source().file(),
        line.number(),
        Problem.Kind.CONTRADICTION,
        line.text(),
        where + " では「" + before.text() + "」");
  }
}
