package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.DEFINITION;
import static dev.terakoya.quiz.Pattern.NUMBER;
import static dev.terakoya.quiz.Pattern.TRUE_FALSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Refutation;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each gate lets a sound question pass and finds the fault planted for it. */
class GatesTest {
  private static final String SOUND = "送られてきたパケットを数えて記録する";

  private static Candidate asking(String claim, String... options) {
    return Planted.candidate(DEFINITION, claim + "のはどれですか。", claim, options);
  }

  private static Candidate sound() {
    return asking(SOUND, "甲カウンター", "乙カウンター", "丙カウンター");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "この場合にパケットを数える",
        "上記の値を記録する",
        "以下のいずれかを選ぶ",
        "前者より速く数える",
        "3～5を繰り返して数える",
        "次の Amazon VPC 設定を変える"
      })
  void selfContainedFindsWhatPointsElsewhere(String planted) {
    Gate gate = new SelfContained(Planted.GLOSSARY);
    assertThat(gate.refuses(sound())).isEmpty();
    assertThat(gate.refuses(asking(planted, "甲", "乙", "丙"))).isPresent();
  }

  @Test
  void selfContainedLetsALimitPass() {
    assertThat(
            new SelfContained(Planted.GLOSSARY).refuses(asking("400 KB以下の項目を書き込む", "甲", "乙", "丙")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "テンプレートから作る|Launch Templates",
        "医療の記録を読む|Comprehend Medical",
        "正常なホストを数える|HealthyHostCount",
        "荷札の書き方をそろえるタグポリシーが見る|タグ",
        "古い部品に当てるパッチを配る|Patch Manager",
        "部品を組み立てるビルドサービスを任せる|CodeBuild",
        "暗号化の鍵を守る|暗号鍵保管",
        "タグを数える|タグポリシー",
        "アクセス権限を失う|ACCESS_DENIED",
        "ユーザーグループを数える|group",
        "アプリの画面を配る|WorkSpaces Applications",
        "障害をわざと起こす|Fault Injection Service",
        "新しいバージョンを残す|バージョニング",
        "名乗らない人への限られたアクセスの提供|非認証アクセス",
        "手元の機械をノードにする|Hybrid Nodes",
        "5 分後に残りを移す|Canary10Percent5Minutes",
        "荷物の並べ方を最適化する提案を出す|Compute Optimizer",
        "帳簿を監査する人に渡す紙|audit",
        "前の版との差分を紙に出す|cdk diff",
        "宛先ごとの重みに応じて配る|加重ルーティング",
        "Admin の鍵で入る|管理者認証フロー",
        "遠くの荷物を速く運ぶ|Transfer Acceleration",
        "倉庫のつながる機器を見張る|IoT Device Defender",
        "門を通った荷車のログを取る|VPCフローログ",
        "シャードを割って量を変える|リシャーディング",
        "公開鍵で名乗る|キーペア",
        "ジャーナルの荷を見る|journalctl",
        "荷が裏門まで届くかを調べる|Reachability Analyzer"
      })
  void noLeakFindsTheKeyInAnyScript(String planted) {
    String[] parts = planted.split("\\|", -1);
    Gate gate = new NoLeak(Planted.GLOSSARY);
    assertThat(gate.refuses(sound())).isEmpty();
    assertThat(gate.refuses(asking(parts[0], parts[1], "EC2 Fleet", "User-data"))).isPresent();
  }

  @Test
  void noLeakAllowsAWordThatAllOptionsShare() {
    assertThat(
            new NoLeak(Planted.GLOSSARY).refuses(asking("イメージを取得するロール", "実行ロール", "監査ロール", "管理ロール")))
        .isEmpty();
  }

  @Test
  void noLeakFindsALatinWordAtTheEndOfALongerOneButNotInside() {
    Gate gate = new NoLeak(Planted.GLOSSARY);
    assertThat(gate.refuses(asking("deadlineを決める", "Line", "甲", "乙"))).isPresent();
    assertThat(gate.refuses(asking("inlinerを決める", "Line", "甲", "乙"))).isEmpty();
  }

  @Test
  void noLeakAllowsAMeaningThatTwoOtherOptionsHaveAsWell() {
    List<String> two = List.of("Audit Manager", "監査証跡", "甲");
    assertThat(Meanings.telling("audit", two, "帳簿を監査する")).isEmpty();
    assertThat(Meanings.telling("audit", two.subList(1, 3), "帳簿を監査する")).contains("監査");
    assertThat(Meanings.telling("フローログ", List.of(), "プログラムとカタログを書く")).isEmpty();
  }

  @Test
  void noLeakAllowsWhatTheStemHasOfTheKeyWhereAllOptionsHaveIt() {
    assertThat(
            new NoLeak(Planted.GLOSSARY)
                .refuses(asking("荷物を近くに寄せるグループを作る", "棚寄せグループ", "ばらしグループ", "仕切りのグループ")))
        .isEmpty();
    assertThat(new NoLeak(Planted.GLOSSARY).refuses(asking("1 つの棚に置く", "One Zone", "甲", "乙")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**太字**を数える",
        "入口→出口へ送る",
        "（閉じない括弧を数える",
        "ｶﾅを数える",
        "正常≒異常なし",
        "https://example.org を読む"
      })
  void cleanTextFindsMarkup(String planted) {
    assertThat(new CleanText().refuses(sound())).isEmpty();
    assertThat(new CleanText().refuses(asking(planted, "甲", "乙", "丙"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "これしか無理なところを束ねる",
        "パケットとか数える",
        "数えるらしい",
        "いきなり止めるのではなく",
        "をを数える",
        "をパケットで",
        "ホストを50残して止める",
        "荷物は作成あとで数える",
        "特に数が増える"
      })
  void naturalJapaneseFindsTalkAndHalfSentences(String planted) {
    assertThat(new NaturalJapanese().refuses(sound())).isEmpty();
    assertThat(new NaturalJapanese().refuses(asking(planted, "甲", "乙", "丙"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1時間あたり0.5ドルで数える", "2016年1月に始まったパケット計測", "簡単に利用できる", "パケットを数える強力な道具"})
  void worthKnowingFindsPricesDatesAndEmptyWords(String planted) {
    assertThat(new WorthKnowing().refuses(sound())).isEmpty();
    assertThat(new WorthKnowing().refuses(asking(planted, "甲", "乙", "丙"))).isPresent();
  }

  @Test
  void worthKnowingAsksNoLimitUnderAdvice() {
    Gate gate = new WorthKnowing();
    for (String heading : List.of("荷札のベストプラクティス", "推奨設定")) {
      assertThat(gate.refuses(Planted.under(NUMBER, "NLB", heading))).isPresent();
      assertThat(gate.refuses(Planted.under(DEFINITION, "NLB", heading))).isEmpty();
    }
    assertThat(gate.refuses(Planted.under(NUMBER, "NLB", "荷札の設定"))).isEmpty();
  }

  @Test
  void worthKnowingAsksBelowAdviceButNotBelowARecordOrAnExample() {
    Gate gate = new WorthKnowing();
    assertThat(gate.refuses(Planted.under(NUMBER, "荷札の選び方と対処", "NLB"))).isEmpty();
    assertThat(gate.refuses(Planted.under(NUMBER, "認定試験の範囲", "NLB"))).isEmpty();
    assertThat(gate.refuses(Planted.under(NUMBER, "荷札を貼る手順", "NLB"))).isPresent();
    assertThat(gate.refuses(Planted.under(DEFINITION, "構成例 3", "NLB"))).isPresent();
  }

  @Test
  void selfContainedFindsABareWordAsTheOnlyScope() {
    Gate gate = new SelfContained(Planted.GLOSSARY);
    assertThat(gate.refuses(Planted.showing("ALB", "運び屋"))).isPresent();
    assertThat(gate.refuses(Planted.showing("ALB"))).isEmpty();
    assertThat(gate.refuses(Planted.showing("ALB", "CLB"))).isEmpty();
  }

  @Test
  void fitsButtonsFindsTooLongTooFewAndTheOnlyLongOption() {
    assertThat(new FitsButtons().refuses(sound())).isEmpty();
    assertThat(new FitsButtons().refuses(asking(SOUND, "長".repeat(76), "乙", "丙"))).isPresent();
    assertThat(new FitsButtons().refuses(asking(SOUND, "甲", "乙"))).isPresent();
    assertThat(new FitsButtons().refuses(asking(SOUND, "とても長くて目立つ選択肢である甲", "乙", "丙"))).isPresent();
  }

  @Test
  void oneKeyFindsTheSameThingTwiceAndWhatTheNotesSayOfAnother() {
    Evidence nothing = (subject, statement) -> false;
    Evidence ofTheSecond = (subject, statement) -> subject.equals("乙カウンター");
    assertThat(new OneKey(Planted.GLOSSARY, nothing).refuses(sound())).isEmpty();
    assertThat(new OneKey(Planted.GLOSSARY, nothing).refuses(asking(SOUND, "甲", "ＡＢＣ", "abc")))
        .isPresent();
    assertThat(new OneKey(Planted.GLOSSARY, ofTheSecond).refuses(sound())).isPresent();
  }

  @Test
  void oneKeyFindsADefaultThatDependsOnTheDirection() {
    Gate gate = new OneKey(Planted.GLOSSARY, (subject, statement) -> false);
    for (String said : List.of("デフォルトではすべての荷物を許可する", "荷札のデフォルト状態は、全荷物拒否である")) {
      assertThat(
              gate.refuses(
                  Planted.candidate(TRUE_FALSE, "次の記述は正しいですか。「" + said + "」", said, "正しい", "誤り")))
          .isPresent();
    }
    String sound = "デフォルトでは赤い荷物を拒否する";
    assertThat(gate.refuses(Planted.candidate(TRUE_FALSE, sound, sound, "正しい", "誤り"))).isEmpty();
  }

  @Test
  void oneKeyFindsAnOptionThatTheStemExcludesOrThatTheSectionIsAllAbout() {
    Gate gate = new OneKey(Planted.GLOSSARY, (subject, statement) -> false);
    assertThat(gate.refuses(asking("既定で（　）、最長で 14 日預かる", "4日", "7日", "14日"))).isPresent();
    assertThat(gate.refuses(asking("既定で（　）、最長で 14 日預かる", "4日", "7日", "1日"))).isEmpty();
    assertThat(gate.refuses(asking(SOUND, "甲カウンター", "乙カウンター", "NLB"))).isPresent();
  }

  @Test
  void stillTrueFindsWhatTheGlossaryKnowsToBePast() {
    Gate gate = new StillTrue(new Refutation(Planted.GLOSSARY), Stream.of());
    assertThat(gate.refuses(sound())).isEmpty();
    assertThat(
            gate.refuses(Planted.candidate(TRUE_FALSE, "次の記述は正しいですか。", "NLBは350秒で固定", "正しい", "誤り")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"荷札の写しを 30 日保持する", "箱の最大サイズは 64 TiB", "納品から 45 日経過した荷を戻す"})
  void stillTrueDoubtsAValueThatGrowsInANoteWithoutARecentYear(String claim) {
    Candidate planted = Planted.candidate(NUMBER, "（　）に入る値はどれですか。", claim, "1", "2", "3");
    Candidate year = Planted.candidate(NUMBER, "", "2025 年に見直した", "1", "2", "3");
    Refutation refutation = new Refutation(Planted.GLOSSARY);
    assertThat(new StillTrue(refutation, Stream.of()).refuses(planted)).isPresent();
    assertThat(new StillTrue(refutation, Stream.of(year.source().section())).refuses(planted))
        .isEmpty();
  }

  @Test
  void wellSpeltFindsAMisspeltProduct() {
    Spelling.Builder vocabulary = Spelling.learning();
    vocabulary.read("Lambda で Lambda を呼ぶ");
    Gate gate = new WellSpelt(vocabulary.with(Planted.GLOSSARY));
    assertThat(gate.refuses(sound())).isEmpty();
    assertThat(gate.refuses(asking("Lamdaを呼ぶ", "甲", "乙", "丙"))).isPresent();
  }

  @Test
  void noLeakFindsAStatementThatSpellsOutTheNameItIsAbout() {
    Gate gate = new NoLeak(Glossary.bundled());
    Candidate spelt =
        Planted.candidate(TRUE_FALSE, Judgement.stem("EKSはKubernetesを動かす"), "動かす", "正しい", "誤り");
    Candidate plain =
        Planted.candidate(TRUE_FALSE, Judgement.stem("ECSはKubernetesを動かす"), "動かす", "正しい", "誤り");
    assertThat(gate.refuses(spelt)).isPresent();
    assertThat(gate.refuses(plain)).isEmpty();
  }

  @Test
  void worthKnowingAsksForNoValueUnderAQuotaAndForNoPrice() {
    Gate gate = new WorthKnowing();
    assertThat(gate.refuses(valued("荷台の上限"))).isEmpty();
    assertThat(gate.refuses(valued("荷台のクォータ"))).isPresent();
    assertThat(gate.refuses(asking("送られてきたパケットを無料で数えて記録する", "甲", "乙", "丙"))).isPresent();
  }

  @Test
  void borneOutFindsWhatOnlyANoteSaysOfAThingThatTheGlossaryKnows() {
    Glossary glossary = Glossary.bundled();
    Section warehouse = headed("荷台");
    Section storage = headed("Amazon S3");
    Gate gate = new BorneOut(glossary, new Purposes(glossary), List.of(warehouse));
    String[] options = {"AWS WAF", "AWS Shield", "Amazon Macie"};
    assertThat(gate.refuses(asking("SQLインジェクションなどのWebへの攻撃を防ぐ", options))).isEmpty();
    assertThat(gate.refuses(asking("倉庫の荷物を数えて帳面に写す", options))).isPresent();
    assertThat(gate.refuses(counted("荷台"))).isEmpty();
    assertThat(gate.refuses(counted("Amazon S3"))).isPresent();
    Gate mixed = new BorneOut(glossary, new Purposes(glossary), List.of(warehouse, storage));
    assertThat(mixed.refuses(counted("荷台"))).isPresent();
    assertThat(gate.refuses(valued("荷台"))).isEmpty();
    assertThat(gate.refuses(valued("Amazon S3"))).isPresent();
  }

  private static Section headed(String heading) {
    Source whole = new Source("a.md", 1, 1);
    return new Section(new SectionId("0"), 1, List.of(heading), 1, List.of("# " + heading), whole);
  }

  private static Candidate counted(String heading) {
    String claim = "倉庫の荷物を数えて帳面に写す";
    return Planted.candidate(
        List.of(heading), DEFINITION, claim + "のはどれですか。", claim, "甲", "乙", "丙");
  }

  private static Candidate valued(String heading) {
    Candidate c = Planted.under(NUMBER, heading);
    return new Candidate(
        c.pattern(),
        c.rule(),
        c.origin(),
        c.subject(),
        c.scope(),
        c.stem(),
        c.claim(),
        Stream.of("10個", "20個", "30個").map(o -> new Candidate.Option(o, "")).toList(),
        c.explanation(),
        c.source());
  }
}
