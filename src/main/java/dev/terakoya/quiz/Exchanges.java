package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.TRUE_FALSE;

import dev.terakoya.glossary.Mention;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks whether a sentence that sets two siblings against each other holds, in every second case
 * with the two in each other's place: {@code AはP、BはQ}, {@code AではなくB}.
 */
final class Exchanges implements Maker {
  private static final Pattern AGAINST =
      Pattern.compile(
          "に対し|一方で|ではなく|より(?:も|高|低|速|早|安|多|少|優|強)|なら.*なら|[^でに]は.*[、。"
              + " ].*[^でに]は|違い|異なり|代わりに|へ移行|から.*に(?:変換|転送|送|複製|移行|同期)|だけ.*は|のみ.*は|優先");

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.ofSentences((statement, sentence) -> of(field, statement, sentence).stream());
  }

  private static Optional<Candidate> of(Field field, Statement statement, Sentence sentence) {
    String text = sentence.whole();
    boolean fit =
        text.length() >= 14
            && text.length() <= 90
            && sentence.form() != Sentence.Form.FRAGMENT
            && sentence.form() != Sentence.Form.PHRASE
            && AGAINST.matcher(text).find()
            && !text.contains("ことで");
    if (!fit) {
      return Optional.empty();
    }
    List<Mention> named =
        field.glossary().mentions(text).stream().filter(m -> !m.term().family().isEmpty()).toList();
    for (int n = 0; n + 1 < named.size(); n++) {
      Mention one = named.get(n);
      Mention other = named.get(n + 1);
      if (against(named, one, other)
          && !text.substring(one.to(), other.from()).matches(" ?[・、/やとか]?(?:および|または)? ?")) {
        String turned =
            text.substring(0, one.from())
                + text.substring(other.from(), other.to())
                + text.substring(one.to(), other.from())
                + text.substring(one.from(), one.to())
                + text.substring(other.to());
        return Optional.of(candidate(field, statement, sentence, turned));
      }
    }
    return Optional.empty();
  }

  /** Whether two names are siblings, and no third one and no second time is there. */
  private static boolean against(List<Mention> named, Mention one, Mention other) {
    return !one.term().equals(other.term())
        && one.term().family().equals(other.term().family())
        && one.term().kind().equals(other.term().kind())
        && named.stream().filter(m -> m.term().family().equals(one.term().family())).count() == 2;
  }

  private static Candidate candidate(
      Field field, Statement statement, Sentence sentence, String turned) {
    boolean right = Chance.pick(2, sentence.text(), "exchange") == 0;
    return new Candidate(
        TRUE_FALSE,
        "two siblings set against each other",
        "the two in each other's place",
        sentence.subject().orElse(statement.nearest()),
        field.shown(statement.scope(), List.of()),
        Judgement.stem(right ? sentence.whole() : turned),
        sentence.text(),
        Judgement.options(right, sentence.text()),
        statement.text(),
        statement);
  }
}
