package dev.terakoya.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence of a note, read by its ending, as Japanese carries its grammar there.
 *
 * @param text one width, plain form ({@code する} for {@code します}), no full stop
 * @param form what it ends in
 */
record Sentence(String text, Form form) {
  /** What a sentence ends in, which decides how it can be asked for. */
  enum Form {
    /** A noun with what describes it: {@code …を取得するロール}. */
    NOUN,
    /** A noun with nothing but nouns before it: {@code タスクごとのメモリ使用量}. */
    PHRASE,
    /** A noun that only stands for "to do so": {@code …すること}. */
    DOING,
    /** A verb or adjective in plain form: {@code …を取得する}, {@code …できない}. */
    VERB,
    /** A noun that becomes an adjective with な: {@code …が可能}, {@code …に最適}. */
    STATE,
    /** None of these: not to be used in a sentence of ours. */
    FRAGMENT
  }

  private static final List<String[]> PLAIN =
      Text.resource("plain.txt").stream().map(l -> l.split("\t", -1)).toList();
  private static final Pattern SURU_AFTER =
      Pattern.compile(
          "(?:を(?:[一-龥]{2,3}|[ァ-ヴー]{3,})|(?:に|へ|で|と|て|ずつ|すべて|ごとに)(?:直接|自動的に|個別に|事前に|定期的に)?(?:購入|保管|提供|可視化|判定|分類|検索|取得|測定|計算|選択|作成|変更|削除|検出|防御|保護|圧縮|復元|同期|複製|許可|拒否|検証|署名|通過|遮断|アタッチ|分離|維持|拡張|縮小|継承|共有|発行|発生|開始|終了|停止|起動|構築|補填|評価|計測|認証|キャッシュ|監視|検知|収集|処理|暗号化|移動|追加|生成|返却|参照|管理|ルーティング|デプロイ|保存|送信|配置|移行|実行|実施|設置|転送|変換|出力|格納|分割|分散|接続|適用|設定|利用|使用|遷移|復旧|通知|集約|展開|公開|登録|連携|アクセス|更新|配信|統合|記録|動作))$");
  private static final Pattern STATE =
      Pattern.compile(
          "(?:可能|不可|不可能|必要|不要|必須|最適|有効|無効|安全|無料|有料|便利|容易|有利|有用|安価|高価|任意|重要|得意|不向き|向き|推奨|非推奨|同じ|一定|固定|簡単)$");
  private static final Pattern VERB =
      Pattern.compile(
          "(?:[一-龥ぁ-ん][るうすつぶむぐ]|(?:置|書|開|続|届|働|築|除|引|解|聞|動|付|づ|つ|省|おい|かし)く|[一-龥ぁ-んァ-ヴーA-Za-z]する|[らかまさたばわなげけせてねべめれえじきしちにひみりぎずい]ない|[^ぁ-ん]ない|(?:し|い|っ|ん)(?:た|だ)|れた|[高低安速早遅多少良長短大小広狭強弱新古]い)$");
  private static final Pattern DOING = Pattern.compile("[うくすつむるぐぶたいの]こと$");
  private static final Pattern FRAGMENT = Pattern.compile("(?:ため|とき|場合|など)$");
  private static final Pattern SHIMASU =
      Pattern.compile("(?:(?<![一-龥])[一-龥]|[ぁ-んー&&[^をにとがめい]])します$");
  private static final Pattern TOPIC =
      Pattern.compile("(?<![でにもと])は(?![ぁ-ん]*(?:ない|なく))|[一-龥ァ-ヴーA-Za-z）)](?:に|で|から)?は");
  private static final Pattern SUBJECT =
      Pattern.compile("^([^は、。「」]{2,30}?)(?:に|で|から|と)?は[、]?(?=.{4,})");
  private static final Pattern OWN = Pattern.compile("^(.{2,40}?)(?:とは|は)[、 ]?(.{6,})$");
  private static final Pattern NOMINAL =
      Pattern.compile("(?:[のをにでが]|[るたいなう]).*[一-龥ァ-ヴーA-Za-z]{2,}$");
  private static final Pattern NO_NOUN =
      Pattern.compile("(?:など|場合|とき|ため|以下|以上|参照|可能|必要|不要|あり|なし|のみ|だけ|例|等|推奨|対象|確認|参考|理由|注意)$");
  private static final Pattern FRONT =
      Pattern.compile("^(?:(?:また|なお|さらに|そして)、|【[^】]*】|[（(][^（()）]*[)）]|[・※★●▲⇒→>\\s]+)+");

  /** A comma of a Latin list within Japanese. */
  private static final Pattern LIST =
      Pattern.compile("(?<=[A-Za-z0-9]), ?(?=\\S)(?=.*[ぁ-ん])(?<!\\d,)");

