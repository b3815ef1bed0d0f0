package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.CONTRAST;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Exactly one option is right: no two are the same thing, and the notes say the claim of no other.
 */
final class OneKey implements Gate {
  /** By default all is allowed: in which direction, and of the first or of one made later? */
  private static final Pattern DEFAULT =
      Pattern.compile("(?:デフォルト|既定).*(?:すべて|全て|全(?=[^体])).{0,12}(?:許可|拒否)");

  private final Glossary glossary;
  private final Evidence evidence;

  OneKey(Glossary glossary, Evidence evidence) {
    this.glossary = glossary;
    this.evidence = evidence;
  }

  @Override
  public String name() {
    return "one-key";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    Set<String> seen = new HashSet<>();
    for (Candidate.Option option : candidate.options()) {
      String same =
          glossary
              .find(option.text())
              .map(t -> t.id())
              .orElse(Text.key(option.text()).replace("では", "で"));
      if (!seen.add(same)) {
        return Optional.of("two options are the same: " + option.text());
      }
    }
    return switch (candidate.pattern()) {
      case DEFINITION, CONTRAST, MEMBERSHIP -> named(candidate).or(() -> names(candidate));
      case CARD, TABLE, NUMBER -> named(candidate);
      case TRUE_FALSE ->
          Gate.when(DEFAULT.matcher(candidate.stem()).find(), "which default, in which direction");
      default -> Optional.empty();
    };
  }

  /**
   * A wrong option that the stem itself names, and so excludes, or that is what the section is all
   * about, of which the key is but a part.
   */
  private Optional<String> named(Candidate candidate) {
    return candidate.wrong().stream()
        .map(Candidate.Option::text)
        .filter(w -> stands(w, candidate.stem()) || above(w, candidate))
        .findFirst()
        .map(w -> "named by the stem or a heading: " + w);
  }

  private static boolean stands(String option, String stem) {
    String apart = "(?<![A-Za-z0-9.,])" + Pattern.quote(closed(option)) + "(?![A-Za-z0-9])";
    return Pattern.compile(apart).matcher(closed(stem)).find();
  }

  /** Without the spaces that some write between Japanese and Latin letters or before a unit. */
  private static String closed(String text) {
    return text.replaceAll("(?<=[^A-Za-z]) (?=\\S)| (?=[^\\x00-\\x7F])", "");
  }

  private boolean above(String option, Candidate candidate) {
    Optional<String> term = glossary.find(option).map(Term::id);
    return term.isPresent()
        && candidate.source().section().path().stream()
            .map(Label::of)
            .flatMap(Optional::stream)
            .flatMap(Label::names)
            .anyMatch(h -> glossary.find(h).map(Term::id).equals(term));
  }

  private Optional<String> names(Candidate candidate) {
    List<String> wrong = candidate.wrong().stream().map(Candidate.Option::text).toList();
    String key = Text.key(candidate.key().text());
    return wrong.stream()
        .filter(w ->
            (Text.key(w).contains(key)
                    && candidate.pattern() != CONTRAST
                    && kin(w, candidate.key().text()))
                || Text.key(candidate.claim()).contains(Text.key(w))
                || evidence.says(w, candidate.claim()))
        .findFirst()
        .map(w -> "holds of another option, too: " + w);
  }

  /** Whether one name is the other with a word in front, as parent and child are called. */
  private static boolean kin(String one, String other) {
    return one.endsWith(other) && one.length() - other.length() <= 1;
  }
}
