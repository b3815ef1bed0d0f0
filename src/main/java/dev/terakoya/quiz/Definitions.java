package dev.terakoya.quiz;

import dev.terakoya.glossary.Term;
import dev.terakoya.quiz.Family.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks which of several siblings a description is of, what one of them is, and whether what the
 * note says of one holds of another. Options are the siblings themselves; siblings that the notes
 * say the same of are left out.
 */
final class Definitions implements Maker {
  private static final int QUOTED = 42;

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.families().stream()
        .flatMap(
            family ->
                Kin.reason(family, field).stream()
                    .flatMap(reason -> family.members().stream().flatMap(m -> of(field, family, m, reason))));
  }

  private static Stream<Candidate> of(Field field, Family family, Member member, String reason) {
    Statement statement = member.says().getFirst();
    Sentence sentence = statement.first();
    if (!tells(sentence)) {
      return Stream.empty();
    }
    List<Member> rivals = rivals(field, family, member, sentence);
    List<Candidate> made = new ArrayList<>();
    if (rivals.size() >= 2) {
      term(field, family, member, rivals, reason).ifPresent(made::add);
      description(field, family, member, rivals, reason).ifPresent(made::add);
    }
    rivals.stream().findFirst().flatMap(r -> judgement(field, family, member, r, reason)).ifPresent(made::add);
    return made.stream();
  }

  /** Whether a sentence is long enough to tell its thing from another. */
  private static boolean tells(Sentence sentence) {
    return sentence.text().length() >= 8 && sentence.text().length() <= 110 && WorthKnowing.weight(sentence.text()) >= 2;
  }

  /** The siblings that the description is not of, the most alike first. */
  private static List<Member> rivals(Field field, Family family, Member member, Sentence said) {
    String name = member.label().name();
    Optional<Term> own = field.term(member.label());
    return family.members().stream()
        .filter(m -> !Text.key(m.label().name()).equals(Text.key(name)))
        .filter(m -> field.term(m.label()).map(Term::id).equals(own.map(Term::id)) ? own.isEmpty() : true)
        .filter(m -> m.label().names().noneMatch(n -> Text.key(said.text()).contains(Text.key(n))))
        .filter(m -> !field.evidence().says(m.label().name(), said.text()))
        .filter(m -> NoLeak.shared(said.text(), m.says().getFirst().text()).size() < 0.6 * Text.words(said.text()).size())
        .sorted(
            Comparator.comparingInt((Member m) -> -Kin.likeness(name, m.label().name()))
                .thenComparing(m -> Chance.id(name, m.label().name())))
        .toList();
  }

  private static Optional<Candidate> term(Field field, Family family, Member member, List<Member> rivals, String reason) {
    Sentence sentence = member.says().getFirst().first();
    boolean quoted = sentence.text().length() > QUOTED || sentence.topic() || !Text.japanese(sentence.text());
    Optional<String> stem =
        quoted
            ? Optional.of(quoted(sentence))
            : sentence.asks();
    List<Candidate.Option> options = new ArrayList<>();
    options.add(option(member));
    rivals.stream().limit(3).map(Definitions::option).forEach(options::add);
    return stem.map(s -> candidate(field, dev.terakoya.quiz.Pattern.DEFINITION, family, member, s, options, reason));
  }

  private static String quoted(Sentence sentence) {
    return Text.japanese(sentence.text())
        ? "次の説明に当てはまるものはどれですか。「" + sentence.whole() + "」"
        : "Which of these is described as “" + sentence.text() + "”?";
  }

  private static Optional<Candidate> description(Field field, Family family, Member member, List<Member> rivals, String reason) {
    List<Candidate.Option> options = new ArrayList<>();
    Sentence own = member.says().getFirst().first();
    options.add(new Candidate.Option(own.whole(), member.label().name() + "の説明"));
    for (Member rival : rivals) {
      Sentence other = rival.says().getFirst().first();
      boolean alike = other.form() == own.form() && other.text().length() >= 6 && !field.evidence().says(member.label().name(), other.text())
          && NoLeak.shared(member.label().name(), other.text()).isEmpty();
      if (alike && options.size() < 4) {
        options.add(new Candidate.Option(other.whole(), rival.label().name() + "の説明"));
      }
    }
    boolean fit = own.form() != Sentence.Form.FRAGMENT && options.size() >= 3;
    String stem = "「" + member.label().name() + "」の説明として正しいものはどれですか。";
    return fit ? Optional.of(candidate(field, dev.terakoya.quiz.Pattern.DESCRIPTION, family, member, stem, options, reason)) : Optional.empty();
  }

  private static Optional<Candidate> judgement(Field field, Family family, Member member, Member rival, String reason) {
    Sentence own = member.says().getFirst().first();
    String name = member.label().name();
    boolean right = Chance.pick(2, name, own.text()) == 0;
    String subject = right ? name : rival.label().name();
    if (!NoLeak.shared(name, own.text()).stream().allMatch(w -> NoLeak.said(w, Text.words(rival.label().name())))) {
      return Optional.empty();
    }
    Optional<String> said = own.saidOf(subject).or(() -> own.form() == Sentence.Form.FRAGMENT ? Optional.empty() : Optional.of(subject + "：" + own.whole()));
    List<Candidate.Option> options = Judgement.options(right, name + "：" + own.text());
    return said.map(s -> candidate(field, dev.terakoya.quiz.Pattern.TRUE_FALSE, family, member, Judgement.stem(s), options, reason));
  }

  private static Candidate.Option option(Member member) {
    return new Candidate.Option(member.label().name(), member.says().getFirst().first().text());
  }

  private static Candidate candidate(Field field, dev.terakoya.quiz.Pattern pattern, Family family, Member member, String stem, List<Candidate.Option> options, String reason) {
    List<String> names = pattern == dev.terakoya.quiz.Pattern.DEFINITION ? options.stream().map(Candidate.Option::text).toList() : List.of();
    Statement statement = member.says().getFirst();
    Sentence sentence = statement.first();
    return new Candidate(
        pattern,
        family.kind() + " siblings, " + reason,
        "siblings in the same " + family.kind(),
        member.label().name(),
        "説明",
        field.shown(family.scope(), names),
        stem,
        sentence.text(),
        options,
        member.label().name() + "：" + statement.text(),
        statement);
  }
}