  private static final Pattern PHRASE =
      Pattern.compile("^(?!.*[をがはへ])(?=.{9,})(?=.*の).*(?:[一-龥]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,})$");
  private static final Pattern CLAUSE =
      Pattern.compile("(?:[うくすつむるぐぶたいな]|ための|向けの)(?=[一-龥ァ-ヴA-Za-z]|もの|仕組み)");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?:る|た|ない|い|な|の|だ|う|く|す|つ|む|ぶ|ぐ|ぬ)((?:[一-龥ァ-ヴーA-Za-z0-9/・"
              + " ]|[一-龥][しりきちみびいえけげせてねめれ](?=[一-龥])|の集合|取り組み|仕組み|組み合わせ|まとまり|入れ物|もの|やりとり|やり取り|手続き|割り当て|呼び出し|書き込み|読み込み|取り込み|読み取り|受け口|出口|入口|入り口|置き場|集まり|かたまり|はたらき|働き|単位)+)$");

  /**
   * The sentences of a line of text, in order; a sentence inside brackets or quotes stays there.
   */
  static List<Sentence> of(String line) {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    int depth = 0;
    for (char c : Text.tidy(line).toCharArray()) {
      depth += "（(「『【[".indexOf(c) >= 0 ? 1 : "）)」』】]".indexOf(c) >= 0 ? -1 : 0;
      if (c == '。' && depth <= 0) {
        add(sentences, one);
      } else {
        one.append(c);
      }
    }
    add(sentences, one);
    return sentences;
  }

  private static void add(List<Sentence> sentences, StringBuilder one) {
    String text =
        LIST.matcher(FRONT.matcher(one.toString().strip()).replaceFirst("")).replaceAll("、");
    one.setLength(0);
    if (!text.isEmpty()) {
      sentences.add(new Sentence(plain(text)));
    }
  }

  /** A sentence in plain form: {@code する} for {@code します}. */
  static String plain(String text) {
    if (text.endsWith("します") && SHIMASU.matcher(text).find()) {
      return text.substring(0, text.length() - 3) + "す";
    }
    for (String[] ending : PLAIN) {
      if (text.endsWith(ending[0])) {
        return text.substring(0, text.length() - ending[0].length()) + ending[1];
      }
    }
    return text;
  }

  Sentence(String text) {
    this(text, form(text));
  }

  private static Form form(String text) {
    String end = text.substring(Math.max(0, text.length() - 32));
    if (STATE.matcher(end).find()) {
      return Form.STATE;
    }
    if (end.endsWith("こと") && DOING.matcher(end).find()) {
      return Form.DOING;
    }
    if (FRAGMENT.matcher(end).find()) {
      return Form.FRAGMENT;
    }
    if (SURU_AFTER.matcher(end).find() || VERB.matcher(end).find()) {
      return Form.VERB;
    }
    return NOUN.matcher(end).find() && CLAUSE.matcher(text).find()
        ? Form.NOUN
        : PHRASE.matcher(text).find() ? Form.PHRASE : Form.FRAGMENT;
  }

  /** The sentence with a bare verbal noun completed: {@code …を制限} becomes {@code …を制限する}. */
  String whole() {
    return form == Form.VERB && SURU_AFTER.matcher(text).find() ? text + "する" : text;
  }

  /** Asks which thing this is said of; nothing when that would not be good Japanese. */
  Optional<String> asks() {
    return switch (form) {
      case NOUN, PHRASE -> Optional.of(text + "はどれですか。");
      case DOING -> Optional.of(text.replaceFirst("のこと$", "") + "を何と呼びますか。");
      case VERB -> Optional.of(whole() + "のはどれですか。");
      case STATE -> Optional.of(text + "なのはどれですか。");
      case FRAGMENT -> Optional.empty();
    };
  }

  /** The sentence as something said of {@code subject}; nothing when it has a topic of its own. */
  Optional<String> saidOf(String subject) {
    if (topic()) {
      return Optional.empty();
    }
    return switch (form) {
      case NOUN, PHRASE, DOING, STATE -> Optional.of(subject + "は、" + text + "である。");
      case VERB -> Optional.of(subject + "は、" + whole() + "。");
      case FRAGMENT -> Optional.empty();
    };
  }

  /** Whether it ends in a noun that something before it describes, so that it can be quoted. */
  boolean nominal() {
    return NOMINAL.matcher(text).find() && !NO_NOUN.matcher(text).find();
  }

  /** Whether the sentence names what it is about: {@code …は…}. */
  boolean topic() {
    return TOPIC.matcher(text).find();
  }

  /** The first noun phrase before {@code は}, when the sentence begins with its topic. */
  Optional<String> subject() {
    Matcher m = SUBJECT.matcher(text);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  /** What it says of {@code name}, when that is its topic: without {@code 名前とは、}. */
  Optional<Sentence> without(String name) {
    Matcher m = OWN.matcher(text);
    return m.find() && Text.key(m.group(1)).equals(Text.key(name))
        ? Optional.of(new Sentence(m.group(2)))
        : Optional.empty();
  }
}
