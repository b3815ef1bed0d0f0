package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name as a heading, a bullet or a table's first column gives it.
 *
 * @param name what to show, without numbering, marks and what stands in brackets
 * @param folder whether a file or folder is named so, not a piece of the note
 * @param others what stood in brackets or behind {@code ＝}, so that it cannot leak
 */
record Label(String name, List<String> others, boolean folder) {
  private static final Pattern BRACKETS =
      Pattern.compile("[（(【]([^（(【）)】]*)[）)】]|(?<=.)\\[([^\\[\\]]*)\\]$");
  private static final Pattern FRONT =
      Pattern.compile(
          "^(?:[・●■◆★◯〇※＊*>\\s]+|\\[["
              + " x]\\]\\s*|[(（]?\\d{1,2}[.．)）](?!\\d)\\s*|\\d{1,2}(?:[.．-]\\d{1,2})+[.．]?\\s+|第\\d+章\\s*|\\d{1,3}"
              + " (?=[A-Z]{2}|L\\d|[ァ-ヴ一-龥]{2})|L[1-7] (?=[ァ-ヴA-Z]))+");
  private static final Pattern BOXED = Pattern.compile("^\\[([^\\[\\]]+)\\]$");
  private static final Pattern RATIO = Pattern.compile("\\d：[\\dA-Za-z]");
  private static final Pattern GAPS = Pattern.compile("[\\s・]+");
  private static final Pattern NARROWED =
      Pattern.compile("[^（(]{2,24}[（(][^（）()]*[ぁ-ん][^（）()]{2,20}[）)]");
  private static final Pattern BACK =
      Pattern.compile(
          "(?:[:：※?？\\s]+|とは$|について$|の(?:概要|仕組み|特徴|種類|基本|機能|用語|実行方法|使い方|設定方法|設定|注意点|主要機能|主な機能|ユースケース|料金|利点|メリット)$|(?<=[A-Za-zァ-ヴー一-龥])"
              + " ?(?:概要|入門)$)+$");
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "[。、「」『』<>{}\\[\\]|→⇒=＝?？!！*~〜@$+＋\"”“]|https?:|[をがはへも]|[^ぁ-ん][でと](?![一-龥ァ-ヴ])|[一-龥][るうくすたいて]$|[ぁ-ん][るうすくつむぐぶ]$|[っし]た$|[っいし]て$|(?:する|した|ない|です|ます|こと|とき|ため|など|まで|から|より)$|^[ぁ-ん]|[一-龥ぁ-んァ-ヴー]"
              + " ?\\d{1,2}$|(?:高い|豊富な|柔軟な|簡単な|迅速な|完全な|適切な|優れた|強力な|シームレス|詳細な)|[一-龥ァ-ヴー]用$|(?:向上|削減|改善|強化|実現|効率化|最適化|簡素化|統一|統合|排除|実装|防止|拡大|標準化|活用|重視|容易|区別|検討|分散|構築|管理|実施|履歴|選定|見直し|コスト|リスク|効果)$|(?:特徴|料金|費用|ユースケース|概要|設計|運用|ステップ|手順|流れ|方法|注意点|利点|メリット|デメリット|設定|対応|実行|提供|有効化|無効化|作成|削除|追加|変更|確認|検証|比較|違い|例|一覧|まとめ|開始|終了|起動|導入|準備|使い分け|選択|選び方|(?<!エンド|アクセス|マウント|チェック|リストア|リカバリ|復旧)ポイント|制限事項|場合|関連付け|条件|理由|目的)$|^\\d+$|^[\\d.,:/%-]+$");
  private static final int LONGEST = 90;

  /** Spelt-out names of products are long. */
  private static final Pattern LATIN = Pattern.compile("[ -~]+");

  private static final Pattern CHAPTER =
      Pattern.compile(
          "[。？?!！→⇒:：「」#*]|https?|(?:特徴|概要|ユースケース|手順|方法|流れ|注意点|利点|メリット|デメリット|一覧|まとめ|(?<!エンド|アクセス|マウント|チェック|リストア|リカバリ|復旧)ポイント|理由|目的|こと|比較|違い|対策|構成|機能|種類|とは|について|です|ます|参考|たい|メモ|話)$");
  private static final Set<String> GENERIC = Set.copyOf(Text.resource("generic.txt"));

  Label(String name, List<String> others) {
    this(name, others, false);
  }

  Label {
    others = List.copyOf(others);
  }

  /** Reads a name; nothing when the text is a sentence, a mere number or a word for any chapter. */
  static Optional<Label> of(String raw) {
    if (raw.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> others = new ArrayList<>();
    String text = FRONT.matcher(Text.tidy(raw)).replaceFirst("");
    text = BOXED.matcher(text).replaceFirst("$1");
    Matcher m = BRACKETS.matcher(text);
    while (m.find()) {
      others.add(
          java.util.Objects.requireNonNullElse(m.group(1), m.group(2))
              .replaceFirst("^[＝=\\s]+", "")
              .strip());
    }
    text = BACK.matcher(m.replaceAll("").strip()).replaceFirst("").strip();
    int colon = text.indexOf('：');
    if (colon > 0 && !RATIO.matcher(text).find()) {
      others.add(text.substring(colon + 1).strip());
      text = text.substring(0, colon).strip();
    }
    boolean name =
        text.length() >= 2
            && text.length() <= (LATIN.matcher(text).matches() ? 60 : 32)
            && others.stream().noneMatch(o -> o.matches(".*(?:あと|後|前|以外|除く)"))
            && !NOT_A_NAME.matcher(text).find()
            && !generic(text);
    return name ? Optional.of(new Label(text, others)) : Optional.empty();
  }

  /** The same with what stands in brackets in its heading, where that narrows it: {@code （2台の）}. */
  Label qualified(String heading) {
    String whole = FRONT.matcher(Text.tidy(heading)).replaceFirst("");
    return NARROWED.matcher(whole).matches()
        ? new Label(whole, Stream.concat(Stream.of(name), others.stream()).toList())
        : this;
  }

  /**
   * A heading that is no name but tells what the text below is about, such as {@code VPC内に置く場合}, as
   * it stands; nothing for a word for any chapter.
   */
  static Optional<Label> context(String heading) {
    String text = FRONT.matcher(Text.tidy(heading)).replaceFirst("").strip();
    boolean tells =
        text.length() >= 4
            && text.length() <= 24
            && !generic(text)
            && !CHAPTER.matcher(text).find()
            && CleanText.balanced(text)
            && (text.matches(".*(?:場合|とき|時)")
                || switch (new Sentence(text).form()) {
                  case NOUN, PHRASE, FRAGMENT ->
                      !text.matches(".*[はがをもか]$|.*[^にでと](?:は|が).*|.*[ぁ-ん]");
                  case VERB, STATE, DOING -> false;
                });
    return tells ? Optional.of(new Label(text, List.of())) : Optional.empty();
  }

  /**
   * Whether a heading only tells what sort of chapter follows, so that nothing is lost without it.
   */
  static boolean chapter(String heading) {
    return heading.isBlank()
        || generic(heading)
        || (heading.length() <= 16
            && CHAPTER.matcher(heading).find()
            && !heading.matches(".*[るういむぐすつ](?:方法|手順|ケース|理由|目的|メリット|こと|ポイント)"));
  }

  /** The names that a file and its folders give, as far as they look like names. */
  static Stream<Label> folders(String file, Glossary glossary) {
    return Stream.of(file.replaceFirst("\\.[A-Za-z]+$", "").split("/", -1))
        .map(part -> part.replaceFirst("^\\d+[_.\\s]*", ""))
        .map(part ->
            part.matches("[a-z0-9_.-]*|.*_.*|.*\\d{4,}.*") ? slug(part, glossary) : of(part))
        .flatMap(Optional::stream)
        .map(l -> new Label(l.name(), l.others(), true));
  }

  /** The one term that a file name such as {@code zenn-sqs-overview} spells in small letters. */
  private static Optional<Label> slug(String part, Glossary glossary) {
    List<Term> named =
        glossary.mentions(part.replaceAll("[-_.]+", " ")).stream()
            .map(Mention::term)
            .filter(t -> !glossary.isVendor(t) && !t.kind().contains("concept"))
            .distinct()
            .toList();
    return named.size() == 1
        ? Optional.of(new Label(named.getFirst().name(), List.of()))
        : Optional.empty();
  }

  /** Whether a heading names a chapter of any book rather than a thing. */
  static boolean generic(String text) {
    return GENERIC.contains(GAPS.matcher(text).replaceAll("").toLowerCase(java.util.Locale.ROOT));
  }

  /** All ways in which the note names it. */
  Stream<String> names() {
    return Stream.concat(Stream.of(name), others.stream());
  }
}
