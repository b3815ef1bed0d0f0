package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A heading with nothing below it: no text of its own, and no heading below its own. */
final class EmptySections implements Check {
  @Override
  public Stream<Problem> problems(Note note) {
    List<Section> sections = note.sections();
    return IntStream.range(0, sections.size())
        .filter(n -> empty(sections.get(n)))
        .filter(n -> n + 1 == sections.size() || sections.get(n + 1).level() <= sections.get(n).level())
        .mapToObj(n -> problem(sections.get(n)));
  }

  private static boolean empty(Section section) {
    return section.level() > 0
        && !section.lines().getFirst().matches(".*(?:\\]\\(|https?://|：.|:\\s?\\S|。).*")
        && section.lines().stream().skip(section.headingLines()).allMatch(l -> l.replaceAll("<!--.*?-->", "").isBlank());
  }

  private static Problem problem(Section section) {
    return new Problem(
        section.source().file(),
        section.source().from(),
        Problem.Kind.EMPTY_SECTION,
        section.heading(),
        "見出しだけで本文がありません");
  }
}
