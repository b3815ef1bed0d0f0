package dev.terakoya.quiz;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Writes a question and all its options in the way its note writes, so that a space before a unit
 * or between Japanese and Latin letters, which only the key brings along, does not give it away.
 */
final class Spacing {
  private static final String JAPANESE = "[ぁ-んァ-ヴー一-龥々]";
  private static final Pattern JOINT =
      Pattern.compile(
          "(?<=" + JAPANESE + ")( ?)(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])( ?)(?=" + JAPANESE + ")");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?<=(?<![A-Za-z\\d.,-])\\d[\\d,]{0,10})("
              + " ?)(?=(?:[KMGTP]i?B|[KMG]bps|IOPS|[RW]CU|VPC|AZ|%)(?![A-Za-z]))");

  private Spacing() {}

  /** The same candidate, stem and options spaced alike. */
  static Candidate even(Candidate candidate) {
    if (candidate.pattern() == dev.terakoya.quiz.Pattern.KNOWN || English.of(candidate.source())) {
      return candidate;
    }
    List<String> lines = candidate.source().section().lines();
    UnaryOperator<String> unit = way(UNIT, lines);
    UnaryOperator<String> joint = way(JOINT, lines);
    return candidate.worded(text -> unit.apply(joint.apply(text)));
  }

  /** Puts a space at each such place, or none, whichever the lines do more often. */
  private static UnaryOperator<String> way(Pattern place, List<String> lines) {
    int more =
        lines.stream()
            .flatMap(l -> place.matcher(l).results())
            .mapToInt(m -> m.group().isEmpty() ? -1 : 1)
            .sum();
    return text -> more == 0 ? text : place.matcher(text).replaceAll(more > 0 ? " " : "");
  }
}
