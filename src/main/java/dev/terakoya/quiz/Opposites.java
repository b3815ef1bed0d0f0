package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.TRUE_FALSE;

import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks whether something holds or its opposite: the note's own sentence where it denies or limits
 * something, or the sentence with its ending, or the one word that has an opposite, turned round,
 * or with two siblings that it sets against each other in each other's place: {@code AはP、BはQ},
 * {@code AではなくB}.
 */
final class Opposites implements Maker {
  /**
   * A way of turning a sentence round; {@code where} as in opposites.txt. For a pair {@code says}
   * is the one word or the other, and each becomes the other wherever it stands.
   */
  private record Turn(Pattern says, String opposite, String where) {
    /** Whether one word of a pair stands twice without the other, so that all of it would turn. */
    private boolean again(String text) {
      return names(text) == 1 && says.matcher(text).results().count() > 1;
    }

    /** Whether only the end of a sentence can match, so that the rest need not be looked at. */
    boolean atEnd() {
      return says.pattern().endsWith("$") && !says.pattern().startsWith("^");
    }

    private long names(String text) {
      return says.matcher(text).results().map(MatchResult::group).distinct().count();
    }

    /**
     * Whether the text names both in one breath, so that nothing changes when they change places.
     */
    private boolean together(String text) {
      String any = "(?:" + says.pattern() + ")";
      return Pattern.compile(
              any + "[^はがを]{0,24}(?:/|／|・|と|や|、|または|もしくは|および|及び|か|して|から)[^はがを]{0,6}" + any)
          .matcher(text)
          .find();
    }

    /** Whether what a text says would be wrong with the other word. */
    private boolean contrary(String text) {
      return !text.matches(".*(?:両方|いずれ|どちらも|すべて|全て|全部).*")
          && !DENIED.matcher(text).find()
          && !MAY.matcher(text).find()
          && !BY_MEANS.matcher(text).find()
          && !together(text)
          && !aside(text)
          && !echoed(text)
          && !bound(text);
    }

    /**
     * Whether what follows holds for the one word only, as one sends to no sender and takes nothing
     * as output, or tells an amount of which the other has its own.
     */
    private boolean bound(String text) {
      return Pattern.compile("(?:" + says.pattern() + ")(?:側|者)?[にへ](?:送|配信|転送)")
              .matcher(text)
              .find()
          || (where.equals("both") && text.matches(".*[入出]力として.*"))
          || (names(text) == 1 && opposite.contains("書き込み") && text.matches(".*\\d.*"));
    }

    /**
     * Whether the rest of a text says it again in other words, as in {@code 増えるにつれて増加する}: nobody
     * would believe it with the other word.
     */
    private boolean echoed(String text) {
      String words = opposite.replaceAll("[^一-龥]", "");
      String rest = says.matcher(text).replaceAll("");
      return words
          .chars()
          .filter(c -> words.indexOf(c) == words.lastIndexOf(c))
          .anyMatch(c -> rest.matches(".*(?<![一-龥])" + (char) c + "[ぁ-ん].*"));
    }

    /** Whether it stands in brackets, where it says something again, or is one of a list. */
    private boolean aside(String text) {
      String any = "(?:" + says.pattern() + ")";
      return Pattern.compile("[（(][^）)]*" + any + "|" + any + "[^はがをにでのと]{0,8}、")
          .matcher(text)
          .find();
    }

    /** Whether it stands in a condition or a reason: what then holds may hold otherwise, too. */
    private boolean conditional(String text) {
      return Pattern.compile("(?:" + says.pattern() + ").*(?:場合|とき|なら|ので|ため|[れけせてえげべめね]ば|と、)")
          .matcher(text)
          .find();
    }

    /** Whether two words change places. */
    boolean exchanges() {
      return where.equals("pair") || where.equals("both");
    }

    /** Whether one of a pair stands in a text at all; quicker than to look for it. */
    boolean stands(String text) {
      int space = opposite.indexOf(' ');
      return text.contains(opposite.substring(0, space))
          || text.contains(opposite.substring(space + 1));
    }

