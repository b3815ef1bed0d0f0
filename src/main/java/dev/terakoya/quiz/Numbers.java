package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.NUMBER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for a limit or a default: a sentence with one amount and a word that makes it one. Options
 * are amounts of the same unit near it that the section does not mention.
 */
final class Numbers implements Maker {
  /** What stands in brackets at the end, in which no amount stands. */
  private static final Pattern ASIDE =
      Pattern.compile("(?<=.{6}) ?[（(](?!.*(?:デフォルト|既定|上限|緩和))[^（()）\\d]*[)）]$");

  private static final Pattern CUE =
      Pattern.compile(
          "最大|最小|最長|最短|最低|まで|以内|未満|上限|下限|制限|デフォルト|既定|標準で|保持|有効(?:$|期)|タイムアウト|間隔|耐久性|可用性|TTL|過去|経過|少なくとも|しか|固定|サイズ|長さ|割り当て");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?:つ|種類|箇所|か所|ヶ所|個|本|台|段階)(?=の|に|で|が|を).*(?:提供|含ま|構成|保存|持つ|必要|冗長|管理|分かれ|分け|コピー|保持|用意|作成)|^[^は]*は、?(?:約)?[\\d,."
              + " ]+[^\\d]{1,6}$");
  private static final Pattern PER =
      Pattern.compile(
          "^ ?(?:あたり|当たり|につき|ごと|毎|単位|目|間?に ?\\d|間?で"
              + " ?(?:最大|\\d)|の(?:うち|[^のはをにが]{1,16}(?:ごと|あたり|につき|に対して)))");
  private static final Pattern BOAST =
      Pattern.compile(
          "%.*(?:向上|削減|低減|割引|改善|安|OFF|off|高速|コスト)|倍.*(?:高速|速|性能)|以上の|以上かか|数回|ことがある|または\\d|例えば|を利用した|を使った|注意|理由|こと$|意味|もう1つ|1つ(?:の塊|だけ)");
  private static final Pattern VAGUE =
      Pattern.compile(
          "経過$|^また|さらに|前回|こともでき|約|程度|くらい|ぐらい|ほど|前後|数[十百千万]|多く|例|〜|～|~|または|もしくは|or"
              + " |、\\d|[:：→>＞=＝≒]|かかった|バージョン");
  private static final Pattern LISTED =
      Pattern.compile(
          "[^は]*(?:[・、/].*[・、/]|.*,.*,|「.*「|と.*[^る]と|と、).*|.*[^のすなる]と[^とはがを]{2,40}の ?\\d.*");

  /** What an amount is of. */
  private static final Pattern MEASURE =
      Pattern.compile("(?:時間|タイムアウト|間隔|期間|サイズ|長さ|上限|容量|数)(?:$|は)");

  /** A count of things, and no more is said: {@code 最大500個のアソシエーション}. */
  private static final Pattern HEADLINE = Pattern.compile(" ?の[一-龥ァ-ヴーA-Za-z0-9 ]{2,}");

  /** Within a bound are all within a wider one, unless the bound is a limit. */
  private static final Pattern BOUND = Pattern.compile("^ ?(?:以内|以下|未満|以上)");

  private static final Pattern LIMIT =
      Pattern.compile("最大|最小|最長|最短|上限|下限|制限|デフォルト|既定|まで|サイズ|長さ|設定|指定");

  /**
   * A size or a length of which nothing tells whether it is the largest, the least or the usual.
   */
  private static final Pattern UNBOUND =
      Pattern.compile(
          "^(?!.*(?:最大|最小|最長|最短|最低|上限|下限|制限|デフォルト|既定|標準|まで|以内|以下|未満|以上|固定|単位|ごと)).*(?:サイズ|容量|長さ)は.*");

  /**
   * A quota that AWS and others raise, for one account or on request, unless told as the default.
   */
  private static final Pattern QUOTA =
      Pattern.compile("^(?!.*(?:デフォルト|既定|初期)).*(?:アカウント|リージョン)(?:あたり|当たり|ごと|毎|につき).*");

  @Override
  public Stream<Candidate> candidates(Field field) {
    Map<String, Set<BigDecimal>> real =
        field.harvests().stream()
            .flatMap(Numbers::amounts)
            .collect(
                Collectors.groupingBy(
                    Amount::unit, Collectors.mapping(Amount::value, Collectors.toSet())));
    return field.harvests().stream()
        .flatMap(h -> h.statements().stream().flatMap(s -> of(field, real, h, s)));
  }

  private static Stream<Amount> amounts(Harvest harvest) {
    return harvest.statements().stream().flatMap(s -> Amount.in(Text.tidy(s.text())).stream());
  }

  private static Stream<Candidate> of(
      Field field, Map<String, Set<BigDecimal>> real, Harvest harvest, Statement statement) {
    return field
        .alone(statement)
        .filter(s -> s.text().length() <= 70)
        .map(s -> of(field, real, harvest, statement, s))
        .flatMap(Optional::stream);
  }

  private static Optional<Candidate> of(
      Field field,
      Map<String, Set<BigDecimal>> real,
      Harvest harvest,
      Statement statement,
      Sentence sentence) {
    String text = ASIDE.matcher(sentence.text()).replaceFirst("");
    List<Amount> asked =
        Amount.in(text).stream()
            .filter(a -> !a.single() && !PER.matcher(text.substring(a.to())).find())
            .toList();
    if (asked.size() != 1
        || (statement.lost() && !sentence.topic())
        || bracketed(text, asked.getFirst())
        || counted(text, asked.getFirst())
        || (BOUND.matcher(text.substring(asked.getFirst().to())).find()
            && !LIMIT.matcher(text).find())
        || QUOTA.matcher(text).matches()
        || UNBOUND.matcher(text).matches()
        || HEADLINE.matcher(text.substring(asked.getFirst().to())).matches()
        || BOAST.matcher(text).find()
        || VAGUE.matcher(text).find()) {
      return Optional.empty();
    }
    Amount amount = asked.getFirst();
    boolean known = statement.scope().stream().anyMatch(l -> field.term(l).isPresent());
    boolean counts =
        COUNT.matcher(text).find()
            && !LISTED.matcher(text).matches()
            && (known || !field.glossary().mentions(text).isEmpty());
    boolean half =
        new Sentence(text).form() == Sentence.Form.FRAGMENT && text.length() - amount.to() > 6;
    if (!(CUE.matcher(text).find() || counts)
        || half
        || !said(text, amount, known)
        || !fluent(text, amount)) {
      return Optional.empty();
    }
    String stem = stem(statement.nearest(), new Sentence(text).whole(), amount);
    List<BigDecimal> taken =
        amounts(harvest).filter(a -> a.unit().equals(amount.unit())).map(Amount::value).toList();
    return amount
        .among(taken, real.getOrDefault(amount.unit(), Set.of()), text)
        .map(texts -> candidate(field, statement, sentence, amount, stem, texts));
  }

  /**
   * Whether a sentence says what the amount is of: a topic, an object or a place; less where a
   * known thing stands above.
   */
  private static boolean said(String text, Amount amount, boolean known) {
    String rest = text.substring(0, amount.from()) + text.substring(amount.to());
    String before = text.substring(0, amount.from());
    boolean loose = before.contains("、") && !before.matches(".*[はがをにでの].*");
    boolean told =
        new Sentence(text).form() != Sentence.Form.FRAGMENT
            || text.matches(".*(?:[^で]は|最大|最短|デフォルト|既定|上限|制限).*");
    return !loose
        && told
        && WorthKnowing.weight(rest) >= (known ? 1 : 2)
        && rest.matches(".*[はがをにので、].*");
  }

  private static Candidate candidate(
      Field field,
      Statement statement,
      Sentence sentence,
      Amount amount,
      String stem,
      List<String> texts) {
    String key = amount.text(amount.value());
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(key, sentence.text()));
    texts.stream()
        .filter(t -> !t.equals(key))
        .map(t -> new Candidate.Option(t, ""))
        .forEach(options::add);
    return new Candidate(
        NUMBER,
        "a limit or default with one amount",
        "amounts of the same unit",
        sentence.subject().orElse(statement.nearest()),
        product(field, sentence) ? List.of() : field.shown(statement.scope(), List.of()),
        stem,
        sentence.text(),
        options,
        statement.text(),
        statement);
  }

  /** Whether a sentence tells itself of which product it speaks. */
  private static boolean product(Field field, Sentence sentence) {
    return sentence
        .subject()
        .flatMap(field.glossary()::find)
        .filter(t -> field.glossary().isProduct(t.name()))
        .isPresent();
  }

  /** Whether the sentence goes on after the amount as written Japanese does. */
  private static boolean fluent(String sentence, Amount amount) {
    String after = sentence.substring(amount.to());
    String before = sentence.substring(0, amount.from());
    return after.isEmpty()
        ? before.matches(".*[はがをに、].*")
        : after.matches(
            " ?(?:の|を|に|が|で|と|は|まで|以内|以上|以下|未満|間隔|後|、|（|分|ルー|経過|保持|だけ|しか|間|有効|固定|取得|使用|かか|削除|[一-龥]).*");
  }

  /** Whether the things that the amount counts stand before it, so that one need but count. */
  private static boolean counted(String text, Amount amount) {
    String list = text.substring(0, amount.from()).replaceFirst("^[^は]*は、?", "");
    if (list.matches(".*(?:ため|[^とい]に|で|を|が|[てし])、.*")) {
      return false;
    }
    int things = list.split("[、・/]|と(?![いし])", -1).length;
    return things >= 2 && amount.value().intValue() == things;
  }

  private static boolean bracketed(String sentence, Amount amount) {
    return !CleanText.balanced(sentence.substring(0, amount.from()));
  }

  /**
   * Asks directly where the amount ends what is said of a topic, else leaves a gap. A heading that
   * names what is measured is said with the topic: {@code ALBのタイムアウトは…}.
   */
  private static String stem(String heading, String sentence, Amount amount) {
    String before = sentence.substring(0, amount.from());
    String after = sentence.substring(amount.to());
    if (after.isEmpty() && before.matches("[^は]*[^でにと]は、?(?:(?:デフォルト|既定)で?)?")) {
      boolean measured = MEASURE.matcher(heading).find() && !MEASURE.matcher(before).find();
      return before
              .replaceFirst("^([^は]*)は", measured ? "$1の" + heading + "は" : "$1は")
              .replaceFirst("、$", "")
              .replaceFirst("(?<=デフォルト|既定)$", "で")
          + asking(amount)
          + "ですか。";
    }
    return "（　）に入る値はどれですか。「" + before.strip() + "（　）" + after.strip() + "」";
  }

  private static String asking(Amount amount) {
    return switch (amount.unit()) {
      case "つ" -> "いくつ";
      default -> "何" + amount.unit();
    };
  }
}
