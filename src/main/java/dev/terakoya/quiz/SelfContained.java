package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stem can be understood without the note: it points to nothing outside and has a subject. */
final class SelfContained implements Gate {
  private static final Pattern POINTS =
      Pattern.compile(
          "この(?!ため)|(?<![はがをに].{5,60})その(?!他|後|あと|まま|もの)|それ(?!ぞれ|以外)|これ(?!以上|まで|から)|ここ(?:で|に|から|まで|は|では)|そこ|(?<![ぁ-ん一-龥])あれ(?!ば)|こちら|そちら|こう(?:した|いう)|そう(?:した|いう|する)|上記|下記|前述|後述|先述|先ほど|(?<![一-龥ァ-ヴー])上の|下の(?:図|表|例)|次の(?:"
              + " ?[A-Za-z]|よう|図|表|[0-9]|いずれ|うち|とお|サイト|ページ|リンク|記事|動画|URL|コマンド|手順|図)|左の|右の|同様|と同じく|同上|前者|後者|当該|該当(?!する)|本(?:記事|書|章|節|設定|機能|サービス|ページ)|(?<![\\d一二三四五六七八九十A-Za-z%）)])以下の?(?!に減|とな)|(?<![\\d一二三四五六七八九十A-Za-z%）)])以下の(?:[一-龥ァ-ヴ]|\\d+つ)|(?:図|表)\\d|(?:別|他)の(?:ノート|記事|章)|\\d"
              + " ?[～〜~-] ?\\d+ ?を繰り返|参照|というもの|といったもの$");

  private static final Pattern NAMED = Pattern.compile("[A-Z][A-Za-z0-9]");
  private final Glossary glossary;

  SelfContained(Glossary glossary) {
    this.glossary = glossary;
  }

  @Override
  public String name() {
    return "self-contained";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    String said =
        candidate.claim()
            + " "
            + candidate
                .stem()
                .replace("（　）", candidate.key().text())
                .replaceFirst("^次の", "")
                .replace("次の記述は", "")
                .replace("次の説明に", "");
    Matcher m = POINTS.matcher(said);
    if (m.find()) {
      return Optional.of("points elsewhere: " + m.group());
    }
    if (!known(candidate)) {
      return Optional.of("nothing says what it is about");
    }
    return candidate.options().stream()
        .map(o -> POINTS.matcher(o.text()))
        .filter(Matcher::find)
        .findFirst()
        .map(o -> "an option points elsewhere: " + o.group());
  }

  /**
   * Whether the question says what it is about: by a name in the stem, or above it. A thing that no
   * glossary knows is a part of something, which must stand above it, and so is one that is no
   * service of its own where a bare word stands above it.
   */
  private boolean known(Candidate candidate) {
    boolean placed = candidate.scope().stream().map(Label::name).anyMatch(this::tells);
    Optional<Term> key = glossary.find(candidate.subject());
    boolean bare = candidate.scope().size() == 1 && !placed;
    return glossary.terms().isEmpty()
        || switch (candidate.pattern()) {
          case DEFINITION, DESCRIPTION ->
              placed
                  || key.filter(t -> !bare || Field.offered(t, glossary) || names(candidate.stem()))
                      .isPresent();
          case TRUE_FALSE ->
              names(candidate.stem())
                  || candidate.scope().stream().map(Label::name).anyMatch(this::placesAStatement);
          default ->
              placed
                  || names(candidate.stem() + " " + candidate.key().text())
                  || NAMED.matcher(candidate.stem()).find()
                  || candidate.scope().size() > 1;
        };
  }

  /**
   * Whether a heading tells what a statement below it is about: a thing of the field, by a proper
   * name where products have makers; 自動バックアップ alone may be anybody's.
   */
  private boolean placesAStatement(String heading) {
    boolean proper = NAMED.matcher(heading).find() || glossary.vendors().isEmpty();
    return glossary.mentions(heading).stream()
        .map(Mention::term)
        .anyMatch(t ->
            !Definitions.IDEA.matcher(t.kind()).find() && (proper || Field.offered(t, glossary)));
  }

  /** Whether a heading names something by a proper name, or a product. */
  private boolean tells(String heading) {
    return NAMED.matcher(heading).find()
        || glossary.mentions(heading).stream()
            .map(Mention::term)
            .anyMatch(t -> glossary.isProduct(t.name()));
  }

  /** Whether a text names a thing of the field by a proper name. */
  private boolean names(String text) {
    return glossary.mentions(text).stream()
        .anyMatch(mention -> NAMED.matcher(text.substring(mention.from(), mention.to())).find());
  }
}