    /** The other word of a pair. */
    String other(String word) {
      return Stream.of(opposite.split(" ", -1))
          .filter(w -> !w.equals(word))
          .findFirst()
          .orElse(word);
    }

    boolean worth(String text) {
      return switch (where) {
        case "sure" -> true;
        case "alone" -> !MAY.matcher(text).find();
        case "tool" ->
            NAMED.matcher(text).find()
                && !SCOPED.matcher(text).find()
                && text.length() >= 20
                && !text.matches(".*(?:[、,・ ].*){3}|.*\\d\\.\\d.*\\d\\.\\d.*");
        case "pair" -> contrary(text) && !again(text);
        case "both" -> contrary(text) && names(text) == 2;
        default ->
            UNEXPECTED.matcher(text).find()
                && !BY_MEANS.matcher(text).find()
                && !SCOPED.matcher(text).find()
                && text.length() <= 70
                && !text.matches(".*[、,・].*[、,・].*(?:でき|可能).*");
      };
    }
  }

  private static final List<Turn> TURNS = new ArrayList<>();
  private static final Pattern HEDGED =
      Pattern.compile(
          "重複(?:し|され)ない$|しれない|わからない|分からない|知らない|たくない|すぎない|過ぎない|しまう|役立|次の|^ただ|ただし|さらに|同様に|可能にする|とはいえ|せずとも|まうと|かまわない|構わない|ならない$|いけない|問題ない|関係ない|限らない|に記述|思わない|もったいない|ないため|なため|ので|ないと|なければ|でなく|場合(?:が|も)|ことがある|こともある|限り|原則|基本的|通常|必ずしも|とは限ら|直接|単体|そのまま|すぐ|ほとんど|あまり|十分|適切|慎重|意味|目安|考慮|理解");

  /** Advice and warnings: one may hold otherwise with good reason. */
  private static final Pattern ADVICE = Pattern.compile("ベストプラクティス|注意|検討|意識|望まし|べき|推奨");

  /**
   * What is denied in one of two places, or to one purpose of many, holds sometimes, or is two
   * things in one: one can read its opposite in two ways.
   */
  private static final Pattern LOOSE =
      Pattern.compile("(?<!デフォルト|既定)では.*[にへ]は|には(?:利用|使用)(?:でき|可能|不可)|を[一-龥]{2}、[^、]*は|によっては");

  /** What is worth asking as it stands: something denied or limited, which one may not expect. */
  private static final Pattern UNLIKELY =
      Pattern.compile("ない|ません|不可|不要|せず|なし|無効|拒否|のみ|だけ|しか|ではなく|必要|なくても|以外");

  private static final Pattern PURPOSE = Pattern.compile("(?:とは|概要)[?？]?$");

  /** What contradicts itself, so that nobody would believe it. */
  private static final Pattern ABSURD = Pattern.compile("(?:固定|不変).{0,16}(?:変わる|変化する)");

