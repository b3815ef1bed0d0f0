package dev.terakoya.quiz;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes all options of a question in the way its note writes, so that a space before a unit or
 * between Japanese and Latin letters, which only the key brings along, does not give it away.
 */
final class Spacing {
  private static final String JAPANESE = "[ぁ-んァ-ヴー一-龥々]";
  private static final Pattern JOINT =
      Pattern.compile(
          "(?<=" + JAPANESE + ")( ?)(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])( ?)(?=" + JAPANESE + ")");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?<=(?<![A-Za-z\\d.,-])\\d{1,9})( ?)(?=(?:[KMGTP]i?B|[KMG]bps|IOPS|[RW]CU|VPC|AZ|%)(?![A-Za-z]))");

  private Spacing() {}

  /** The same candidate, all options spaced alike. */
  static Candidate even(Candidate candidate) {
    if (candidate.judged() || English.of(candidate.source())) {
      return candidate;
    }
    List<String> lines = candidate.source().section().lines();
    return candidate.with(
        candidate.options().stream()
            .map(o ->
                new Candidate.Option(spaced(UNIT, lines, spaced(JOINT, lines, o.text())), o.note()))
            .toList());
  }

  /** The text with a space at each such place, or none, whichever the lines do more often. */
  private static String spaced(Pattern place, List<String> lines, String text) {
    long apart =
        lines.stream()
            .flatMap(l -> place.matcher(l).results())
            .filter(m -> !m.group().isEmpty())
            .count();
    long joined = lines.stream().flatMap(l -> place.matcher(l).results()).count() - apart;
    return apart == joined ? text : place.matcher(text).replaceAll(apart > joined ? " " : "");
  }
}
