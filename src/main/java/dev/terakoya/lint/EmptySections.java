package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A heading with nothing below it: no text of its own, and no heading below its own. In a note that
 * is but an outline, the first of them stands for all.
 */
final class EmptySections implements Check {
  @Override
  public Stream<Problem> problems(Note note) {
    List<Section> sections = note.sections();
    List<Section> empty =
        IntStream.range(0, sections.size())
            .filter(n ->
                empty(sections.get(n))
                    && (n + 1 == sections.size()
                        || sections.get(n + 1).level() <= sections.get(n).level()))
            .mapToObj(sections::get)
            .toList();
    boolean outline = empty.size() >= 8 && empty.size() * 2 > sections.size();
    return outline
        ? Stream.of(problem(empty.getFirst(), "ほか" + (empty.size() - 1) + "個の見出しも、本文がありません"))
        : empty.stream().map(s -> problem(s, "見出しだけで本文がありません"));
  }

  private static boolean empty(Section section) {
    return section.level() > 0
        && !section.lines().getFirst().matches(".*(?:\\]\\(|https?://|：.|:\\s?\\S|。).*")
        && section.lines().stream()
            .skip(section.headingLines())
            .allMatch(l -> l.replaceAll("<!--.*?-->", "").isBlank());
  }

  private static Problem problem(Section section, String comment) {
    return new Problem(
        section.source().file(),
        section.source().from(),
        Problem.Kind.EMPTY_SECTION,
        section.heading(),
        comment);
  }
}