  private static final Pattern TAIL =
      Pattern.compile(
          "(?<=.{8})"
              + " ?[（(](?![^（()）]*(?:のみ|だけ|限|除|以外|禁止|場合|から|無料|不可|なし))[^（()）]*[)）]$|(?:ので|ため)、?(?:要)?注意(?:が必要)?(?:する)?$");
  private static final Pattern AGAINST =
      Pattern.compile(
          "に対し|一方で|ではなく|より(?:も|高|低|速|早|安|多|少|優|強)|なら.*なら|[^でに]は.*[、。"
              + " ].*[^でに]は|違い|異なり|代わりに|へ移行|から.*に(?:変換|転送|送|複製|移行|同期)|だけ.*は|のみ.*は|優先");
  private static final Pattern EVERY =
      Pattern.compile(
          "全(?=[一-龥ァ-ヴA-Za-z])|有効.*[有無]効|無効.*[有無]効|許可.*拒否|拒否.*許可|無料.*有料|有料.*無料|すべて|全て|全部|全員|両方|いずれ|どれも|どちらも|常に|必ず|毎回|など|等[のをにはが]|一部|ほか|両者");
  private static final Pattern LIMITS = Pattern.compile("のみ|だけ|しか");
  private static final Pattern UNEXPECTED =
      Pattern.compile(
          "別の?(?:AWS ?)?(?:アカウント|リージョン|VPC)|異なる|他の(?:AWS"
              + " ?)?(?:アカウント|リージョン)|クロス|リージョン間|アカウント間|後から|あとから|作成後|IPv6|再起動|停止し|暗号化されて|無効|[一-龥]に(?:する|設定する|ある)必要|経由せず|経由しな|なしで|なしに|せずに|なくても|またが|またい|同時に|併用|追加料金|修正なし|一致|重複|バージニア|パブリック|再設定|同一|単一|複数の(?:AZ|リージョン|アカウント|VPC|アベイラ)");
  private static final Pattern BY_MEANS = Pattern.compile("ことで|により|によって|ように|ため|目的|応じ|合わせ|ことなく");

  /** What a negation at the end would reach as well, so that one could read it in two ways. */
  private static final Pattern SCOPED =
      Pattern.compile(
          "なし[でに]|つつ|ながら|でき.*、.*でき|(?:機能|仕組み|サービス)で、|(?:できる|可能な).*は|[^とる]と[^、とる]{0,12}と[^、]*$");

  /** Two words for one side, of which the note means one each. */
  private static final Pattern SAME = Pattern.compile("宛先.*送信先|送信先.*宛先");

  /** What is denied of the one may be denied of the other. */
  private static final Pattern DENIED = Pattern.compile("(?:ない|不要|不可|不可能|せず|なし)$|ないの");

  private static final Pattern MAY =
      Pattern.compile(
          "(?:可能|でき(?:る|ない)|対応|サポート|(?:使|扱|行)える|(?:選|呼)べる|(?:持|保)てる|(?:送|取|割り当てら|作|見ら)れる|推奨|ことがある|使用する|利用する|ている)$");
  private static final Pattern ACTOR = Pattern.compile("^[^をに、]{2,24}が(?=.{6,})");
  private static final Pattern TOPICS = Pattern.compile("[一-龥ァ-ヴーA-Za-z0-9）)] ?は(?![じめ])");
  private static final Pattern OBJECT = Pattern.compile("[^でに]は|[をがにへとも](?!$)|から|しか");

  /** A modifier whose noun is missing: {@code 標準は} for {@code 標準キューは}. */
  private static final Pattern BARE =
      Pattern.compile(
          "^(?:標準|通常|拡張|基本|高速|低速|共有|専用|汎用|同期|非同期|手動|自動)"
              + " ?は|^[^をがにで]{1,24}は必要$|^[^をにで]{1,30}[はが]不要$");

  private static final Pattern PAST = Pattern.compile("(?:[きしいっ]|れ|られ)た$|^\\d+[:：]");
  private static final Pattern PASSIVE =
      Pattern.compile(
          "^[^はが]*(?:され|られ)(?:る|ない)$|を[^をがは]{0,14}(?:され|られ)(?:る|ない)$|^AWS ?は|^[^:：]{1,20}[:：]");
  private static final Pattern NAMED = Pattern.compile("[A-Z][A-Za-z0-9]{2,}");
  private static final Pattern PARTICLE =
      Pattern.compile("[一-龥ァ-ヴーA-Za-z0-9）)][をがにでとはへ](?![ぁ-ん]{2})|[をがにはで][一-龥ァ-ヴA-Za-z]|から|しか");

