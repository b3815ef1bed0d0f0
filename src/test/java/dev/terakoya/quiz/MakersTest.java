package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each maker finds in a line of a note, and what it leaves alone. */
class MakersTest {
  private static final Glossary GLOSSARY = Glossary.bundled();

  @TempDir Path folder;

  private List<Question> questions(String note) throws IOException {
    Files.writeString(folder.resolve("note.md"), note);
    return made();
  }

  /** What the makers make of the folder, also what the glossary does not bear out. */
  private List<Question> made() {
    Quiz quiz = Quiz.of(new NotesFolder(folder), GLOSSARY);
    return Stream.concat(
            quiz.questions().stream(),
            quiz.rejected().stream()
                .filter(r -> r.gate().equals("borne-out"))
                .map(Quiz.Rejected::question))
        .toList();
  }

  private List<Question> of(String line) throws IOException {
    return questions("# Amazon EC2\n## インスタンスストア\n- " + line + "\n");
  }

  @Test
  void takesTheNameOutOfWhatHoldsOfItAlone() throws IOException {
    List<Question> questions = questions("# ELB\n- 外向きの受付はパブリックサブネットにのみ配置する\n");
    assertThat(questions)
        .anySatisfy(q -> {
          assertThat(q.pattern()).isEqualTo(Pattern.MEMBERSHIP);
          assertThat(q.key()).isEqualTo("パブリックサブネット");
          assertThat(q.options()).hasSizeGreaterThanOrEqualTo(3);
        });
  }

  @Test
  void asksForACountButNotForOneThatTheSentenceLists() throws IOException {
    assertThat(of("高い可用性のために2つの電源装置が含まれている")).extracting(Question::key).contains("2つ");
    assertThat(of("朝の便と夜の便の2つがある")).noneMatch(q -> q.pattern() == Pattern.NUMBER);
    assertThat(of("上限：利用者あたり12個まで")).noneMatch(q -> q.pattern() == Pattern.NUMBER);
  }

  @Test
  void readsWhatABulletIsFromTheLineBelow() throws IOException {
    List<Question> questions =
        questions(
            """
            # Amazon EC2
            ## 荷札の欄の種類
            - 通番
              - 荷物を順番どおりにつなぐための通し番号
            - 帳尻
              - 荷物の並びを表す6桁の符号
            - 待合
              - 荷物を一時的にためて並べ替える棚
            - 灯台
              - 夜の船に港の入り口を知らせる光
            """);
    assertThat(questions).extracting(Question::key).contains("待合");
  }

