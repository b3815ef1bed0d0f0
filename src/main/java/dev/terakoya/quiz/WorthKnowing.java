package dev.terakoya.quiz;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something to act on: no price, no date, no example, nothing that says nothing. */
final class WorthKnowing implements Gate {
  private static final Pattern TRIVIA =
      Pattern.compile(
          "[¥$￥]|\\d円|\\d(?:USD|ドル)|(?:19|20)\\d\\d"
              + " ?年|(?:19|20)\\d\\d[-/.]\\d|\\d月\\d|\\d月時点|現在は|時点|(?:^|[（(、。])例[えば：:）)、]|の例$|e\\.g\\.|\\d+\\.\\d+\\.\\d+\\.\\d+|arn:|example|サンプル|割引|課金|請求|無料枠|MAU|クレジット|履歴として|キャンペーン|セミナー|ハンズオン|ワークショップ|スライド|勉強|試験|合格|ブログ|記事|動画|書籍|Black"
              + " ?Belt|Qiita|Zenn|画面|表示され|慎重に|検討する|メールアドレスが|ボタン|クリック|タブ(?:を|から|で)|日本語|翻訳");
  private static final Pattern ASIDE =
      Pattern.compile(
          "例(?:\\s*\\d+)?$|サンプル|ハンズオン|演習|試験|認定|模擬|過去問|勉強会|ガイド$|やってみ|検証|構築手順|Summit|セミナー|イベント$|料金|価格|コスト|無料枠|カード|(?i:exam|quiz|workshop|tutorial|certificat)");
  private static final Set<String> EMPTY =
      Set.of(
          "可能",
          "利用",
          "使用",
          "必要",
          "場合",
          "対応",
          "設定",
          "機能",
          "提供",
          "実行",
          "作成",
          "管理",
          "指定",
          "サービス",
          "サーバー",
          "aws",
          "amazon",
          "データ",
          "ユーザー",
          "アクセス",
          "フルマネージド",
          "マネージド",
          "自動",
          "簡単",
          "複数",
          "高い",
          "方法",
          "種類",
          "リソース",
          "様々",
          "安全",
          "ため",
          "追加",
          "環境",
          "システム",
          "アプリケーション");

  @Override
  public String name() {
    return "worth-knowing";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    Matcher m =
        TRIVIA.matcher(candidate.claim() + " " + candidate.stem() + " " + candidate.key().text());
    if (m.find()) {
      return Optional.of("price, date or example: " + m.group());
    }
    String place =
        String.join(" / ", candidate.source().section().path())
            + " "
            + candidate.source().section().source().file().replaceFirst("\\.[a-z]+$", "");
    Matcher aside = ASIDE.matcher(place);
    if (aside.find()) {
      return Optional.of("in a place for examples, prices or exams: " + aside.group());
    }
    return Gate.when(weight(candidate.claim()) < 2, "says too little: " + candidate.claim());
  }

  /** How many words of a text say something of their own. */
  static long weight(String text) {
    return Text.words(text).stream().filter(w -> !EMPTY.contains(w)).count();
  }
}
