package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.DEFINITION;

import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks of which term a note tells what it does, where the glossary, too, says that it is for that:
 * in a sentence whose topic the term is, or that stands below it. Options are what the glossary
 * counts to the same family, products beside a product, each of which it says to be for something
 * else.
 */
final class Uses implements Maker {
  private static final int LONGEST = 100;

  /** A step, a condition, a need, a property or an opinion rather than what something does. */
  private static final Pattern LOOSE =
      Pattern.compile(
          "シームレス|簡単|容易|柔軟|以下|上記|下記|それ|これ|その|この|次の|必要|不要|注意|場合|とき|すると|なら(?:ば)?|[れけせてえげべめね]ば|例|選択|推奨|勧め|デフォルト|[:：→⇒↔<>＜＞]|かつ|しか|のみ|ない$|(?:から|で)構成|相当|(?:利用|設定|配置|指定)(?:可能|できる)$|をサポート|に対応|(?:である|だ)が|ので|けど|^また|^さらに|(?:中|活用|利用|用途|特徴|メリット.*|利点|強み)$|も[^、]{0,8}(?:可能|でき)|違い|異な|共に|どこ|どの|による|[一-龥]式$|より(?!も?の)|起き");

  private final Field field;
  private final Purposes purposes;

  /**
   * A term with what a note says of it.
   *
   * @param name what the question calls it: a product by its full name, as the options are called
   * @param scope what stands above the term
   * @param told the words that tell what it is for
   */
  private record Use(
      Term term, String name, List<Label> scope, Sentence said, int told, Statement statement) {}

  /** A name as the notes write it, and what it names. */
  private record Named(String name, Term term) {}

  Uses(Field field, Purposes purposes) {
    this.field = field;
    this.purposes = purposes;
  }

  @Override
  public Stream<Candidate> candidates(Field asked) {
    return asked.harvests().stream()
        .flatMap(h -> h.statements().stream())
        .filter(s -> tells(s.first()))
        .flatMap(s -> use(s).stream())
        .filter(this::enough)
        .flatMap(u -> candidate(u).stream());
  }

  /** Whether a sentence can tell what something does. */
  private static boolean tells(Sentence said) {
    String text = said.text();
    return text.length() >= 10
        && text.length() <= LONGEST
        && (said.form() != Sentence.Form.FRAGMENT || said.nominal())
        && !LOOSE.matcher(text).find()
        && WorthKnowing.weight(text) >= 3;
  }

  /** What a statement says of its topic or else of what stands right above it. */
  private Optional<Use> use(Statement statement) {
    Sentence first = statement.first();
    List<Label> scope = statement.scope();
    Optional<Label> topic = first.subject().flatMap(Label::of);
    Optional<Sentence> told = topic.flatMap(t -> first.without(t.name()));
    return told.isPresent()
        ? use(statement, topic.get(), scope, told.get())
        : first.topic() || statement.lost() || scope.isEmpty()
            ? Optional.empty()
            : use(statement, scope.getLast(), scope.subList(0, scope.size() - 1), first);
  }

  private Optional<Use> use(Statement statement, Label label, List<Label> above, Sentence said) {
    return field
        .term(label)
        .filter(t -> !t.isReplaced() && !field.retired(label))
        .filter(t -> !said.topic() && !t.kind().contains("protocol"))
        .filter(t -> field.telling(above, said.text()) >= 3)
        .filter(t -> purposes.product(t) || field.belongs(t, above))
        .filter(t -> NoLeak.shared(label.name(), said.text()).isEmpty())
        .map(t ->
            new Use(
                t,
                purposes.product(t) ? t.name() : label.name(),
                purposes.product(t) ? List.of() : above,
                said,
                purposes.told(t, said.text()).size(),
                statement));
  }

  /**
   * Whether so many words bear out what it is said of: nouns in a row need most, a few words about
   * a part least.
   */
  private boolean enough(Use use) {
    Sentence.Form form = use.said().form();
    boolean noun = form == Sentence.Form.PHRASE || form == Sentence.Form.FRAGMENT;
    long weight = WorthKnowing.weight(use.said().text());
    boolean mostly = use.told() >= (noun ? 4 : 3) && use.told() * 4L >= weight;
    return mostly || (use.told() == 2 && weight <= 5 && !noun && !purposes.product(use.term()));
  }

  /** The names of what a description is surely not of, the most similar first. */
  private List<String> names(Use use) {
    Set<String> taken =
        use.statement().scope().stream()
            .flatMap(l -> field.term(l).stream())
            .map(Term::id)
            .collect(Collectors.toSet());
    return known(use.term(), use.name())
        .distinct()
        .flatMap(n -> field.glossary().find(n).map(t -> new Named(n, t)).stream())
        .filter(n -> !n.term().equals(use.term()) && !taken.contains(n.term().id()))
        .filter(n -> !parts(n.name(), use.name()))
        .filter(n -> !field.retired(new Label(n.name(), n.term().names())))
        .filter(n ->
            Definitions.kind(
                field, use.said(), n.name(), Purposes.first(field.glossary(), n.name())))
        .sorted(
            Comparator.comparing((Named n) -> !akin(n.term(), use.term()))
                .thenComparingLong(n -> -purposes.common(use.term(), n.term())))
        .filter(n -> n.term().names().stream().noneMatch(o -> named(o, use.said().text())))
        .filter(n -> !rivals(n.term(), use))
        .map(Named::name)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(), all -> Siblings.apart(use.name(), all, n -> n)))
        .stream()
        .limit(3)
        .toList();
  }

  /** Whether a description sounds like what another is for, too. */
  private boolean rivals(Term other, Use use) {
    int told = purposes.told(other, use.said().text()).size();
    return 2 * told > use.told() || (told > 0 && use.told() <= 2);
  }

  /** The names of what a term is confused with, by the glossary and, for a part, by the note. */
  private Stream<String> known(Term term, String name) {
    return purposes.product(term)
        ? field.glossary().siblings(term).stream()
            .filter(t -> purposes.product(t) && !t.isReplaced())
            .map(Term::name)
        : Stream.concat(
            field.familiesOf(name).stream()
                .flatMap(f -> f.members().stream())
                .filter(m -> field.term(m.label()).filter(t -> akin(t, term)).isPresent())
                .map(m -> m.label().name()),
            Siblings.of(field, term, name).stream());
  }

  /** Whether two are of one family and kind. */
  private static boolean akin(Term one, Term other) {
    return one.kind().equals(other.kind()) && one.family().equals(other.family());
  }

  /** Whether a text has a name, or the notes say of it the same. */
  private boolean named(String name, String text) {
    return Text.key(text).contains(Text.key(name)) || field.evidence().says(name, text);
  }

  /** Whether one name has all the words of the other. */
  private static boolean parts(String one, String other) {
    Set<String> words = Definitions.words(one);
    Set<String> others = Definitions.words(other);
    return words.containsAll(others) || others.containsAll(words);
  }

  private Optional<Candidate> candidate(Use use) {
    List<String> names = names(use);
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(use.name(), use.said().text()));
    names.forEach(n -> options.add(new Candidate.Option(n, Purposes.first(field.glossary(), n))));
    return names.size() < 2
        ? Optional.empty()
        : Definitions.stem(use.said())
            .map(stem ->
                new Candidate(
                    DEFINITION,
                    "what a term is for, in the note and in the glossary",
                    "terms of its family for other purposes",
                    use.name(),
                    field.shown(use.scope(), options.stream().map(Candidate.Option::text).toList()),
                    stem,
                    use.said().text(),
                    options,
                    use.name() + "：" + use.statement().text(),
                    use.statement()));
  }
}
