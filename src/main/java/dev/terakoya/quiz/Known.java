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
          "https?:|[│├└]|[A-Za-z]:\\\\|文献|参考|リンク集|やりたい|やること|やった|やってみ|試行錯誤|ハマっ|はまっ|つまず|チェックリスト|(?:^|\\n)["
              + " -~]{24,}$");

  /**
   * What somebody did, means to do, asks, guesses or leaves out, the title of how to, what a text
   * says of itself, an answer to choose.
   */
  private static final Pattern UNSAID =
      Pattern.compile(
          "^(?:この|本)(?:章|節|記事|ページ|資料|セクション|ドキュメント|演習|コース|ラボ|(?i:labs?))|^[A-EＡ-Ｅア-オ][)）.．]"
              + " |たいと(?:考え|思)|でき(?:た|ました)$|(?:時|とき)の(?:挙動|動作)$|割愛|(?:の|を)(?:理解|習得|学習|把握|整理|復習)(?:する|したい|しよう|した)?$|(?:[ぁ-にぬ-ん]方|方法|手順)$|(?<![み冷重])たい$|(?:して|やって)み(?:る|た|よう)$|(?:でき|使え)るようにな(?:る|ろう)$|(?<!対応|統合|廃止|終了|改称)(?:した|しました)$|^例[:：]|について$|(?:違い|比較)$|失敗$|らしい|かもしれ|っぽい|(?:と|かと)思[うわい]|だろう|[?？]$");

  /** What asks something in the end, whatever it says before. */
  private static final Pattern ASKS = Pattern.compile("[?？][)）」』]*$");

  /** What asks to choose, or tells which choice is right: there the items are not all true. */
  private static final Pattern CHOOSE =
      Pattern.compile(
          "(?m)どれ(?:か[。？?]?$|です|でしょう)|選べ(?:[。．]|$)|(?:選びなさい|選択(?:せよ|しなさい|してください))|(?:適切|正し|誤って|該当|当てはま)[^。\\n]{0,12}(?:どれ|選)|(?:答え|正解|解答|(?i:answer))["
              + " 　]*[:：]");

  private static final Pattern ITEM =
      Pattern.compile("^\\s*(?:[-*+・○●]|[(（]?[0-9０-９a-eA-Eア-オ]{1,2}[)）.．]|[①-⑳])");

  private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9-]+");

  /** A line that tells of an option, not of the command it belongs to. */
  private static final Pattern OPTION = Pattern.compile("^(?:\\s|[-*+|]\\s)*[`'\"]?--?[A-Za-z]");

  /** What goes on in the next line, where it may be taken back. */
  private static final Pattern OPEN =
      Pattern.compile("(?:なく|(?<!すべ|全)て|(?<!ま)で|が|は|を|に|ため|ので|けど|たり|、)$");

  /** A sentence as long as this says more than one thing, and what it is about within its head. */
  private static final int LONG = 60;

  private static final int HEAD = 14;

  /** So long a line is quoted as a whole, so short a sentence not alone. */
  private static final int BRIEF = 100;

  private static final int SHORT = 20;

  /** What leans on the sentence before it. */
  private static final Pattern BACKWARDS =
      Pattern.compile("^(?:これ|それ|あれ|この|その|ここ|そこ|こう|そう|また|さらに|なお|ただ|しかし|よって|したがって|上記|前述)");

  /** What a question that names a bound wants the notes to say. */
  private record Bound(Pattern asked, Pattern told) {
    boolean holds(String ask, String text) {
      return !asked.matcher(ask).find() || told.matcher(text).find();
    }
  }

  /**
   * What stands over all that a section says.
   *
   * @param folders the things that names of file and folders name
   * @param path the headings
   * @param names the names that the headings give
   */
  record Over(List<String> folders, List<String> path, List<String> names) {
    static Over of(Harvest harvest, Glossary glossary) {
      List<String> path = harvest.section().path();
      return new Over(
          harvest.scope().stream()
              .filter(Label::folder)
              .map(Label::name)
              .flatMap(n -> glossary.mentions(n).stream().map(m -> n.substring(m.from(), m.to())))
              .toList(),
          path,
          path.stream().flatMap(h -> Label.of(h).stream()).map(Label::name).toList());
    }

    /** The names above a statement that are neither these headings nor folders. */
    List<String> labels(Statement statement) {
      List<String> labels =
          statement.scope().stream()
              .filter(l -> !l.folder())
              .map(Label::name)
              .collect(Collectors.toCollection(ArrayList::new));
      names.forEach(labels::remove);
      return labels;
    }
  }

  /**
   * Something said.
   *
   * @param above what stands above it besides the headings: captions, or the names of row and
   *     column
   * @param beside those of them that a reader reads in one breath with it: of its own line or row
   * @param overhead all that stands above it, the outermost first: of the names of file and folders
   *     only the things they name
   */
  record Told(
      Over over,
      List<String> above,
      List<String> beside,
      List<String> overhead,
      Statement statement) {
    static Told of(Over over, Statement statement) {
      List<String> above = over.labels(statement);
      String line = statement.section().line(statement.from());
      return of(over, above, above.stream().filter(line::contains).toList(), statement);
    }

    static Told of(Over over, Harvest.Cell cell) {
      return of(over, cell.above(), cell.above(), cell.statement());
    }

    private static Told of(
        Over over, List<String> above, List<String> beside, Statement statement) {
      List<String> overhead =
          Stream.of(over.folders, over.path, over.labels(statement), above)
              .flatMap(List::stream)
              .distinct()
              .toList();
      return new Told(over, above, beside, overhead, statement);
    }

    /** The facts that its sentences state, the first together with what stands beside it. */
    Stream<Stated> confirmed(Confirmation confirmation) {
      Map<KnownFact, Stated> stated = new LinkedHashMap<>();
      for (Sentence s : statement.sentences()) {
        boolean first = s.equals(statement.sentences().getFirst());
        String said = first ? String.join(" ", beside) + " " + s.text() : s.text();
        List<KnownFact> facts = confirmation.of(overhead, said);
        if (!facts.isEmpty() && tells(s)) {
          facts.stream()
              .filter(f -> !inPassing(s, f))
              .forEach(f -> stated.putIfAbsent(f, new Stated(f, this, words(s))));
        }
      }
      return stated.values().stream();
    }

    /** The line, or of a long one only the sentence meant, where that can stand alone. */
    private String words(Sentence sentence) {
      String key = Text.key(sentence.text());
      return Stream.of(statement.text())
          .filter(text -> text.length() > BRIEF)
          .flatMap(text -> Stream.of(text.split("(?<=。)", -1)))
          .map(String::strip)
          .filter(one -> Text.key(one).contains(key) && one.length() > SHORT)
          .filter(one -> !BACKWARDS.matcher(one).find())
          .findFirst()
          .orElse(statement.text());
    }

    /**
     * Whether a sentence says it on the way to something else: late or at length, and not below a
     * heading of the answer's name. A fact about a term is asked only where that is the topic.
     */
    private boolean inPassing(Sentence sentence, KnownFact fact) {
      String near = Text.key(over.path.stream().reduce("", (a, b) -> b) + String.join("", above));
      String said = Text.key(sentence.text());
      int first =
          fact.says().stream()
              .flatMap(List::stream)
              .mapToInt(p -> said.indexOf(Text.key(p)))
              .filter(at -> at >= 0)
              .min()
              .orElse(0);
      return fact.of().isEmpty()
          && beside.isEmpty()
          && !near.contains(Text.key(fact.key()))
          && (said.length() > LONG || first > HEAD);
    }

    private boolean tells(Sentence sentence) {
      return !OPEN.matcher(sentence.text()).find()
          && !UNSAID.matcher(sentence.text()).find()
          && !ASKS.matcher(statement.text()).find();
    }

    /** Whether it says some of a fact itself, not only what stands beside it. */
    boolean says(KnownFact fact) {
      String said = Text.key(statement.text());
      return beside.isEmpty()
          || fact.says().stream()
              .anyMatch(group -> group.stream().anyMatch(p -> said.contains(Text.key(p))));
    }

    /**
     * What stands above it and in no heading, brackets apart, and what the file is named for where
     * the fact is about that.
     */
    List<String> context(Glossary glossary, KnownFact fact) {
      List<String> path =
          statement.section().path().stream()
              .map(h -> h.replaceAll("[（(][^（()）]*[)）]", "").replace(" ", ""))
              .toList();
      String said = Text.key(String.join("\n", path) + String.join("\n", above) + statement.text());
      Set<Term> about =
          glossary.mentions(fact.ask()).stream().map(Mention::term).collect(Collectors.toSet());
      Stream<String> file =
          over.folders.stream()
              .filter(n -> !said.contains(Text.key(n)))
              .filter(n ->
                  glossary
                      .find(n)
                      .filter(t -> t.id().equals(fact.of()) || about.contains(t))
                      .isPresent())
              .limit(1);
      return Stream.concat(
              file,
              above.stream()
                  .filter(n -> path.stream().noneMatch(h -> h.equals(n.replace(" ", "")))))
          .toList();
    }
  }

  /**
   * A fact with what states it.
   *
   * @param words in which words
   */
  record Stated(KnownFact fact, Told told, String words) {
    /** What to quote: with what stands beside it, where that belongs to it. */
    Statement source() {
      Statement line = told.statement();
      return told.beside().isEmpty() && words.equals(line.text())
          ? line
          : new Statement(
              line.scope(),
              Stream.concat(
                      told.beside().isEmpty()
                          ? Stream.empty()
                          : Stream.of(String.join("、", told.beside())),
                      Stream.of(words))
                  .collect(Collectors.joining("：")),
              line.section(),
              line.from(),
              line.to(),
              line.lost());
    }

    /** How many of the words of question and answer, and of the groups of phrases, it has. */
    long said() {
      String text = Text.key(words);
      return NoLeak.shared(fact.ask() + " " + fact.key(), words).size()
          + 2
              * fact.says().stream()
                  .filter(group -> group.stream().anyMatch(p -> text.contains(Text.key(p))))
                  .count();
    }
  }

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
    Map<KnownFact, List<Stated>> stated = new LinkedHashMap<>();
    found.stream()
        .flatMap(List::stream)
        .forEach(s -> stated.computeIfAbsent(s.fact(), f -> new ArrayList<>()).add(s));
    return stated.values().stream().map(all -> candidate(field, best(all)));
  }

  private static List<Stated> stated(
      Glossary glossary, Confirmation confirmation, Harvest harvest) {
    return told(glossary, harvest)
        .filter(t -> !English.of(t.statement()))
        .flatMap(t ->
            t.confirmed(confirmation).filter(s -> t.says(s.fact()) && bears(glossary, t, s.fact())))
        .toList();
  }

  /** All that a section says. */
  private static Stream<Told> told(Glossary glossary, Harvest harvest) {
    Over over = Over.of(harvest, glossary);
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
  private static boolean bears(Glossary glossary, Told told, KnownFact fact) {
    String text = String.join("\n", told.overhead()) + "\n" + told.statement().text();
    String place = told.statement().section().source().file() + "\n" + text;
    Set<Term> named =
        glossary.mentions(text).stream().map(Mention::term).collect(Collectors.toSet());
    return glossary.mentions(fact.ask()).stream()
            .map(Mention::term)
            .filter(t -> glossary.isProduct(t.name()))
            .allMatch(t -> named.stream().anyMatch(n -> n.equals(t) || isPart(n, t)))
        && BOUNDS.stream().allMatch(b -> b.holds(fact.ask(), text))
        && !ASIDE.matcher(text).find()
        && !(COMMAND.matcher(fact.key()).matches()
            && OPTION.matcher(told.statement().section().line(told.statement().from())).find())
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
            Comparator.comparingLong(Stated::said)
                .thenComparingInt(s -> -s.told().statement().text().length()))
        .orElseThrow();
  }

  private static Candidate candidate(Field field, Stated stated) {
    KnownFact fact = stated.fact();
    String said = stated.words();
    List<String> above = stated.told().context(field.glossary(), fact);
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
        fact.ask(),
        fact.ask(),
        options,
        above.isEmpty() ? said : String.join("、", above) + "：" + said,
        stated.source());
  }
}
