package dev.terakoya.notes;

import java.util.regex.Pattern;

/** What words look like that name something, other than those that say something. */
final class Title {
  private static final int LONGEST = 100;
  private static final int LONGEST_BARE = 40;
  private static final Pattern LEADING_MARK =
      Pattern.compile("^(?:[\\s・]|[%1$s](?!\\s*[×%1$s]))+(?=\\S)".formatted(MarkRule.MARKS));
  private static final Pattern ATTRIBUTES = Pattern.compile("\\s*\\{[#.:][^}]*}\\s*$");
  private static final Pattern TELLING = Pattern.compile("[。|｜]|://");
  private static final Pattern BROKEN_UP = Pattern.compile("[．、；;＝={}<>⇒→…]|・・|[:：].");
  private static final Pattern NOT_BARE =
      Pattern.compile("[！!？?]|^[^\\p{L}\\p{Nd}(（「]|^\\p{Nd}+ [-–—] ");
  private static final Pattern PREDICATE = Pattern.compile("(?:可能|必要|不要|推奨|場合|無料|有料|同じ|など|等)$");
  private static final Pattern HIRAGANA_END = Pattern.compile("\\p{IsHiragana}$");
  private static final Pattern HIRAGANA_NOUN =
      Pattern.compile("(?:まとめ|はじめに|おわりに|さいごに|とは|について|こと|もの|しくみ|違い|使い方|あれこれ|まで|から)$");
  private static final Pattern NAME =
      Pattern.compile(
          "^(?=.*(?:\\p{Lu}|\\p{IsKatakana}{3}))(?:(?:[\\p{Lu}\\p{Nd}][\\p{IsLatin}\\p{Nd}.&+/'-]*|(?:of|for|and|on|to|in|the|with)(?="
              + " )|-)|[\\p{IsKatakana}ー]+|[ 　])+(?:[(（][^()（）]*[)）])?$");
  private static final Pattern GENERAL =
      Pattern.compile(
          "^(?:概要|基本|基礎(?:知識)?|特徴|機能性?|機能一覧|連携サービス|料金(?:体系)?|種類|タイプ|用語(?:集)?|仕組み|しくみ|構成(?:要素)?"
              + "|注意(?:点|事項)|制限(?:事項)?|メリット|デメリット|ユースケース|使い方|用途|手順|前提(?:条件)?|まとめ|はじめに|おわりに"
              + "|ベストプラクティス|比較|違い|例|事例|設定(?:方法)?|メトリクス|エラー|補足|備考|その他|他?疑問点?|メモ|ポイント|背景|目的|結論)$");

  private Title() {}

  /** A heading's words without markup and without the marks that stand before them. */
  static String of(String written) {
    String bare = written.strip();
    String own = bare.endsWith("}") ? ATTRIBUTES.matcher(bare).replaceFirst("") : bare;
    String text = Inline.text(own).strip();
    if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
      return unended(text);
    }
    return unended(LEADING_MARK.matcher(text).replaceFirst("").strip());
  }

  private static String unended(String text) {
    int end = text.length();
    while (end > 0 && ":： ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether words may stand as a heading behind a mark that makes them one: no sentence. */
  static boolean fits(String title) {
    return title.length() <= LONGEST
        && title.codePoints().limit(2).anyMatch(Title::begins)
        && !TELLING.matcher(title).find();
  }

  private static boolean begins(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_NUMBER;
  }

  /** Whether words name or ask, other than a remark that somebody put a mark before. */
  static boolean plain(String title) {
    return fits(title)
        && !BROKEN_UP.matcher(title).find()
        && !PREDICATE.matcher(title).find()
        && (!HIRAGANA_END.matcher(title).find() || HIRAGANA_NOUN.matcher(title).find());
  }

  /** Whether words without a mark may stand as a heading: short, and they name, not tell. */
  static boolean nominal(String words) {
    String bare = words.strip();
    return bare.codePointCount(0, bare.length()) <= LONGEST_BARE
        && !NOT_BARE.matcher(bare).find()
        && plain(bare);
  }

  /** Whether the words are a proper name such as {@code Amazon S3} or {@code ゲートウェイ}. */
  static boolean names(String words) {
    return nominal(words) && NAME.matcher(words.strip()).matches();
  }

  /** Whether the words head a part of any subject, and so say nothing without their parents. */
  static boolean general(String words) {
    return GENERAL.matcher(words.strip()).matches();
  }
}