  @Test
  void asksOneFactOnceHoweverItIsWorded() throws IOException {
    List<Question> questions =
        questions("# 金庫の種類\n- 夜間金庫：閉店後の現金を翌朝まで守る\n- 貸金庫：契約者の書類を個室で保管する\n- 移動金庫：荷台に積んで支店を回る\n");
    assertThat(
            questions.stream().filter(q -> q.stem().contains("荷台")).map(Question::fact).distinct())
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void doesNotAskAboutTheReadmeAtTheTop() throws IOException {
    String note = "# ELB\n- ALBのみがWebACLと連携可能\n";
    Files.writeString(folder.resolve("README.md"), note);
    assertThat(made()).isNotEmpty();
    assertThat(questions("# 空\n何もない。\n")).isEmpty();
  }

  @Test
  void doesNotTakeALinkToAnotherPageForAStatement() throws IOException {
    assertThat(of("[一度公開したEC2の鍵は変更できない](https://example.org/)")).isEmpty();
  }

  @Test
  void readsWhatStandsBeforeAColonWhenItLooksForWhatIsOutdated() throws IOException {
    assertThat(questions("# ELB\n## 待ち時間\n- NLB：何もなければ350秒で固定であり後から変更できない\n")).isEmpty();
  }

  @Test
  void doesNotExchangeStagesOfWhichOneHoldsTheOther() throws IOException {
    String steps =
        """
        # AWS CodePipeline
        ## 工程の種類
        - 継続的組立：変更を毎日まとめて検査する
        - 継続的出荷：変更を倉庫の手前まで自動で運ぶ
        - 継続的納品：変更を店の棚まで自動で並べる
        """;
    assertThat(questions(steps)).noneMatch(q -> q.pattern() == Pattern.TRUE_FALSE);
  }

  @Test
  void doesNotExchangeWhereTheNewSubjectContradictsWhatIsSaid() throws IOException {
    String kinds = "# Amazon EC2\n## 貸し方の種類\n- 提供イメージ：基盤の会社が配るひな形を使う\n- 持込イメージ：第三者が提供するひな形を使う\n";
    assertThat(questions(kinds)).noneMatch(q -> q.stem().contains("提供イメージは、第三者が提供する"));
  }

  @Test
  void doesNotAskForANumberThatOneNeedButCount() throws IOException {
    assertThat(questions("# Amazon SQS\n- 受付係は、入荷・保留・出荷という3つの列を保持する\n")).isEmpty();
    assertThat(questions("# Amazon SQS\n- 受付係は、最大7つの列を保持する\n")).isNotEmpty();
  }

  @Test
  void doesNotOfferWhatTheKeysOwnTextIsMadeWith() throws IOException {
    String parts =
        """
        # Amazon DynamoDB
        ## 部品の種類
        - 甲トリガー：表の変わり目に関数を呼び出す仕組み
          - 乙ストリームから変わり目を受け取る
        - 乙ストリーム：表の変わり目を並べて残す流れ
        - 丙タイマー：古くなった行を片づける仕組み
        - 丁アクセラレータ：読み取りを手元に置いて速くする仕組み
        """;
    assertThat(questions(parts))
        .filteredOn(q -> q.key().equals("甲トリガー"))
        .noneMatch(q -> q.options().contains("乙ストリーム"));
  }

  @Test
  void fallsSilentWhereAColumnDoesNotTellWhatItIsOf() throws IOException {
    String rows =
        "|---|---|---|\n| 甲倉庫 | 入れた通り | 北 |\n| 乙倉庫 | 決まらない | 南 |\n| 丙倉庫 | 棚ごとに決まる | 西 |\n";
    assertThat(questions("# Amazon S3\n| 倉庫 | 順序 | 備考 |\n" + rows)).isEmpty();
    assertThat(questions("# Amazon S3\n| 倉庫 | 荷物の順序 | 備考 |\n" + rows)).isNotEmpty();
  }

  @Test
  void showsNoSiblingAboveAHeading() throws IOException {
    assertThat(questions("# 仮想プライベートゲートウェイ\n## 送信専用インターネットゲートウェイ\n- 別のリージョンとの併用はできない\n"))
        .allSatisfy(q -> assertThat(q.stem()).doesNotContain("仮想プライベート"));
  }

  @Test
  void asksNothingOfAColumnThatNamesNoAttribute() throws IOException {
    String rows =
        "|---|---|---|\n| 甲倉庫 | 北の棚の奥 | 三重の扉 |\n| 乙倉庫 | 南の棚の奥 | 鉄の格子 |\n| 丙倉庫 | 地下の棚の奥 | 木の引き戸 |\n";
    assertThat(questions("# Amazon S3\n| 倉庫 | 旧館 | 新館 |\n" + rows)).isEmpty();
    assertThat(questions("# Amazon S3\n| 倉庫 | 置き場所 | 新館 |\n" + rows)).hasSize(3);
  }

  @Test
  void spacesAllOptionsAsTheNoteDoes() throws IOException {
    String card = "- 荷物を預かるのは最長で何分ですか。::15 分\n";
    assertThat(questions("# Amazon S3\n" + card).getFirst().options())
        .allMatch(o -> o.endsWith(" 分"));
    assertThat(of("棚の見回りの間隔は既定で15分"))
        .flatExtracting(Question::options)
        .allMatch(o -> !o.contains(" "));
  }

  @Test
  void aCardThatNothingIsLikeIsNotAsked() throws IOException {
    String cards =
        """
        # Amazon S3
        棚の番地の幅はどれですか。::/16 から /28

        荷を受ける窓口はどれですか。::ネットワーク ACL

        満員のときの番号はどれですか。::429

        応じないときの番号はどれですか。::403

        間に合わないときの番号はどれですか。::504
        """;
    List<Question> questions = questions(cards);
    assertThat(questions).noneMatch(q -> q.key().startsWith("/16"));
    assertThat(questions)
        .filteredOn(q -> q.key().equals("429"))
        .singleElement()
        .satisfies(q -> assertThat(q.options()).containsExactlyInAnyOrder("403", "429", "504"));
  }

  @Test
  void keepsWhatStandsInBracketsWhereTwoColumnsNeedIt() throws IOException {
    String table =
        """
        # Amazon S3
        | 項目 | Secrets Manager | Parameter Store（並） | Parameter Store（特別） |
        |---|---|---|---|
        | 荷物の最大サイズ | 64 KB | 2 KB | 16 KB |
        | 料金 | 箱ごと | 無料 | 棚ごと |
        2025年に見直した
        """;
    assertThat(questions(table))
        .extracting(Question::stem)
        .anyMatch(s -> s.contains("Parameter Store（並）の荷物の最大サイズ"))
        .anyMatch(s -> s.contains("Parameter Store（特別）の荷物の最大サイズ"));
  }

  @Test
  void asksOnceWhatTheNotesSayTwice() throws IOException {
    String one = "# Kanamono\n## 棚\n- 棚に置ける荷物は最大12個\n";
    Files.writeString(folder.resolve("other.md"), one);
    assertThat(questions(one)).filteredOn(q -> q.stem().contains("荷物")).hasSize(1);
  }

  @Test
  void aProductIsCalledAsTheNotesCallIt() throws IOException {
    List<Question> questions = questions("# VPC\n- 倉庫の中の道だけで荷を運ぶには、必ずVPCエンドポイントだけを使う\n");
    assertThat(questions).flatExtracting(Question::options).doesNotContain("VPCラティス", "ラティス");
  }

  @Test
  void theFileTellsTheScopeOnlyWhereNoHeadingNamesAProduct() throws IOException {
    String note = "## AWS Global Accelerator\n- 荷札の番号は最大12個\n## 倉庫\n- 棚の番号は最大30個\n";
    Files.writeString(folder.resolve("cloudfront.md"), note);
    assertThat(made())
        .extracting(Question::stem)
        .anyMatch(s -> s.startsWith("【AWS Global Accelerator】"))
        .anyMatch(s -> s.startsWith("【Amazon CloudFront > 倉庫】"));
  }

  @Test
  void whatIsToldOfOneThingAfterAnotherIsNoFamily() throws IOException {
    String told = "- 適用先：%s\n- 費用のめやす：%s\n";
    assertThat(
            questions(
                "# AWS IAM\n## プランの種類\n1. 甲\n\n"
                    + told.formatted("小さな店が窓口を守る仕組み", "毎月の売上を数える仕組み")
                    + "\n2. 乙\n\n"
                    + told.formatted("大きな店が倉庫を守る仕組み", "毎年の在庫を調べる仕組み")))
        .noneMatch(q -> q.stem().contains("適用先") || q.options().contains("適用先"));
  }

  @Test
  void asksNothingThatTheNotesAnswerInTwoWays() throws IOException {
    Files.writeString(folder.resolve("other.md"), "# 金物屋\n## 荷札\n- 荷札の長さは最大64文字\n");
    Files.writeString(folder.resolve("note.md"), "# 金物屋\n## 荷札\n- 荷札の長さは最大32文字\n");
    Quiz quiz = Quiz.of(new NotesFolder(folder), GLOSSARY);
    assertThat(quiz.questions()).isEmpty();
    assertThat(quiz.rejected()).extracting(Quiz.Rejected::gate).contains("contradiction");
    Files.writeString(folder.resolve("other.md"), "# 金物屋\n");
    assertThat(made()).hasSize(1);
  }

  @Test
  void writesTheNamesOfTheFieldAsTheGlossaryDoes() throws IOException {
    assertThat(questions("# Cloudwatch\n- Cloudwatchの荷札の長さは最大64文字\n"))
        .isNotEmpty()
        .allSatisfy(q -> assertThat(q.stem()).contains("CloudWatch").doesNotContain("Cloudwatch"));
  }

  @Test
  void readsFromTheNameOfTheFileWhatItIsAbout() throws IOException {
    Files.writeString(folder.resolve("memo-sqs-overview.md"), "# 箱の大きさ\n- 荷札の長さは最大64文字\n");
    assertThat(made()).isNotEmpty().allSatisfy(q -> assertThat(q.stem()).contains("SQS"));
  }

  @Test
  void readsWhatThingsAreInATableWithMoreColumns() throws IOException {
    List<Question> questions =
        questions(
            """
            # Amazon ECS
            ## 荷台の設定
            | 項目 | 内容 | 旗 |
            |---|---|---|
            | ラベル台 | 荷物の宛先と重量を印刷して保存する | -n |
            | オモリ台 | 強風の倉庫で棚の転倒を防止する | -w |
            | カバー台 | 雨天の屋外で商品の故障を予防する | -c |
            | ランプ台 | 夜間の通路で足元の段差を知らせる | -l |
            """);
    assertThat(questions).extracting(Question::key).contains("オモリ台");
  }

  @ParameterizedTest
  @CsvSource({
    "棚替えは既定で3分以内に終わる,棚替えは3分以内に終わる",
    "アカウントあたりの荷札は既定で最大30個まで使える,アカウントあたりの荷札は最大30個まで使える",
    "荷札はリージョンごとにデフォルトで最大30個まで使える,荷札はリージョンごとに最大30個まで使える"
  })
  void asksForALimitButForNoMereBoundAndNoQuotaOfAnAccount(String limit, String line)
      throws IOException {
    assertThat(of(limit)).anyMatch(q -> q.pattern() == Pattern.NUMBER);
    assertThat(of(line)).noneMatch(q -> q.pattern() == Pattern.NUMBER);
  }

  @Test
  void doesNotExchangeTwoOfWhichOneNameHoldsTheOther() throws IOException {
    String kinds = "# Amazon EC2\n## 金庫の種類\n- 夜間金庫：閉店後に預けた現金を翌朝まで守る\n- %s：輸送車の荷台に積んで支店を回る\n";
    assertThat(questions(kinds.formatted("移動金庫"))).isNotEmpty();
    assertThat(questions(kinds.formatted("大型夜間金庫"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "# VPCエンドポイント|## Interface型（Private link）,VPCエンドポイント > Interface型",
    "# Amazon VPC|## NATゲートウェイ|### 棚の置き方,Amazon VPC > NATゲートウェイ > 棚の置き方",
    "# Amazon RDS|## バックアップ,Amazon RDS > バックアップ",
    "# Amazon SQS|## 荷物の置き場 (DynamoDB),Amazon SQS > 荷物の置き場"
  })
  void showsTheThingAndTheServiceAboveIt(String headings, String shown) throws IOException {
    assertThat(questions(headings.replace('|', '\n') + "\n- 荷札に書ける番号は最大30個\n"))
        .isNotEmpty()
        .allSatisfy(q -> assertThat(q.stem()).startsWith("【" + shown + "】"));
  }

  @ParameterizedTest
  @CsvSource({
    "閉店後に預けた現金を翌朝まで守る,輸送車の荷台に積んで支店を回る,true",
    "貸金庫から移した現金を翌朝まで守る,輸送車の荷台に積んで支店を回る,false",
    "閉店後に預けた現金の安全性を向上する,輸送車の荷台に積んで支店を回る,false",
    "閉店後に預けた現金を翌朝まで守る道具,輸送車の荷台に積んで支店を回る道具,true",
    "閉店後に預けた現金を翌朝まで守る道具,輸送車の荷台に積んで支店を回る人員,false",
    "閉店後に預けた現金を翌朝まで守る。無料,輸送車の荷台に積んで支店を回る,false",
    "現金の保管・書類の保管・朝の受け渡し,輸送車の荷台に積んで支店を回る,false"
  })
  void exchangesOnlyWhatHoldsOfOneAlone(String night, String moving, boolean asked)
      throws IOException {
    String first = "# Amazon EC2\n## 金庫の種類\n- 夜間金庫：" + night;
    String third = night.startsWith("貸金庫") ? "\n- 貸金庫：鍵" : "";
    assertThat(
            questions(first + "\n- 移動金庫：" + moving + third + "\n").stream()
                .anyMatch(q -> q.stem().contains("移動金庫は、" + night)))
        .isEqualTo(asked);
  }

  @Test
  void doesNotExchangeWhatStandsUnderTwoHeadings() throws IOException {
    String kinds =
        "# Amazon EC2\n## 金庫の種類\n### 夜間金庫\n閉店後に預けた現金を翌朝まで守る箱\n### 移動金庫\n輸送車の荷台に積んで支店を回る箱\n";
    assertThat(questions(kinds)).noneMatch(q -> q.pattern() == Pattern.TRUE_FALSE);
  }

  @Test
  void asksForWhatTheHeadingMeasures() throws IOException {
    assertThat(questions("# ELB\n## 荷下ろしのタイムアウト\n- ALBはデフォルトで60秒\n"))
        .extracting(Question::stem)
        .containsExactly("【ELB > 荷下ろしのタイムアウト】ALBの荷下ろしのタイムアウトはデフォルトで何秒ですか。");
  }

  @Test
  void offersFirstWhatTheNotesCompareWithTheKey() throws IOException {
    String card = "荷物の宛先をロードバランサーに向けるときに使うのはどれですか。::エイリアスレコード\n";
    assertThat(questions("# Amazon Route 53\n## エイリアスレコードとCNAMEレコードの違い\n" + card))
        .anySatisfy(q -> assertThat(q.options()).contains("CNAMEレコード"));
  }

  @Test
  void offersOnlyServicesBesideAServiceAndNoPartOfTheKey() throws IOException {
    String tools =
        """
        # 道具
        - AWS CloudFormation：ひな形に書いた資源を束として作成・更新・削除するサービス
        - AWS CDK：ひな形をプログラムで書くための開発キット
        - AWS Infrastructure Composer：部品を画面に並べて図から組み立てるサービス
        - AWS Cloud Control API：どの資源も同じ五つの呼び出しで扱うサービス
        """;
    assertThat(questions(tools))
        .filteredOn(q -> q.key().equals("AWS CloudFormation"))
        .isNotEmpty()
        .allSatisfy(q -> assertThat(q.options()).doesNotContain("Terraform"));
    String roles = "# AWS IAM\n## 身分の種類\n- IAMロール：引き受けた人に一時的な認証情報を渡す仕組み\n- IAMユーザー：一人ひとりに長く渡す身分証\n";
    assertThat(questions(roles))
        .flatExtracting(Question::options)
        .doesNotContain("サービスロール", "サービスにリンクされたロール");
  }

  private static final String DOORS =
      """
      # Amazon EC2
      ## 門の種類
      - 夜間門番：閉店後に残った客の荷物を数えて守る%s
      - 裏口門番：配達に来た業者の名札を読み取って通す
      - 正面門番：昼の客の行列を三つの窓口へ振り分ける
      - 見習門番：門の外の掃除と看板の上げ下げを受け持つ
      - 屋上門番：空から届いた手紙を屋根の箱に仕分ける
      %s
      """;

  private List<Question> defined(String end, String line) throws IOException {
    return questions(DOORS.formatted(end, line)).stream()
        .filter(q -> q.pattern() == Pattern.DEFINITION)
        .toList();
  }

  @Test
  void whatIsSaidToBeForTheKeyIsNotOfferedBesideIt() throws IOException {
    String helper = "- 替え札：裏口門番が業者に渡す無地の板";
    assertThat(defined("", helper))
        .anySatisfy(q -> assertThat(q.options()).contains("夜間門番"))
        .filteredOn(q -> q.options().get(q.answer()).equals("裏口門番"))
        .allSatisfy(q -> assertThat(q.options()).doesNotContain("替え札"));
  }

  @Test
  void aThingWhoseTimeIsOverIsNeitherAskedForNorOffered() throws IOException {
    assertThat(defined("", "")).anySatisfy(q -> assertThat(q.options()).contains("見習門番"));
    assertThat(defined("", "- 見習門番は2024年に新規の受け付けを終えた"))
        .isNotEmpty()
        .noneSatisfy(q -> assertThat(q.options()).contains("見習門番"));
    assertThat(defined("", "- 見習門番は2024年に新規の受け付けを終えたが、翌年に再開した"))
        .anySatisfy(q -> assertThat(q.options()).contains("見習門番"));
  }

  @Test
  void asksForNoThingOfAKindThatNoOtherOptionIsOf() throws IOException {
    assertThat(defined("", "")).extracting(Question::key).contains("夜間門番");
    assertThat(defined("ライブラリ", "")).extracting(Question::key).doesNotContain("夜間門番");
  }

  @Test
  void offersNoOptionThatHasAnotherInItsName() {
    assertThat(
            Siblings.apart(
                "Amazon ECS",
                List.of("ECS Anywhere", "東ECS管理", "gp2", "gp2 Max", "SSE-KMS", "KMS"),
                n -> n))
        .containsExactly("gp2", "SSE-KMS", "KMS");
    assertThat(Siblings.apart("裏門", List.of("表門", "大表門", "小表門"), n -> n))
        .containsExactly("大表門", "小表門");
  }

  @Test
  void asksForNoTermByTwoWordsThatHoldOfItsSiblingsToo() throws IOException {
    assertThat(questions("# 覚え書き\n## Elastic Beanstalk\n- Webのアプリケーションをサーバーにデプロイする\n"))
        .noneMatch(q -> q.pattern() == Pattern.DEFINITION);
  }

  @Test
  void asksForNoThingThatIsCalledByTwoEverydayWords() throws IOException {
    String note = DOORS.formatted("", "").replace("夜間門番", "記帳と見回り");
    assertThat(questions(note)).extracting(Question::key).doesNotContain("記帳と見回り");
  }

  @Test
  void asksNothingOfARowThatSaysThatItsThingIsOld() throws IOException {
    String note =
        """
        # Amazon EBS
        ## ボリュームタイプ
        | タイプ | 最大サイズ | 用途 |
        | --- | --- | --- |
        | gp3 | 64 TiB | 一般 |
        | gp2 | 16 TiB | %s |
        | st1 | 12 TiB | 大量 |
        2025年に見直した
        """;
    assertThat(questions(note.formatted("普通"))).extracting(Question::key).contains("16 TiB");
    assertThat(questions(note.formatted("旧来の用途")))
        .extracting(Question::key)
        .doesNotContain("16 TiB");
  }

  @Test
  void doesNotAskWhereTheOnlySiblingLikeTheKeyIsSaidToDoTheSame() throws IOException {
    String twin = DOORS.formatted("", "").replace("昼の客の行列を三つの窓口へ振り分ける", "閉店後に残った客の荷物を数えて運ぶ");
    assertThat(defined("", "")).extracting(Question::key).contains("夜間門番");
    assertThat(questions(twin))
        .filteredOn(q -> q.pattern() == Pattern.DEFINITION)
        .extracting(Question::key)
        .doesNotContain("夜間門番");
  }

  @Test
  void offersOfTheGlossaryOnlyPartsForSomethingLikeIt() throws IOException {
    String note =
        "# Amazon CloudWatch\n## CloudWatch Contributor Insights\n- アクセスの多い送り手など、負荷の主な要因を見つける\n";
    assertThat(questions(note)).noneMatch(q -> q.options().contains("CreateExportTask"));
  }

  @ParameterizedTest
  @CsvSource({
    "荷台の広さを配る装置は、荷物を最大 64KB まで受け取る,荷台の容量は 64KB",
    "荷札は最大 20 個まで付けられる,さらに荷札は最大 20 個まで付けられる",
    "荷台の使用率が最大 60% になるまで待つ,荷台の使用率が最大 99% になるまで待つ"
  })
  void asksForAValueOnlyWhereALineTellsWhichAndOthersCanBeBelieved(String asked, String not)
      throws IOException {
    assertThat(of(asked)).extracting(Question::pattern).contains(Pattern.NUMBER);
    assertThat(of(not)).extracting(Question::pattern).doesNotContain(Pattern.NUMBER);
  }

  @Test
  void quotesBothRowsWhereItAsksWhetherOneHoldsOfTheOther() throws IOException {
    Question question =
        questions(
                """
                # Amazon EC2
                ## 荷台の比較
                | 荷台 | 置き場所の単位 | 鍵の方式 |
                |---|---|---|
                | 北の荷台 | 埠頭の倉庫 | 合い鍵 |
                | 南の荷台 | 駅前の広場 | 暗証番号 |
                """)
            .stream()
            .filter(q -> q.pattern() == Pattern.TRUE_FALSE)
            .findFirst()
            .orElseThrow();
    assertThat(question.source().text()).contains("北の荷台").contains("南の荷台");
    assertThat(question.explanation()).contains("北の荷台：").contains("南の荷台：");
  }

  @Test
  void asksWhichOfFourOrOfAllThatAListOfKnownThingsHas() throws IOException {
    String three =
        """
        # Amazon EC2
        ## 荷札の種類
        - 赤い荷札: 中身を冷やす期間の上限を倉庫へ伝える
        - 白い荷札: 宛先の港までの順路を船へ知らせる
        - 黒い荷札: 壊れ物の積み方を港の人へ頼む
        """;
    assertThat(questions(three)).noneMatch(q -> q.pattern() == Pattern.DEFINITION);
    assertThat(questions(three + "- 青い荷札: 送り主の名と住所を受け取る人へ示す\n"))
        .anyMatch(q -> q.pattern() == Pattern.DEFINITION);
  }

  @Test
  void asksForNoThingThatIsNeitherOfTheFieldNorAPartOfIt() throws IOException {
    String list =
        """
        # %s
        ## 荷札の種類
        - 赤い荷札: 中身を冷やす期間の上限を倉庫へ伝える
        - 白い荷札: 宛先の港までの順路を船へ知らせる
        - 黒い荷札: 壊れ物の積み方を港の人へ頼む
        - 青い荷札: 送り主の名と住所を受け取る人へ示す
        """;
    assertThat(questions(list.formatted("Amazon EC2"))).isNotEmpty();
    assertThat(questions(list.formatted("TCP"))).isEmpty();
  }

  @Test
  void asksForNoStepAtAScreen() throws IOException {
    String note =
        """
        # Amazon EC2
        ## 荷札を貼る手順
        1. 帳面を開いて荷物を数える
        2. 荷札に宛先の港を書き込む
        3. %s
        4. 船の出る時刻を港へ知らせる
        """;
    assertThat(questions(note.formatted("荷札の裏に糊を薄く塗る"))).isNotEmpty();
    assertThat(questions(note.formatted("荷札のタブの右のボタンを押す"))).isEmpty();
  }

  @Test
  void aTitleOfAnotherPageProvesNothing() throws IOException {
    String note =
        """
        # Amazon EC2
        ## 荷札の種類
        - 赤い荷札: 送り主の名と住所を受け取る人へ示す
        - 青い荷札: %s
        - 白い荷札: 宛先の港までの順路を船へ知らせる
        - 黒い荷札: 壊れ物の積み方を港の人へ頼む
        """;
    assertThat(questions(note.formatted("中身を冷やす期間の上限を倉庫へ伝える")))
        .anyMatch(q -> q.key().equals("青い荷札"));
    assertThat(questions(note.formatted("中身を冷やす期間の上限を倉庫へ伝えるチュートリアル")))
        .noneMatch(q -> q.key().equals("青い荷札"));
  }

  @ParameterizedTest
  @CsvSource({"荷札には最大20個の穴を開けられる,荷札の帳面は最大20個の荷札", "荷札の締め切りから最大 3 時間で荷物が届く,前回の締め切りから最大 3 時間で荷物が届く"})
  void asksForAValueOnlyInAWholeSentence(String asked, String not) throws IOException {
    assertThat(of(asked)).extracting(Question::pattern).contains(Pattern.NUMBER);
    assertThat(of(not)).extracting(Question::pattern).doesNotContain(Pattern.NUMBER);
  }

  @Test
  void aHeapOfNounsDescribesNothing() throws IOException {
    String note =
        """
        # Amazon EC2
        ## 荷札の種類
        - 赤い荷札: 送り主の名と住所を受け取る人へ示す
        - 青い荷札: %s
        - 白い荷札: 宛先の港までの順路を船へ知らせる
        - 黒い荷札: 壊れ物の積み方を港の人へ頼む
        """;
    assertThat(questions(note.formatted("中身を冷やす期間の上限を倉庫へ伝える")))
        .anyMatch(q -> q.key().equals("青い荷札"));
    assertThat(questions(note.formatted("送り主の名称及び住所の表示"))).noneMatch(q -> q.key().equals("赤い荷札"));
  }

  @Test
  void whatIsOverIsNoOption() throws IOException {
    String safes =
        """
        # Amazon EC2
        ## 金庫の種類
        - 夜間金庫：閉店後に預けた現金を翌朝まで守る
        - 貸金庫：契約者ごとの書類や印鑑を個室で保管する
        - 移動金庫：輸送車の荷台に積んで支店を回る
        - 耐火金庫：火事の熱から帳簿の束を二時間かばう
        - 冷凍金庫：真夏の倉庫で試薬の瓶を凍らせる

        ## 沿革
        """;
    assertThat(questions(safes)).anyMatch(q -> q.options().contains("耐火金庫"));
    assertThat(questions(safes + "- 耐火金庫は2024年7月に終了した\n"))
        .isNotEmpty()
        .noneMatch(q -> q.options().contains("耐火金庫"));
  }
}