  static {
    for (String line : Text.resource("opposites.txt")) {
      String[] parts = line.split("\\t");
      boolean pair = parts[0].equals("pair") || parts[0].equals("both");
      TURNS.add(
          pair
              ? new Turn(either(parts[1], parts[2]), parts[1] + " " + parts[2], parts[0])
              : new Turn(Pattern.compile(parts[1]), parts[2], parts[0]));
    }
  }

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.ofSentences((statement, sentence) -> of(field, statement, sentence).stream());
  }

  private static Optional<Candidate> of(Field field, Statement statement, Sentence said) {
    Sentence sentence = new Sentence(Sentence.plain(TAIL.matcher(said.text()).replaceFirst("")));
    String text = sentence.whole();
    if (sentence.form() == Sentence.Form.PHRASE
        || text.length() < 12
        || text.length() > 90
        || ADVICE.matcher(text).find()) {
      return Optional.empty();
    }
    return exchanged(field, sentence, text)
        .or(() -> opposite(field, statement, sentence, text))
        .map(turned -> candidate(field, statement, sentence, text, turned));
  }

  private static Optional<String> opposite(
      Field field, Statement statement, Sentence sentence, String text) {
    return sentence.form() == Sentence.Form.NOUN || text.length() > 80
        ? Optional.empty()
        : TURNS.stream()
            .flatMap(turn -> turned(turn, text).stream())
            .findFirst()
            .filter(turned -> turned.contains("以外") || !LIMITS.matcher(text).find())
            .filter(turned -> plain(text) && about(field, statement, sentence))
            .filter(turned -> !ABSURD.matcher(turned).find())
            .filter(turned -> !purpose(statement, turned))
            .filter(turned -> !named(statement, text, turned))
            .filter(turned -> !turned.matches(".*では.*では.*"));
  }

  /** Whether it would be denied what the section says its thing is for: nobody believes that. */
  private static boolean purpose(Statement statement, String turned) {
    return PURPOSE.matcher(statement.section().heading()).find() && DENIED.matcher(turned).find();
  }

  /** A sentence that sets two siblings against each other, with them in each other's place. */
  private static Optional<String> exchanged(Field field, Sentence sentence, String text) {
    if (sentence.form() == Sentence.Form.FRAGMENT
        || text.contains("ことで")
        || !AGAINST.matcher(text).find()) {
      return Optional.empty();
    }
    List<Mention> named =
        field.glossary().mentions(text).stream().filter(m -> !m.term().family().isEmpty()).toList();
    return IntStream.range(1, named.size())
        .filter(n -> against(named, named.get(n - 1).term(), named.get(n).term()))
        .mapToObj(n -> exchanged(text, named.get(n - 1), named.get(n)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> exchanged(String text, Mention one, Mention other) {
    String between = text.substring(one.to(), other.from());
    return between.matches(" ?[・、/やとか]?(?:および|または)? ?|つの.*")
            || text.substring(0, other.from()).matches(".*\\dつの ?")
        ? Optional.empty()
        : Optional.of(
            text.substring(0, one.from())
                + text.substring(other.from(), other.to())
                + between
                + text.substring(one.from(), one.to())
                + text.substring(other.to()));
  }

  /** Whether two are siblings, and no third one and no second time is there. */
  private static boolean against(List<Mention> named, Term one, Term other) {
    return !one.equals(other)
        && one.family().equals(other.family())
        && one.kind().equals(other.kind())
        && named.stream().filter(m -> m.term().family().equals(one.family())).count() == 2;
  }

  /** Whether the sentence says one whole thing without hedging. */
  private static boolean plain(String text) {
    boolean whole =
        new Sentence(text).form() != Sentence.Form.FRAGMENT
            || text.matches(".*(?:している|設定|無料|有料|昇順|降順|Deny|拒否|不可|ステートレス|ステートフル)");
    return whole
        && !BARE.matcher(text).find()
        && !HEDGED.matcher(text).find()
        && !PAST.matcher(text).find()
        && !PASSIVE.matcher(text).find()
        && !LOOSE.matcher(text).find()
        && OBJECT.matcher(text).find()
        && PARTICLE.matcher(text).find()
        && TOPICS.matcher(text).results().count() <= 1
        && WorthKnowing.weight(text) >= 2;
  }

  /** Whether a name above gives away the word that was exchanged. */
  private static boolean named(Statement statement, String text, String turned) {
    return statement.scope().stream()
        .map(Label::name)
        .anyMatch(name ->
            TURNS.stream()
                .filter(t -> t.exchanges() && t.stands(name) && t.stands(text))
                .anyMatch(t -> t.says().matcher(name).find() && !text.equals(turned)));
  }

  /** Whether the sentence, or what stands right above it, names what it is about. */
  private static boolean about(Field field, Statement statement, Sentence sentence) {
    boolean topic =
        sentence.subject().flatMap(Label::of).isPresent() || ACTOR.matcher(sentence.text()).find();
    boolean under = statement.scope().stream().anyMatch(l -> field.term(l).isPresent());
    return (under && (topic || !statement.lost()))
        || (topic
            && !field.glossary().mentions(sentence.subject().orElse(sentence.text())).isEmpty());
  }

  /** Either word, standing by itself as far as the script shows. */
  private static Pattern either(String one, String other) {
    return Pattern.compile(
        Stream.of(one, other).map(w -> alone(w)).collect(Collectors.joining("|")));
  }

  private static String alone(String word) {
    String script =
        word.matches("[ァ-ヴー]+") ? "[ァ-ヴー]" : word.matches("[A-Za-z0-9]+") ? "[A-Za-z0-9]" : "[一-龥]";
    return "(?<!" + script + ")" + word + "(?!" + script + "|[まるんて])";
  }

  private static Optional<String> turned(Turn turn, String text) {
    if (turn.exchanges() && !turn.stands(text)) {
      return Optional.empty();
    }
    Matcher m = turn.says().matcher(text);
    if (turn.atEnd()) {
      m.region(Math.max(0, text.length() - 24), text.length()).useTransparentBounds(true);
    }
    if (!m.find()
        || m.start() < new Sentence(text).subject().map(String::length).orElse(0)
        || (!turn.atEnd() && turn.conditional(text))
        || !turn.worth(text)) {
      return Optional.empty();
    }
    if (turn.exchanges()) {
      return Optional.of(m.replaceAll(found -> turn.other(found.group())))
          .filter(t -> !SAME.matcher(t).find());
    }
    String turned = m.replaceFirst(turn.opposite());
    return m.reset(turned).find() || EVERY.matcher(text).find()
        ? Optional.empty()
        : Optional.of(conceded(turned));
  }

  /** The words that a turned ending asks for: {@code 停止しても残る} becomes {@code 停止すると残らない}. */
  private static String conceded(String turned) {
    String joined =
        (turned.contains("しても")
                ? turned.replaceAll("(?<=[一-龥]{2}|[ァ-ヴー])しても", "すると").replace("しても", "すと")
                : turned.replace("すると", "しても"))
            .replace("後からでも", "後から");
    return joined.matches(".*(?:ない|不可|不可能|不要|無効)$")
        ? joined.replace("なくても", "なければ").replaceAll("(?<=[一-龥ァ-ヴーA-Za-z0-9）)][でにへ]|から)も(?!の)", "は")
        : joined
            .replaceFirst("(?<=[一-龥ァ-ヴーA-Za-z0-9）)](?:[でにへと]|から))は(?=[^はがを]{1,12}$)", "")
            .replaceFirst("(?<=では、.{0,40})は(?=[^はがを、]{1,8}れる$)", "が");
  }

  private static Candidate candidate(
      Field field, Statement statement, Sentence sentence, String whole, String turned) {
    boolean right =
        UNLIKELY.matcher(whole).find()
            && !whole.contains("とは、")
            && Chance.pick(4, sentence.text(), "opposite") > 0;
    String subject = sentence.subject().orElse(statement.nearest());
    return new Candidate(
        TRUE_FALSE,
        "a sentence that has an opposite",
        "the sentence turned to its opposite",
        subject,
        field.shown(statement.scope(), List.of()),
        Judgement.stem(right ? whole : turned),
        sentence.text(),
        Judgement.options(right, sentence.text()),
        statement.text(),
        statement);
  }
}
