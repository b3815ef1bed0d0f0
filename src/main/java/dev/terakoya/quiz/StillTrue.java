package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.NUMBER;
import static dev.terakoya.quiz.Pattern.TABLE;
import static dev.terakoya.quiz.Pattern.TRUE_FALSE;

import dev.terakoya.glossary.Refutation;
import dev.terakoya.notes.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the note says still holds, as far as the glossary's dated facts know. Limits of size and
 * periods of keeping grow from year to year: a note that gives no recent year is not asked for
 * them.
 */
final class StillTrue implements Gate {
  private static final Set<dev.terakoya.quiz.Pattern> VALUES = Set.of(NUMBER, TABLE, TRUE_FALSE);
  private static final Pattern RECENT = Pattern.compile("202[4-9]|20[3-9]\\d");
  private static final Pattern GROWS =
      Pattern.compile(
          "(?=.*(?:最大|上限|まで|[〜～]))(?=.*(?:サイズ|容量|ストレージ)).*\\d ?[KMGTPE]i?B|(?=.*\\d"
              + " ?(?:日|か月|ヶ月)).*(?:保持|保管|保存され|経過)");

  private final Refutation refutation;
  private final Set<String> recent;

  /** Knows the files that give a recent year. */
  StillTrue(Refutation refutation, Stream<Section> sections) {
    this.refutation = refutation;
    this.recent =
        sections
            .filter(s -> s.lines().stream().anyMatch(l -> RECENT.matcher(l).find()))
            .map(s -> s.source().file())
            .collect(Collectors.toSet());
  }

  /** Whether a value may have grown since the note was written. */
  private boolean grown(Candidate candidate) {
    Section section = candidate.source().section();
    return VALUES.contains(candidate.pattern())
        && GROWS.matcher(section.heading() + " " + candidate.claim()).find()
        && !recent.contains(section.source().file());
  }

  @Override
  public String name() {
    return "still-true";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    List<String> headings = candidate.source().section().path();
    String answered = candidate.key().text() + " " + candidate.stem();
    if (grown(candidate)) {
      return Optional.of("a limit or a period that may have grown since");
    }
    Stream<String> above = headings.reversed().stream().limit(2);
    if (above.anyMatch(h -> refutation.of(List.of(), h).isPresent())) {
      return Optional.of("stands under a heading that is outdated itself");
    }
    return Stream.of(
            candidate.claim(),
            candidate.subject() + " " + candidate.claim(),
            candidate.source().quote().text(),
            candidate.source().text(),
            candidate.judged() ? "" : answered)
        .flatMap(said -> refutation.of(headings, said).stream())
        .findFirst()
        .map(fact -> "no longer holds: " + fact.now());
  }
}
