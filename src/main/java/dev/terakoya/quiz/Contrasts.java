package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.CONTRAST;
import static dev.terakoya.quiz.Pattern.MEMBERSHIP;

import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks for the one of which alone something holds: {@code Xのみ…}, {@code …（Xのみ）}, {@code …のはXのみ},
 * or, with a gap, for a name that {@code のみ} or {@code だけ} follows elsewhere. Options are its
 * siblings in the glossary, or in the notes.
 */
final class Contrasts implements Maker {
  private static final List<Pattern> ONLY =
      List.of(
          Pattern.compile(
              "^(?<x>[^はがをに、（）]{2,30}?)(?:のみ|だけ)(?:が|は|、)?(?<p>(?!で|に|を|の)[^、（）]{4,60})(?:（[^）]*）)?$"),
          Pattern.compile("^(?<p>[^（）]{4,60})（(?<x>[^はがをに、（）]{2,30}?)のみ）$"),
          Pattern.compile(
              "^※?(?<p>[^、（）]{3,60}?(?:る|た|可能な|必要な))のは、?(?<x>[^はがをに、（）]{2,30}?)(?:のみ|だけ)$"));
  private static final Pattern FOLLOWS =
      Pattern.compile("^ ?(?:に|で|が|を|と|から)?(?:のみ|だけ(?!で)|しか(?=.*ない))");
  private static final Pattern PLACE = Pattern.compile("place|concept|format|system");

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.ofSentences((statement, sentence) ->
        asked(field, statement, sentence)
            .or(() -> gap(field, statement, sentence.whole()))
            .stream());
  }

  private static Optional<Candidate> asked(Field field, Statement statement, Sentence sentence) {
    Optional<Matcher> found =
        ONLY.stream().map(o -> o.matcher(sentence.text())).filter(Matcher::find).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String x = found.get().group("x").strip();
    Sentence predicate = new Sentence(found.get().group("p").strip());
    List<String> names = siblings(field, x).filter(s -> !sentence.text().contains(s)).toList();
    Optional<String> stem = new Sentence(predicate.whole().replaceFirst("する$", "できる")).asks();
    return names.size() < 2 || predicate.topic() || predicate.text().contains("どの")
        ? Optional.empty()
        : stem.map(s -> candidate(CONTRAST, field, statement, x, s, predicate.text(), names));
  }

  /** Leaves out the first name that stands before {@code のみ} and has siblings. */
  private static Optional<Candidate> gap(Field field, Statement statement, String text) {
    return text.length() > 90 || statement.scope().isEmpty()
        ? Optional.empty()
        : field.glossary().mentions(text).stream()
            .filter(m -> FOLLOWS.matcher(text.substring(m.to())).find() && alone(text, m))
            .flatMap(m -> gap(field, statement, text, m).stream())
            .findFirst();
  }

  private static Optional<Candidate> gap(
      Field field, Statement statement, String text, Mention mention) {
    Term term = mention.term();
    String written = text.substring(mention.from(), mention.to());
    String rest = text.substring(0, mention.from()) + "（　）" + text.substring(mention.to());
    Stream<String> above =
        Stream.concat(
            statement.scope().stream().map(Label::name), statement.section().path().stream());
    boolean told =
        Stream.concat(above, Stream.of(rest))
            .flatMap(l -> field.glossary().mentions(l).stream())
            .anyMatch(m -> m.term().equals(term));
    List<String> names =
        siblings(field, written)
            .filter(n -> !Text.key(text).contains(Text.key(n)) && !field.evidence().says(n, rest))
            .toList();
    return told
            || names.size() < 2
            || PLACE.matcher(term.kind()).find()
            || WorthKnowing.weight(rest) < 3
        ? Optional.empty()
        : Optional.of(
            candidate(
                MEMBERSHIP,
                field,
                statement,
                written,
                "（　）に入るものはどれですか。「" + rest + "」",
                text,
                names));
  }

  /** Whether a name is not a part of a longer one, nor the last of a list. */
  private static boolean alone(String text, Mention mention) {
    String before = text.substring(0, mention.from());
    return CleanText.balanced(before)
        && (before.matches(".*(?:、|は、?)$") || !before.matches(".*[A-Za-z0-9ァ-ヴー一-龥・/:][のとか]? ?$"));
  }

  private static Candidate candidate(
      dev.terakoya.quiz.Pattern pattern,
      Field field,
      Statement statement,
      String x,
      String stem,
      String claim,
      List<String> names) {
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(x, statement.text()));
    names.stream().limit(3).forEach(s -> options.add(new Candidate.Option(s, "")));
    List<Label> above =
        statement.scope().stream().filter(l -> !Text.key(l.name()).equals(Text.key(x))).toList();
    return new Candidate(
        pattern,
        "said to hold of one only",
        "siblings in the glossary or in the notes",
        x,
        field.shown(above, options.stream().map(Candidate.Option::text).toList()),
        stem,
        claim,
        options,
        statement.text(),
        statement);
  }

  /** The names of what gets confused with {@code x}, named in the way {@code x} is. */
  private static Stream<String> siblings(Field field, String x) {
    Optional<Term> term = field.glossary().find(x);
    if (term.isPresent() && !term.get().family().isEmpty()) {
      return Siblings.of(field, term.get(), x).stream();
    }
    return field.familiesOf(x).stream()
        .filter(f -> Kin.reason(f, field).isPresent())
        .flatMap(f -> f.members().stream())
        .map(m -> m.label().name())
        .filter(n -> !Text.key(n).equals(Text.key(x)))
        .distinct();
  }
}
