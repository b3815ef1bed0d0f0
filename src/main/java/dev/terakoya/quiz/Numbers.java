package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.NUMBER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks for a limit or a default: a sentence with one amount and a word that makes it one. Options
 * are amounts of the same unit near it that the section does not mention.
 */
final class Numbers implements Maker {
  private static final Pattern CUE =
      Pattern.compile(
          "最大|最小|最長|最短|最低|まで|以内|以上|以下|未満|上限|下限|制限|デフォルト|既定|標準で|保持|有効期限|有効期間|タイムアウト|間隔|耐久性|可用性|TTL|過去|経過|少なくとも|しか");
  private static final Pattern PER =
      Pattern.compile("^ ?(?:あたり|当たり|につき|ごと|毎|単位|の(?!(?:読|書|デー|イン|AZ|静|グ))|目)");
  private static final Pattern BOAST = Pattern.compile("%.*(?:向上|削減|低減|割引|改善|安|OFF|off|高速|コスト)");
  private static final Pattern VAGUE =
      Pattern.compile("約|程度|くらい|ぐらい|ほど|前後|数|多く|例|〜|～|~|から|または|もしくは|or |、\\d");

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.harvests().stream()
        .flatMap(h -> h.statements().stream().flatMap(s -> of(field, h, s)));
  }

  private static Stream<Candidate> of(Field field, Harvest harvest, Statement statement) {
    return Sentence.of(statement.text()).stream()
        .filter(s -> s.text().length() <= 90 && CUE.matcher(s.text()).find())
        .map(s -> of(field, harvest, statement, s))
        .flatMap(Optional::stream);
  }

  private static Optional<Candidate> of(
      Field field, Harvest harvest, Statement statement, Sentence sentence) {
    List<Amount> asked =
        Amount.in(sentence.text()).stream()
            .filter(a -> !PER.matcher(sentence.text().substring(a.to())).find())
            .toList();
    if (asked.size() != 1
        || bracketed(sentence.text(), asked.getFirst())
        || BOAST.matcher(sentence.text()).find()
        || VAGUE.matcher(sentence.text()).find()) {
      return Optional.empty();
    }
    Amount amount = asked.getFirst();
    boolean half =
        sentence.form() == Sentence.Form.FRAGMENT && sentence.text().length() - amount.to() > 4;
    if (half || !fluent(sentence.text(), amount)) {
      return Optional.empty();
    }
    String stem = stem(sentence.text(), amount);
    List<BigDecimal> taken = new ArrayList<>();
    harvest
        .statements()
        .forEach(s -> Amount.in(Text.tidy(s.text())).forEach(a -> taken.add(a.value())));
    return amount
        .among(taken, sentence.text())
        .map(texts -> candidate(field, statement, sentence, amount, stem, texts));
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
        subject(statement),
        sentence.text().substring(0, amount.from()),
        field.shown(statement.scope(), List.of()),
        stem,
        sentence.text(),
        options,
        statement.text(),
        statement);
  }

  /** Whether the sentence goes on after the amount as written Japanese does. */
  private static boolean fluent(String sentence, Amount amount) {
    String after = sentence.substring(amount.to());
    String before = sentence.substring(0, amount.from());
    return after.isEmpty()
        ? before.matches(".*[はがをに、].*")
        : after.matches("(?:の|を|に|が|で|と|は|まで|以内|以上|以下|未満|間隔|後|、|（|分|ルー|経過|保持|だけ|しか).*");
  }

  private static boolean bracketed(String sentence, Amount amount) {
    return !CleanText.balanced(sentence.substring(0, amount.from()));
  }

  private static String subject(Statement statement) {
    return statement.scope().isEmpty() ? "" : statement.scope().getLast().name();
  }

  /** Asks directly where the amount ends what is said of a topic, else leaves a gap. */
  private static String stem(String sentence, Amount amount) {
    String before = sentence.substring(0, amount.from());
    String after = sentence.substring(amount.to());
    if (after.isEmpty() && before.matches("[^は]*[^でにと]は、?(?:デフォルトで|既定で)?")) {
      return before.replaceFirst("、$", "") + asking(amount) + "ですか。";
    }
    return "（　）に入る値はどれですか。「" + before.strip() + "（　）" + after.strip() + "」";
  }

  private static String asking(Amount amount) {
    return switch (amount.unit()) {
      case "秒", "分", "分間", "時間", "日", "日間", "週間", "年", "年間" -> "何" + amount.unit();
      case "つ" -> "いくつ";
      default -> "どれ";
    };
  }
}
