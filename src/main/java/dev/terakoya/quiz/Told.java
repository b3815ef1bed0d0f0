package dev.terakoya.quiz;

import dev.terakoya.glossary.Confirmation;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.KnownFact;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something said.
 *
 * @param over what stands over its whole section
 * @param above what stands above it besides the headings: captions, or the names of row and column
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
  /**
   * What somebody did, means to do, asks, guesses or leaves out, the title of how to, what a text
   * says of itself, an answer to choose.
   */
  private static final Pattern UNSAID =
      Pattern.compile(
          "^(?:この|本)(?:章|節|記事|ページ|資料|セクション|ドキュメント|演習|コース|ラボ|(?i:labs?))|^(?:それ)?では.*ましょう$|^[A-EＡ-Ｅア-オ][)）.．]"
              + " |たいと(?:考え|思)|でき(?:た|ました)$|(?:時|とき)の(?:挙動|動作)$|割愛|(?:の|を)(?:理解|習得|学習|把握|整理|復習)(?:する|したい|しよう|した)?$|(?:[ぁ-にぬ-ん]方|方法|手順)$|(?<![み冷重])たい$|(?:して|やって)み(?:る|た|よう)$|(?:でき|使え)るようにな(?:る|ろう)$|(?<!対応|統合|廃止|終了|改称)(?:した|しました)$|^例[:：]|について$|(?:違い|比較)$|失敗$|[るたい]か$|らしい|かもしれ|っぽい|(?:と|かと)思[うわい]|だろう|[?？]$");

  /** What asks something in the end, whatever it says before. */
  private static final Pattern ASKS = Pattern.compile("[?？][)）」』]*$");

  /** What goes on in the next line, where it may be taken back. */
  private static final Pattern OPEN =
      Pattern.compile("(?:なく|(?<!すべ|全)て|(?<!ま)で|が|は|を|に|ため|ので|けど|たり|、)$");

  /** So long a line is quoted as a whole, so short a sentence not alone. */
  static final int BRIEF = 100;

  private static final int SHORT = 20;

  /** What leans on the sentence before it. */
  private static final Pattern BACKWARDS =
      Pattern.compile("^(?:これ|それ|あれ|この|その|ここ|そこ|こう|そう|また|さらに|なお|ただ|しかし|よって|したがって|上記|前述)");

  /**
   * What stands over all that a section says.
   *
   * @param harvest the section
   * @param folders the things that names of file and folders name
   * @param path the headings
   * @param names the names that the headings give
   */
  record Over(Harvest harvest, List<String> folders, List<String> path, List<String> names) {
    static Over of(Harvest harvest, Glossary glossary) {
      List<String> path = harvest.section().path();
      return new Over(
          harvest,
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

  static Told of(Over over, Statement statement) {
    List<String> above = over.labels(statement);
    String line = statement.section().line(statement.from());
    return of(over, above, above.stream().filter(line::contains).toList(), statement);
  }

  static Told of(Over over, Harvest.Cell cell) {
    return of(over, cell.above(), cell.above(), cell.statement());
  }

  private static Told of(Over over, List<String> above, List<String> beside, Statement statement) {
    List<String> overhead =
        Stream.of(over.folders, over.path, over.labels(statement), above)
            .flatMap(List::stream)
            .distinct()
            .toList();
    return new Told(over, above, beside, overhead, statement);
  }

  /** How many lines another stands below it. */
  int distance(Told other) {
    return other.statement.from() - statement.from();
  }

  /** Whether another line goes on with it, or it with that one: below the same names or fewer. */
  boolean goesWith(Told other) {
    int shared = Math.min(above.size(), other.above.size());
    return !other.statement.equals(statement)
        && above.isEmpty() == other.above.isEmpty()
        && above.subList(0, shared).equals(other.above.subList(0, shared));
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
            .map(f -> new Stated(f, f.ask(), this, s, words(s)))
            .filter(found -> !found.inPassing())
            .forEach(found -> stated.putIfAbsent(found.fact(), found));
      }
    }
    return stated.values().stream().flatMap(Stated::wordings);
  }

  /** The line, or of a long one only the sentence meant, where that can stand alone. */
  String words(Sentence sentence) {
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

  boolean tells(Sentence sentence) {
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
  List<String> context(Glossary glossary, Stated stated) {
    List<String> path =
        statement.section().path().stream()
            .map(h -> h.replaceAll("[（(][^（()）]*[)）]", "").replace(" ", ""))
            .toList();
    String said = Text.key(String.join("\n", path) + String.join("\n", above) + statement.text());
    Set<Term> about =
        glossary.mentions(stated.ask()).stream().map(Mention::term).collect(Collectors.toSet());
    Stream<String> file =
        over.folders.stream()
            .filter(n -> !said.contains(Text.key(n)))
            .filter(n ->
                glossary
                    .find(n)
                    .filter(t -> t.id().equals(stated.fact().of()) || about.contains(t))
                    .isPresent())
            .limit(1);
    return Stream.concat(
            file,
            above.stream().filter(n -> path.stream().noneMatch(h -> h.equals(n.replace(" ", "")))))
        .toList();
  }
}
