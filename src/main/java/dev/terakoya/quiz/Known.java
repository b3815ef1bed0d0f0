package dev.terakoya.quiz;

import dev.terakoya.glossary.Confirmation;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.KnownFact;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for facts that the glossary knows to hold, in its words, where a line of the notes states
 * them; of several such lines the one that says most of it itself.
 */
final class Known implements Maker {
  /** What tells which of several values is meant. */
  private static final List<Bound> BOUNDS =
      List.of(
          new Bound(
              Pattern.compile("最小|最低|最短|下限|少なくとも"),
              Pattern.compile("最小|最低|最短|下限|少なくとも|以上|から|[〜～]|(?i:min)")),
          new Bound(
              Pattern.compile("既定|デフォルト|初期値"), Pattern.compile("既定|デフォルト|初期|標準|何も|(?i:default)")));

  /** Where something is pointed to or tried, not told: addresses, paths, lists of links, logs. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "https?:|[│├└]|[A-Za-z]:\\\\|文献|参考|リンク集|やりたい|やること|やった|やってみ|試行錯誤|ハマっ|はまっ|つまず|チェックリスト|と同じ(?:よう|く)|と同様|(?:^|\\n)["
              + " -~]{24,}$");

  /** What asks to choose, or tells which choice is right: there the items are not all true. */
  private static final Pattern CHOOSE =
      Pattern.compile(
          "(?m)どれ(?:か[。？?]?$|です|でしょう)|選べ(?:[。．]|$)|(?:選びなさい|選択(?:せよ|しなさい|してください))|(?:適切|正し|誤って|該当|当てはま)[^。\\n]{0,12}(?:どれ|選)|(?:答え|正解|解答|(?i:answer))["
              + " 　]*[:：]");

  private static final Pattern ITEM =
      Pattern.compile("^\\s*(?:[-*+・○●]|[(（]?[0-9０-９a-eA-Eア-オ]{1,2}[)）.．]|[①-⑳])");

  /** A heading over exercises, steps or a search for faults: what was done, or is to be found. */
  private static final Pattern DOING =
      Pattern.compile(
          "手順|課題(?!と)|感想|(?:問題?|設問|Q|(?i:question|step)|ステップ) ?[0-9０-９]|構築$|原因$|トラブル|症状");

