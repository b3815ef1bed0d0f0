package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.CONTRAST;

import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks for the one of which alone something holds: {@code Xのみ…}, {@code …（Xのみ）}, {@code …のはXのみ}.
 * Options are its siblings in the glossary, or in the notes.
 */
final class Contrasts implements Maker {
  private static final List<Pattern> ONLY =
      List.of(
          Pattern.compile(
              "^(?<x>[^はがをに、（）]{2,30}?)(?:のみ|だけ)(?:が|は|、)?(?<p>(?!で|に|を|の)[^、（）]{4,60})(?:（[^）]*）)?$"),
          Pattern.compile("^(?<p>[^（）]{4,60})（(?<x>[^はがをに、（）]{2,30}?)のみ）$"),
          Pattern.compile(
              "^※?(?<p>[^、（）]{3,60}?(?:る|た|可能な|必要な))のは、?(?<x>[^はがをに、（）]{2,30}?)(?:のみ|だけ)$"));

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.ofSentences((statement, sentence) -> of(field, statement, sentence).stream());
  }

  private static Optional<Candidate> of(Field field, Statement statement, Sentence sentence) {
    for (Pattern only : ONLY) {
      Matcher m = only.matcher(sentence.text());
      if (m.find()) {
        return candidate(
            field, statement, sentence, m.group("x").strip(), new Sentence(m.group("p").strip()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Candidate> candidate(
      Field field, Statement statement, Sentence sentence, String x, Sentence predicate) {
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(x, sentence.text()));
    siblings(field, x).stream()
        .filter(s -> !sentence.text().contains(s))
        .limit(3)
        .forEach(s -> options.add(new Candidate.Option(s, "")));
    Optional<String> stem = new Sentence(predicate.whole().replaceFirst("する$", "できる")).asks();
    if (stem.isEmpty() || options.size() < 3 || predicate.topic()) {
      return Optional.empty();
    }
    List<String> names = options.stream().map(Candidate.Option::text).toList();
    return Optional.of(
        new Candidate(
            CONTRAST,
            "said to hold of one only",
            "siblings in the glossary or in the notes",
            x,
            field.shown(
                statement.scope().stream()
                    .filter(l -> !Text.key(l.name()).equals(Text.key(x)))
                    .toList(),
                names),
            stem.get(),
            predicate.text(),
            options,
            statement.text(),
            statement));
  }

  /** The names of what gets confused with {@code x}, named in the way {@code x} is. */
  private static List<String> siblings(Field field, String x) {
    Optional<Term> term = field.glossary().find(x);
    if (term.isPresent() && !term.get().family().isEmpty()) {
      return Siblings.of(field, term.get(), x);
    }
    return field.familiesOf(x).stream()
        .filter(f -> Kin.reason(f, field).isPresent())
        .flatMap(f -> f.members().stream())
        .map(m -> m.label().name())
        .filter(n -> !Text.key(n).equals(Text.key(x)))
        .distinct()
        .toList();
  }
}
