package dev.terakoya.quiz;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads like written Japanese: no memo style, no talk, no half sentence. */
final class NaturalJapanese implements Gate {
  private static final Pattern TALK =
      Pattern.compile(
          "だと(?!思|い)|自分が|言って|だし、|[るいた]し、|しか(?:無理|ダメ|だめ)|無理|じゃな|だめ|ダメ|っぽ|らしい|かな$|かな[？?。]|かも|みたい|とかで|(?<!こ)とか(?!ら)|だった|やつ|よね|だろう|でしょう|めんどう|めんどくさ|memo|メモ[：:"
              + " ]|[?？!！笑]|感じ|ちゃう|じゃう|けど|っていう|と思|はず(?:です|$|。)|たぶん|多分|おそらく|一応|個人的|自分で|私|今回|お客様|ましょう|ください|してみ|しよう$|したい$|ほしい|らへん|なんか|いろいろ|色々|すごく|めっちゃ|ちょっと|でかい|いじ(?:る|れ)|デフォ(?!ルト)|おすすめ|(?<!必)要は|ました|でした|なので|だから|ですが|ますが|ますので|だが$|つまり|ちなみに|例えば|たとえば|ただし|あとは|他にも|ほかにも|[^と]も[^、]{2,14}も.*(?:とか|つなげる)|間を[^をがは]{2,12}を|ほどま?つ|まつ$|しかし|そのため|そもそも|逆に|一方|なお、|^(?:【[^】]*】)?(?:次の記述は正しいですか。「)?(?:また|特に|さらに|まず|次に|最後に)|、さらに、|同じの|後からでも.*ない|(?<![A-Za-z0-9.,])\\d+(?=残|増|減|超え)|(?:よう|そう|とまる|いける|とれる|もらう|の方法|イメージ)(?=[。」]|$)|(?<=[^A-Za-z]"
              + " )(?:or|and|vs)"
              + " (?=[^A-Za-z])|てくれる|(?<![A-Za-z])def(?![A-Za-z])|調整す(?=[」。]|$)|らくらく|[一-龥ァ-ヴー]{2}あと[でにの]|OK|NG|○|×|✕|〇|△");
  private static final Pattern START =
      Pattern.compile("^(?:[をがはにへもでとやの](?![一-龥ァ-ヴ])|、|。|・|ー|って|けど|ので|から)");
  private static final Pattern END =
      Pattern.compile(
          "(?:なく|ように|において|について|として|により|によって|[はがをにへや、・：:]|(?<!こ)と|(?<![まか])で|から|ので|けど|たり|など|とか|ため|[^一-龥ァ-ヴ]の)$");
  private static final Pattern TWICE =
      Pattern.compile(
          "([をがにへ])\\1|のの|はは|、、|でで|とと[^の]|ををは|することこと|(?<![一-龥])([一-龥]{2,})\\2|(?<![ァ-ヴー])([ァ-ヴー]{3,})\\3");

  @Override
  public String name() {
    return "natural-japanese";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    if (English.of(candidate.source())) {
      return Optional.empty();
    }
    return candidate
        .shown()
        .map(NaturalJapanese::fault)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> fault(candidate.claim()));
  }

  /** What is wrong with a text as written Japanese. */
  static Optional<String> fault(String text) {
    String bare = text.replaceFirst("^【[^】]*】", "");
    Matcher talk = TALK.matcher(bare);
    if (talk.find()) {
      return Optional.of("talk: " + talk.group());
    }
    boolean half = START.matcher(bare).find() || END.matcher(bare).find();
    Matcher twice = TWICE.matcher(bare);
    return half
        ? Optional.of("half a sentence: " + bare)
        : twice.find() ? Optional.of("said twice: " + twice.group()) : Optional.empty();
  }
}