  private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9-]+");

  /** A line that tells of an option, not of the command it belongs to. */
  private static final Pattern OPTION = Pattern.compile("^(?:\\s|[-*+|]\\s)*[`'\"]?--?[A-Za-z]");

  /** A line of a table of contents: a link to another file, with a word on what stands there. */
  private static final Pattern INDEX =
      Pattern.compile(
          "^\\s*(?:[-*+]|\\d+\\.)\\s*\\[[^\\]]*]\\((?!https?:|#)[^)]*\\.(?:md|txt)[^)]*\\)");

  /** What a question that names a bound wants the notes to say. */
  private record Bound(Pattern asked, Pattern told) {
    boolean holds(String ask, String text) {
      return !asked.matcher(ask).find() || told.matcher(text).find();
    }
  }

  /** What saying other things only costs a line, in words of the fact that it says. */
  private static final int ASTRAY = 4;

  private final Confirmation confirmation;

  Known(Confirmation confirmation) {
    this.confirmation = confirmation;
  }

  @Override
  public Stream<Candidate> candidates(Field field) {
    List<List<Stated>> found =
        field.harvests().parallelStream()
            .map(h -> h.stated(() -> stated(field.glossary(), confirmation, h)))
            .toList();
    Map<List<Object>, List<Stated>> stated = new LinkedHashMap<>();
    found.stream()
        .flatMap(List::stream)
        .forEach(
            s -> stated.computeIfAbsent(List.of(s.fact(), s.ask()), f -> new ArrayList<>()).add(s));
    Grounded grounded = new Grounded(field.glossary());
    return stated.values().stream().map(all -> candidate(field, best(all), grounded));
  }

  private static List<Stated> stated(
      Glossary glossary, Confirmation confirmation, Harvest harvest) {
    return told(glossary, harvest)
        .filter(t -> !English.of(t.statement()))
        .flatMap(t -> t.confirmed(confirmation).filter(s -> t.says(s.fact()) && bears(glossary, s)))
        .toList();
  }

  /** All that a section says. */
  private static Stream<Told> told(Glossary glossary, Harvest harvest) {
    Told.Over over = Told.Over.of(harvest, glossary);
    boolean exam =
        harvest.cards().isEmpty()
            && CHOOSE.matcher(String.join("\n", harvest.section().lines())).find();
    return Stream.concat(
        harvest.statements().stream()
            .filter(s -> !exam || !ITEM.matcher(s.section().line(s.from())).find())
            .map(s -> Told.of(over, s)),
        harvest.cells().stream().map(c -> Told.of(over, c)));
  }

  /**
   * Whether a line and what stands above it bear the question out: they name each product it names,
   * or a part of it, and say that a least or a usual value is one.
   */
  private static boolean bears(Glossary glossary, Stated stated) {
    KnownFact fact = stated.fact();
    Told told = stated.told();
    String text = String.join("\n", told.overhead()) + "\n" + told.statement().text();
    String line = told.statement().section().line(told.statement().from());
    String place = told.statement().section().source().file() + "\n" + text;
    Set<Term> named =
        glossary.mentions(text).stream().map(Mention::term).collect(Collectors.toSet());
    return glossary.mentions(stated.ask()).stream()
            .map(Mention::term)
            .filter(t -> glossary.isProduct(t.name()))
            .allMatch(t -> named.stream().anyMatch(n -> n.equals(t) || isPart(n, t)))
        && BOUNDS.stream().allMatch(b -> b.holds(stated.ask(), text))
        && !ASIDE.matcher(text).find()
        && !INDEX.matcher(line).find()
        && told.over().path().stream().noneMatch(h -> DOING.matcher(h).find())
        && !(COMMAND.matcher(fact.key()).matches() && OPTION.matcher(line).find())
        && (fact.of().isEmpty() || !glossary.isForeign(place))
        && WorthKnowing.elsewhere(told.statement()).isEmpty();
  }

  /** Whether a name is of a part of a product, as CloudWatch Logs of CloudWatch. */
  private static boolean isPart(Term part, Term product) {
    return Definitions.words(part.name()).containsAll(Definitions.words(product.name()));
  }

  private static Stated best(List<Stated> stated) {
    return stated.stream()
        .max(
            Comparator.comparingDouble((Stated s) -> s.said() - ASTRAY * s.foreign())
                .thenComparingInt(s -> -s.told().statement().text().length()))
        .orElseThrow();
  }

  /** Quotes another line only where the one does not say what the question says. */
  private static Candidate candidate(Field field, Stated stated, Grounded grounded) {
    Candidate alone = candidate(field, stated, Optional.empty());
    if (grounded.missing(alone).isEmpty() && grounded.refuses(alone).isEmpty()) {
      return alone;
    }
    List<Told> all = told(field.glossary(), stated.told().over().harvest()).toList();
    return stated.support(all).map(s -> candidate(field, stated, Optional.of(s))).orElse(alone);
  }

  private static Candidate candidate(Field field, Stated stated, Optional<Stated.Support> support) {
    KnownFact fact = stated.fact();
    String said = stated.words();
    List<String> above = stated.told().context(field.glossary(), stated);
    String quoted = above.isEmpty() ? said : String.join("、", above) + "」の「" + said;
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(fact.key(), fact.because()));
    fact.others()
        .forEach(o -> options.add(new Candidate.Option(o, Purposes.first(field.glossary(), o))));
    return new Candidate(
        dev.terakoya.quiz.Pattern.KNOWN,
        "a fact that the glossary knows, stated by the note",
        "the glossary",
        fact.of(),
        List.of(),
        stated.ask(),
        fact.ask(),
        options,
        String.join("」「", stated.inOrder(quoted, support)),
        stated.source(support));
  }
}
