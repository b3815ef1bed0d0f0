package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.MEMBERSHIP;
import static dev.terakoya.quiz.Pattern.NUMBER;
import static dev.terakoya.quiz.Pattern.TRUE_FALSE;

import dev.terakoya.notes.Section;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something to act on: no price, no date, no example, nothing that says nothing. */
final class WorthKnowing implements Gate {
  private static final Pattern TRIVIA =
      Pattern.compile(
          "[¥$￥]|\\d円|\\d(?:USD|ドル)|(?:19|20)\\d\\d"
              + " ?年|(?:19|20)\\d\\d[-/.]\\d|\\d月\\d|\\d月時点|現在は|時点|(?:^|[（(、。])例[えば：:）)、]|の例$|e\\.g\\.|\\d+\\.\\d+\\.\\d+\\.\\d+|arn:|example|サンプル|割引|課金|請求|無料|MAU|クレジット|履歴として|キャンペーン|セミナー|ハンズオン|ワークショップ|スライド|勉強|(?<!負荷|侵入|貫通)試験|合格|ブログ|記事|動画(?!配信|データ|スト|ファイル|処理|変換|コンテンツ|や|・|を)|書籍|Black"
              + " ?Belt|Qiita|Zenn|画面(?:から|で|上|右|左|の)|表示され|慎重に|検討する|メールアドレスが|ボタン|クリック|タブ(?:を|から|で)|日本語|翻訳|(?:^|ある)(?:企業|会社|組織)(?:は|の)|要求している|原因は|\\d{4}年|最近|によって開発|により開発|やりたい|応募|強力な|AWS"
              + " ドキュメント|(?<![a-z])[a-z]\\d[a-z]*\\.(?:nano|micro|small|medium|\\d*x?large)|ほうが便利|の方が便利");

  /** Places for examples and exercises, and all that stands below. */
  private static final Pattern PRACTICE =
      Pattern.compile(
          "構成例|事例|ガイド$|サンプル|ハンズオン|演習|模擬|過去問|勉強会|Summit|セミナー|チュートリアル|ワークショップ|(?i:tried|quiz|workshop|tutorial)");

  /** The same, told by a section's own heading or the name of its file. */
  private static final Pattern EXERCISE =
      Pattern.compile(PRACTICE + "|認定の種類|認定試験|受験|次のステップ|今後|イベント$|(?i:exam)");

  /** Records of some work, and all that stands below. */
  private static final Pattern RECORD =
      Pattern.compile("手順|やりたい|やること|やった|やってみ|検証|作業|トラブル|試行錯誤|感想|文献");

  /** The same, told by a section's own heading. */
  private static final Pattern WORK =
      Pattern.compile(
          RECORD
              + "|例(?:\\s*\\d+)?$|どちら|選択する|選ぶ|(?<!自動)(?:作成|導入|インストール|構築|有効化|無効化|セットアップ)$|ユースケース|使い分け|選び方|選定|背景|前提|参考|対処|目標|リンク|ベストプラクティス$|推奨(?:事項|設定)?$|エラー"
              + " ?\\d|メモ$");

  private static final Pattern STEP =
      Pattern.compile(
          "^[^はが]*[をに](?:[^はが]*)(?:選択|入力|クリック|実行|追加|確認|インストール|編集|登録|指定|展開|変更|移動|再起動|ログイン|アクセス|チェック|アタッチ|デタッチ|起動|停止|クローン|コピー|配置|設定|準備|用意|有効|作成|削除|オン|オフ|有効化|無効化)(?:にする|する)?$|チェック(?:する|しない)$|(?:こと|か|値|内容|結果)を確認(?:する)?$|(?:てみる|ておく|こと|ていく|ため|メモ)$");

  /** Limits that are raised on request, and that nobody knows by heart. */
  private static final Pattern QUOTAS = Pattern.compile("クォータ|クオータ|(?i:quota)|サービス制限");

  /** Prices, and what somebody expects or says rather than what holds. */
  private static final Pattern LOOSE =
      Pattern.compile("料金|費用|日割り|安価|想定(?:して|され)|と(?:[言い]わ|[言い]え)|期待され|知られて|種類がある");

  /** The title of something else to read or to do. */
  private static final Pattern TITLE =
      Pattern.compile(
          "チュートリアル|ワークショップ|ハンズオン|セミナー|シリーズ[）)」]?$|Black ?Belt|(?i:^\\W*(?:tutorial|workshop))");

  private static final Set<dev.terakoya.quiz.Pattern> STEPS =
      Set.of(TRUE_FALSE, NUMBER, MEMBERSHIP);
  static final Set<String> EMPTY = Set.copyOf(Text.resource("empty.txt"));

  @Override
  public String name() {
    return "worth-knowing";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    Matcher m =
        TRIVIA.matcher(candidate.claim() + " " + candidate.asked() + " " + candidate.key().text());
    if (m.find()) {
      return Optional.of("price, date or example: " + m.group());
    }
    Optional<String> aside = aside(candidate);
    if (aside.isPresent()) {
      return Optional.of("in a place for examples or exercises: " + aside.get());
    }
    if (STEPS.contains(candidate.pattern()) && STEP.matcher(said(candidate)).find()) {
      return Optional.of("a step of some work: " + candidate.claim());
    }
    Matcher loose = LOOSE.matcher(said(candidate));
    if (STEPS.contains(candidate.pattern()) && loose.find()) {
      return Optional.of("a price, or what somebody expects: " + loose.group());
    }
    return Gate.when(weight(candidate.claim()) < 2, "says too little: " + candidate.claim());
  }

  /** The heading or the file that is a place for something else. */
  private static Optional<String> aside(Candidate candidate) {
    Section section = candidate.source().section();
    String file = section.source().file().replaceFirst("\\.[a-z]+$", "").replaceFirst(".*/", "");
    Optional<String> elsewhere = elsewhere(candidate.source());
    if (elsewhere.isPresent()) {
      return elsewhere;
    }
    boolean steps = STEPS.contains(candidate.pattern());
    boolean value = candidate.options().stream().allMatch(o -> Amount.in(o.text()).size() == 1);
    return Stream.of(
            section.path().stream().filter(h -> value).map(QUOTAS::matcher),
            section.path().stream().filter(h -> steps).map(RECORD::matcher),
            Stream.of(section.heading(), file).map(EXERCISE::matcher),
            Stream.of(section.heading()).filter(h -> steps).map(WORK::matcher))
        .flatMap(m -> m)
        .filter(Matcher::find)
        .findFirst()
        .map(Matcher::group);
  }

  /** What tells that a line is an example or an exercise, or the title of one. */
  static Optional<String> elsewhere(Statement statement) {
    return Stream.concat(
            statement.section().path().stream().map(PRACTICE::matcher),
            Stream.of(TITLE.matcher(statement.text())))
        .filter(Matcher::find)
        .findFirst()
        .map(Matcher::group);
  }

  /** What is said, as the question shows it. */
  private static String said(Candidate candidate) {
    return candidate.judged()
        ? candidate.stem().replaceFirst("^[^「]*「", "").replaceFirst("」$", "")
        : candidate.claim();
  }

  /** How many words of a text say something of their own. */
  static long weight(String text) {
    return Text.words(text).stream().filter(w -> !EMPTY.contains(w)).count();
  }
}
