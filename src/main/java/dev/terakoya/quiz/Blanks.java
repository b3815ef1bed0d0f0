package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.MEMBERSHIP;

import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the one name out of a sentence that says what something uses, needs or is made of, and asks
 * for it. Options are the members of its family in the glossary. A sentence that only says what is
 * possible is left alone, as it may be possible with another member, too.
 */
final class Blanks implements Maker {
  private static final Pattern AFTER =
      Pattern.compile(
          "^ ?(?:を(?:使|利用|用い|介し|経由|指定|選択|設置|作成|設定|有効|導入|アタッチ|割り当|呼び出|参照|必要)|に(?:保存|保管|格納|書き|出力|送|記録|配置|関連付け|アタッチ|割り当て|転送|設定|対して)|が(?:必要|必須|使わ|利用|使用|発生|返|割り当て)|で(?:管理|実装|構成|暗号化|認証|動作|制御|指定|設定|定義|監視|作成|共有|実行)|経由)");
  private static final Pattern ONLY =
      Pattern.compile("^ ?(?:に|で|が|を|と|から)?(?:のみ|だけ(?!で(?!な))|しか(?=.*ない))");
  private static final Pattern PARTS =
      Pattern.compile("component|feature|concept|setting|part|option|place|engine|format|system");
  private static final Pattern PLACE = Pattern.compile("place|concept|format|system");
  private static final Pattern MAY =
      Pattern.compile(
          "[うくすつむるぐぶ]か[^らど]|可能|でき|られる|れる$|える$|対応|サポート|推奨|など|場合(?:が|も)|例|または|もしくは|よい$|良い$");

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.ofSentences((statement, sentence) -> of(field, statement, sentence).stream());
  }

  private static Optional<Candidate> of(Field field, Statement statement, Sentence sentence) {
    String text = sentence.whole();
    boolean whole =
        text.length() >= 16
            && text.length() <= 90
            && !statement.lost()
            && (sentence.form() == Sentence.Form.VERB || sentence.form() == Sentence.Form.STATE);
    boolean may = MAY.matcher(text).find();
    return field.glossary().mentions(text).stream()
        .filter(
            m -> only(text, m) || (whole && !may && AFTER.matcher(text.substring(m.to())).find()))
        .filter(m -> !joined(text, m))
        .flatMap(m -> of(field, statement, sentence, m).stream())
        .findFirst();
  }

  /** Whether the sentence holds of this name alone, so that no other can be right. */
  private static boolean only(String text, Mention mention) {
    return ONLY.matcher(text.substring(mention.to())).find();
  }

  /** Whether the name is but a part of a longer one. */
  private static boolean joined(String text, Mention mention) {
    String before = text.substring(0, mention.from());
    return before.matches(".*[A-Za-z0-9ァ-ヴー一-龥・/、] ?$|.*[A-Za-z0-9ァ-ヴー一-龥]の$")
        && !before.matches(".*(?:、|は、?)$");
  }

  private static Optional<Candidate> of(
      Field field, Statement statement, Sentence sentence, Mention mention) {
    String text = sentence.whole();
    Term term = mention.term();
    String written = text.substring(mention.from(), mention.to());
    String rest = text.substring(0, mention.from()) + "（　）" + text.substring(mention.to());
    boolean above =
        Stream.concat(
                statement.scope().stream().map(Label::name), statement.section().path().stream())
            .anyMatch(
                l -> field.glossary().mentions(l).stream().anyMatch(m -> m.term().equals(term)));
    List<String> siblings =
        term.family().isEmpty()
                || term.isReplaced()
                || (only(text, mention) ? PLACE : PARTS).matcher(term.kind()).find()
            ? List.of()
            : Siblings.of(field, term, written).stream()
                .filter(n -> !Text.key(text).contains(Text.key(n)))
                .filter(n -> !field.evidence().says(n, rest))
                .limit(3)
                .toList();
    boolean twice =
        field.glossary().mentions(rest).stream()
            .anyMatch(m -> m.term().family().equals(term.family()));
    if (above
        || twice
        || siblings.size() < 2
        || WorthKnowing.weight(rest) < (only(text, mention) ? 3 : 4)
        || !CleanText.balanced(text.substring(0, mention.from()))
        || statement.scope().isEmpty()) {
      return Optional.empty();
    }
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(written, text));
    siblings.forEach(n -> options.add(new Candidate.Option(n, "")));
    return Optional.of(
        new Candidate(
            MEMBERSHIP,
            "a name in what something uses or needs",
            "its family in the glossary",
            sentence.subject().orElse(statement.nearest()),
            field.shown(statement.scope(), options.stream().map(Candidate.Option::text).toList()),
            "（　）に入るものはどれですか。「" + rest + "」",
            sentence.text(),
            options,
            statement.text(),
            statement));
  }
}
