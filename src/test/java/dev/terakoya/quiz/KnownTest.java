package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.KnownFact;
import dev.terakoya.glossary.Reading;
import dev.terakoya.notes.NotesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked because the glossary knows it and a note states it. */
class KnownTest {
  private static final String HARBOUR =
      """
      alone: true
      vendors: [Aqua]
      foreign: [Terra]
      terms:
        - kind: quay
          family: quay
          terms:
            north: [北埠頭, North Quay]
            south: [南埠頭]
        - kind: crane
          terms:
            crane: [門型クレーン]
        - kind: sounding
          terms:
            sonar: [Aqua Sonar]
            chart: [Aqua Chart]
            mini: [Aqua Chart Mini]
      known:
        - of: north
          says: [[水深, 深さ, depth], [14m, 14メートル]]
          ask: 北埠頭の深さはどれですか。
          key: 14m
          others: [9m, 11m, 18m]
          because: 大型のコンテナ船は喫水が13mある。
        - of: north
          says: [[大型船の水深], [14m]]
          ask: 大型船の水深はどれですか。
          key: 14m
          others: [7m, 21m]
          because: 喫水に1mを足す。
        - of: south
          says: [[水深, 深さ], [9m]]
          ask: コンテナ船の着かない、南埠頭の岸壁の深さはどれですか。
          key: 9m
          others: [6m, 12m]
          because: 大型のコンテナ船は着かない。
        - of: crane
          says: [[風速], [止め, 停止], [20m]]
          ask: 門型クレーンの作業を止める風速はどれですか。
          key: 20m
          others: [5m, 10m, 40m]
          because: 荷が振れる。
        - of: sonar
          says: [[間隔, 周期], [8秒]]
          ask: Aqua Sonarの間隔は既定でいくつですか。
          key: 8秒
          others: [2秒, 20秒, 60秒]
          because: 音が底から戻るのを待つ。Aqua Chartは1日に1度しか測らない。
        - says: [[底質, 底の質], [砂]]
          ask: Aqua Chartに描かれる底質はどれですか。
          key: 砂
          others: [岩, 泥]
          because: 川が運ぶ。
        - says: [[岸壁, 埠頭], [係留できない, 係留は不可]]
          unless: [以前]
          ask: 強風の間、岸壁について正しいものはどれですか。
          key: 船を留めておけない
          others: [船を二隻まで留められる, 船をどれも留められる]
          because: 綱が切れる。
        - says: [[碇], [上げ, 巻き]]
          ask: 碇を上げるのはどれですか。
          key: heave
          others: [moor, berth, fend]
          because: 鎖を巻く。
        - says: [[鍵], [/pier]]
          ask: 鍵の置き場はどれですか。
          key: /pier
          others: [/dock, /ship]
          because: 近い。
        - says: [[灯台], [ポート]]
          ask: 灯台はどこに立ちますか。
          key: 港の口
          others: [丘の上, 沖の島]
          because: 船が目印にする。
        - says: [[汽笛], [霧]]
          ask: [視界の悪い日に船舶が鳴らす合図はどれですか。, 霧の日に警報を出すのはどれですか。]
          key: 汽笛
          others: [鐘, 太鼓]
          because: 遠くまで届く。
        - says: [[錨地, 航路], [浮標]]
          ask: 錨地や航路を示すのはどれですか。
          key: 浮標
          others: [桟橋, 岸壁]
          because: 鎖で海底につながる。
        - says: [[曳船], [朝, 早朝], [港, 湾], [三隻]]
          ask: 朝の当番に出る曳船は何隻ですか。
          key: 三隻
          others: [一隻, 五隻]
          because: 入る船が多い。
        - says: [[検疫], [黄色]]
          ask: 検疫を求める旗はどれですか。
          key: 黄色の旗
          others: [赤い旗, 青い旗]
          because: 昔からの決まり。
        - says: [[検疫], [白], [四角]]
          ask: 検疫を求める旗はどれですか。
          key: 白い旗
          others: [赤い旗, 青い旗]
          because: この港の決まり。
      """;

  @TempDir Path folder;

  private List<Question> questions(String note) throws IOException {
    return questions(note, "note.md");
  }

  private List<Question> questions(String note, String file) throws IOException {
    Path glossary = Files.writeString(folder.resolve("glossary.yaml"), HARBOUR);
    Reading reading = Glossary.read(List.of(glossary));
    assertThat(reading.faults()).isEmpty();
    Path notes = Files.createTempDirectory(folder, "notes");
    Files.writeString(notes.resolve(file), note);
    return Quiz.of(new NotesFolder(notes), reading.glossary()).questions().stream()
        .filter(q -> q.pattern() == Pattern.KNOWN)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 北埠頭\n- 水深は14 m、幅は広い\n",
        "# 港\n## 北埠頭\n### 水深\n- １４ｍ\n",
        "# 港\n- North Quayの深さ：14メートル\n",
        "# 北埠頭（North Quay）\n## 水深\n- 14m\n",
        "# 港\n**北埠頭**\n\n- 水深は14m\n",
        "# 港\n北埠頭：\n\n- 水深は14m\n",
        "# 港\n| 名前 | 水深 |\n|---|---|\n| 北埠頭 | 14m |\n| 南埠頭 | 9m |\n"
      })
  void asksWhatALineStatesByItselfOrWithWhatStandsAboveIt(String note) throws IOException {
    Question question = questions(note).getFirst();
    assertThat(question.key()).isEqualTo("14m");
    assertThat(question.options()).containsExactlyInAnyOrder("9m", "11m", "14m", "18m");
    assertThat(question.explanation()).contains("喫水").contains("ノート");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 北埠頭\n- 水深は114m\n",
        "# 北埠頭\n- 水深は14mではない\n",
        "# 北埠頭\n- 南埠頭の水深は14m\n",
        "# 北埠頭\n## 南埠頭\n- 水深は14m\n",
        "# 北埠頭と南埠頭\n- 水深は14m\n",
        "# 港\n- 水深は14m\n",
        "# 北埠頭\n- 水深は測っていない\n## 幅\n- 14m\n",
        "# 岸壁\n- 以前は強風の間は係留できない決まり\n",
        "# 北埠頭\n## 文献\n- 水深は14m\n",
        "# 北埠頭\n## ワークショップ\n- 水深は14m\n",
        "# 北埠頭\n## 課題\n- 水深は14m\n",
        "# 北埠頭\n## 問 3\n### 解答\n- 水深は14m\n",
        "# 北埠頭\n## Step 2. 掘る\n- 水深は14m\n",
        "# 北埠頭\n## 掘削の手順\n- 水深は14m\n",
        "# 北埠頭\n## 座礁などのトラブル\n- 水深は14m\n",
        "# 北埠頭\n- 水深が14mになっているか\n",
        "# 北埠頭\n- チュートリアルでは水深は14m\n",
        "# 水深\n## 北埠頭\n- 幅は14m\n",
        "# 北埠頭、門型クレーン、Aqua Sonar\n- 水深は14m\n",
        "# 北埠頭\n- 水深は14mあるのではなく\n",
        "# 北埠頭\n- 水深は14mあったが\n",
        "# 北埠頭\n- 水深14mの掘り方\n- 水深14mの理解\n- 水深14mは割愛\n- 水深を14mにしたい\n",
        "# 北埠頭\n- 水深を14mに変更した\n- 水深は14mらしい\n",
        "# 北埠頭\n- 水深14mまで掘れるようにできた\n- 水深が14mのときの動作\n- 水深14mと9mの違い\n- 水深14mも測っておきたい\n",
        "# 港\n| 名前 | 水深14m |\n|---|---|\n| 北埠頭 | 無 |\n| 南埠頭 | 有 |\n",
        "# 北埠頭\n- 水深は14m https://example.com/\n",
        "# 北埠頭\n- 水深は14mにしたいと考えている\n- 水深14mで船が着く。どうすればよいですか？\n",
        "# 北埠頭\nA) 水深は14m\n\nこの章では水深の14mを学ぶ。\n",
        "# 港\n**北埠頭**\n\n**南埠頭**\n\n- 水深は14m\n",
        "# 港\n北埠頭：\n\n- 幅は広い\n\n港の水深は14m\n",
        "# 北埠頭\n- 例：水深は14m\n- 水深14mの杭を配置した\n",
        "# Terraの港\n## 北埠頭\n- 水深は14m\n",
        "# 北埠頭\n- [岸壁](./depth.md) - 水深は14m\n",
        "# 北埠頭\n- では水深14mの岸壁に着けましょう\n",
        "# 北埠頭\n├── depth.md 水深は14m\n",
        "# 北埠頭\nどれが水深か、選べ。\n\n1. 水深は9m\n2. 水深は14m\n",
        "# 北埠頭\n- 水深は14m\n- 水深は9m\n\n正解：2\n",
        "# 北埠頭\n## ハマったところ\n- 水深は14m\n",
        "# 北埠頭\n## 試行錯誤\n- 水深は14m\n",
        "# 沖の島\n- 北埠頭と同じように水深は14m\n",
        "# 北埠頭\n- The depth beside the quay is 14m\n"
      })
  void asksNothingThatNoLineStatesOfIt(String note) throws IOException {
    assertThat(questions(note)).isEmpty();
  }

  @Test
  void theNameOfAFileTellsWhatItIsAboutButStatesNothing() throws IOException {
    assertThat(questions("# 港\n- 水深は14m\n", "北埠頭.md"))
        .singleElement()
        .satisfies(q -> assertThat(q.explanation()).contains("「北埠頭」の「水深は14m」"));
    assertThat(questions("# 港\n## 南埠頭\n- 水深は14m\n", "北埠頭.md")).isEmpty();
    assertThat(questions("# 北埠頭\n- 14m\n", "水深.md")).isEmpty();
    assertThat(questions("# 北埠頭\n- 水深は14m\n", "港.md")).hasSize(1);
  }

  @Test
  void aUsualValueIsAskedWhereTheNoteSaysThatItIsOne() throws IOException {
    assertThat(questions("# Aqua Sonar\n- 測る間隔は既定で8秒\n")).hasSize(1);
    assertThat(questions("# Aqua Sonar\n- 測る間隔は8秒\n")).isEmpty();
  }

  @Test
  void theNoteNamesEachProductThatTheQuestionNames() throws IOException {
    assertThat(questions("# Aqua Chart\n- 底質は砂\n")).hasSize(1);
    assertThat(questions("# 港の底\n- 底質は砂\n")).isEmpty();
    assertThat(questions("# Aqua Chart Mini\n- 底質は砂\n")).hasSize(1);
  }

  @Test
  void aWordIsNotFoundInOneThatHoldsItByChance() throws IOException {
    assertThat(questions("# 灯台\n- ヨットのポートに立つ\n")).hasSize(1);
    assertThat(questions("# 灯台\n- ヨットポートに立つ\n")).hasSize(1);
    for (String other : List.of("サポート", "レポート", "エクスポート", "パスポート", "ポートレ")) {
      assertThat(questions("# 灯台\n- 夜の船を" + other + "する\n")).as(other).isEmpty();
    }
  }

  @Test
  void anOptionsLineTellsNothingOfItsCommand() throws IOException {
    assertThat(questions("# heave\n- 碇を上げる\n")).hasSize(1);
    assertThat(questions("# heave\n- `-v` 碇を上げるようすを見せる\n| --all | 碇をみな上げる |\n")).isEmpty();
  }

  @Test
  void aPathIsNotFoundInALongerOne() throws IOException {
    assertThat(questions("# 鍵\n- 置き場は/pier\n")).hasSize(1);
    assertThat(questions("# 鍵\n- 記録は/log/pierに残る\n")).isEmpty();
    assertThat(questions("# 鍵\n- 記録は/pier.logに残る\n")).isEmpty();
  }

  @Test
  void aSentenceThatBeginsWithAnotherProductIsAboutThat() throws IOException {
    assertThat(questions("# Aqua Sonar\n- Aqua Chartの更新の間隔は既定で8秒\n")).isEmpty();
  }

  @Test
  void aSentenceThatOnlyUsesTheThingBelowAnotherProductProvesNothing() throws IOException {
    assertThat(questions("# Aqua Chart\n- 埠頭の図では北埠頭の水深を14mとして描く\n")).isEmpty();
    assertThat(questions("# 埠頭の図\n- 図では北埠頭の水深を14mとして描く\n")).hasSize(1);
    assertThat(questions("# Aqua Chart\n- 北埠頭の水深は14m\n")).hasSize(1);
  }

  @Test
  void ofThreeThingsALineSaysTwoItself() throws IOException {
    assertThat(questions("# 門型クレーン\n- 風速が20mになると作業を止める\n")).hasSize(1);
    assertThat(questions("# 門型クレーン\n## 作業と風速\n- 20mで止める\n")).hasSize(1);
    assertThat(questions("# 門型クレーン\n## 作業を止める風速\n- 20m\n")).isEmpty();
  }

  @Test
  void aCellSaysWithItsRowAndItsColumnWhatALineSays() throws IOException {
    Question question =
        questions(
                """
                # 港の道具
                | 道具 | 止める風速 | 台数 |
                |---|---|---|
                | 門型クレーン | 20m | 2台 |
                | 北埠頭の荷役機 | 15m | 3台 |
                """)
            .getFirst();
    assertThat(question.key()).isEqualTo("20m");
    assertThat(question.source().text()).contains("門型クレーン").contains("20m");
    assertThat(question.explanation()).contains("止める風速");
  }

  @Test
  void aFirstCellThatSaysSomethingIsNoNameOfItsRow() throws IOException {
    String table = "# 港\n| %s | 船 |\n|---|---|\n| %s | 14m |\n| 南埠頭 | 8m |\n";
    assertThat(questions(table.formatted("埠頭と水深", "北埠頭の水深"))).hasSize(1);
    assertThat(questions(table.formatted("人", "北埠頭の水深は朝に測る。"))).isEmpty();
  }

  @Test
  void quotesNoOtherLineWhereOneSaysAllThatIsAsked() throws IOException {
    assertThat(questions("# North Quay\n- 深さ 14m\n- 北埠頭には大型のコンテナ船が着く\n"))
        .singleElement()
        .satisfies(q -> assertThat(q.explanation()).endsWith("「深さ 14m」"));
  }

  @Test
  void quotesNeitherTheMarkOfAQuotationNorTwoFullStops() throws IOException {
    assertThat(questions("# 北埠頭\n- ＞水深は14m。\n  幅は広い\n"))
        .singleElement()
        .satisfies(q -> assertThat(q.explanation()).contains("「水深は14m。幅は広い」"));
  }

  @Test
  void showsTheRowThoughAHeadingNamesItAmongOthersAndNoPicture() throws IOException {
    String rows = "# 北埠頭と倉庫\n| 名前 | 水深 |\n|---|---|\n| 北埠頭 | 14m ![岸壁の絵](a.png) |\n";
    assertThat(questions(rows))
        .singleElement()
        .satisfies(q -> assertThat(q.explanation()).contains("「北埠頭、水深」の「14m").doesNotContain("絵"));
  }

  @Test
  void whatStandsOverTheNameTellsWhereAndNotWhat() throws IOException {
    assertThat(questions("# 北埠頭\n## 水深\n- 14m\n")).hasSize(1);
    assertThat(questions("# 港の水深\n## 北埠頭\n- 14m\n")).isEmpty();
  }

  @Test
  void aDenialThatIsTheFactItselfIsNoDenial() throws IOException {
    assertThat(questions("# 岸壁\n- 強風の間は係留できない\n"))
        .extracting(Question::key)
        .containsExactly("船を留めておけない");
  }

  @Test
  void quotesTheLineThatSaysMostItself() throws IOException {
    Question question = questions("# 北埠頭\n## 水深\n- 14m\n## まとめ\n- 北埠頭の水深は14m\n").getFirst();
    assertThat(question.source().text()).isEqualTo("北埠頭の水深は14m");
  }

  @Test
  void quotesOfALongLineTheSentenceThatStatesItUnlessItLeansOnTheOneBefore() throws IOException {
    String before = "荷主が夜の便を待つあいだに事務所で書類を書き終えてから、帰る前に倉庫の当番へ声をかけるのが習わしで、" + "霧の出る朝は早めに声をかける。";
    String after = "岸壁の幅は広いので、荷を降ろす車を何台も並べられる。大きな船が二隻までつけられる。";
    String stating = "北埠頭の岸壁の水深は14mあり、大型の船も着ける。";
    assertThat(quoted(before + stating + after)).isEqualTo(stating);
    assertThat(quoted(stating + after)).isEqualTo(stating + after);
    assertThat(quoted(before + "この" + stating + after)).startsWith(before);
  }

  private String quoted(String line) throws IOException {
    return questions("# 港\n- " + line + "\n").getFirst().source().text().replaceFirst("^- ", "");
  }

  @Test
  void aLineThatEndsWithinAWordGoesOnInTheNext() throws IOException {
    assertThat(questions("# 灯台\n- 灯台はヨットのポー\n  トに立つ\n"))
        .singleElement()
        .satisfies(q -> assertThat(q.explanation()).endsWith("「灯台はヨットのポートに立つ」"));
    assertThat(questions("# 灯台\n- 灯台はヨットのポート（港の\n  口）に立つ\n"))
        .singleElement()
        .satisfies(q -> assertThat(q.explanation()).endsWith("「灯台はヨットのポート（港の口）に立つ」"));
    assertThat(questions("# 灯台\n- 灯台はポート（at the\n  pier）に立つ\n"))
        .singleElement()
        .satisfies(q -> assertThat(q.explanation()).contains("（at the pier）"));
  }

  @Test
  void quotesAsWellWhatALineNearItSaysOfTheQuestion() throws IOException {
    String one = "- 岸壁は長く、大型のコンテナ船は着かない\n";
    assertThat(questions("# 南埠頭\n- 深さは9m\n" + one))
        .singleElement()
        .satisfies(q -> {
          assertThat(q.explanation()).endsWith("「深さは9m」「岸壁は長く、大型のコンテナ船は着かない」");
          assertThat(q.source().source().from()).isEqualTo(2);
          assertThat(q.source().source().to()).isEqualTo(3);
        });
    for (String far :
        List.of(
            "# 南埠頭\n- 深さは9m\n- 倉庫\n  " + one,
            "# 南埠頭\n- 深さは9m\n" + "- 風が強い\n".repeat(4) + one,
            "# 南埠頭\n- 深さは9m\n## 北埠頭\n" + one)) {
      assertThat(questions(far)).as(far).isEmpty();
    }
  }

  @Test
  void aLongSentenceThatNamesTheAnswerInPassingStatesNothing() throws IOException {
    String passing = "だれもがよくしっていてまいにちのようにはなしているのでわざわざかくまでもないことだけれども、";
    assertThat(questions("# 港\n- 灯台は港の口にあり、ポートと呼ばれる\n")).hasSize(1);
    assertThat(questions("# 港\n- " + passing + "灯台のある港の口がポートと呼ばれるわけがある\n")).isEmpty();
    assertThat(questions("# 港の口\n- " + passing + "灯台のある港の口がポートと呼ばれるわけがある\n")).hasSize(1);
  }

  @Test
  void aSentenceMostlyInOtherWordsSaysSomethingElse() throws IOException {
    assertThat(questions("# 港\n- 灯台とポート、倉庫の管理\n")).hasSize(1);
    assertThat(questions("# 港\n- 灯台とポート、倉庫の管理、税関の手続、漁船の組合\n")).isEmpty();
    assertThat(questions("# 北埠頭\n- 倉庫の管理、税関の手続、漁船の組合、水深は14m\n")).hasSize(1);
  }

  @Test
  void aNoteIsAskedInTheWordingsWhoseWordsItHas() throws IOException {
    List<Question> one = questions("# 汽笛\n- 霧の日の警報\n");
    assertThat(one).extracting(Question::stem).containsExactly("霧の日に警報を出すのはどれですか。");
    List<Question> both = questions("# 汽笛\n- 霧で視界が悪い日の合図、船舶の警報\n");
    assertThat(both)
        .extracting(Question::stem)
        .containsExactly("視界の悪い日に船舶が鳴らす合図はどれですか。", "霧の日に警報を出すのはどれですか。");
    assertThat(both).extracting(Question::fact).containsOnly(one.getFirst().fact());
    assertThat(questions("# 港\n- 汽笛は霧の港の名物\n")).isEmpty();
  }

  @Test
  void withFewerThanFourConditionsEveryWordOfTheQuestionIsQuoted() throws IOException {
    String besides = "、みなとのくちでながくみじかくくりかえしてならす";
    assertThat(questions("# 汽笛\n- 霧で視界が悪い日の合図" + besides + "\n")).isEmpty();
    assertThat(questions("# 汽笛\n- 霧で視界が悪い日に船舶が合図" + besides + "\n")).hasSize(1);
    assertThat(questions("# 曳船\n- 曳船は朝の港に三隻\n"))
        .extracting(Question::stem)
        .containsExactly("朝の当番に出る曳船は何隻ですか。");
  }

  @Test
  void twoFactsInTheSameWordsContradictEachOther() throws IOException {
    assertThat(questions("# 検疫\n- 検疫の旗は黄色\n")).extracting(Question::key).containsExactly("黄色の旗");
    assertThat(questions("# 検疫\n- 検疫の旗は黄色\n- 検疫の旗は白の四角\n")).isEmpty();
  }

  @Test
  void ofTwoThingsThatAQuestionJoinsBothAreQuoted() throws IOException {
    assertThat(questions("# 浮標\n- 錨地と航路の浮標\n")).hasSize(1);
    assertThat(questions("# 浮標\n- 錨地の浮標\n")).isEmpty();
  }

  @Test
  void belowAHeadingAboutSomethingElseClearlyMoreIsQuoted() throws IOException {
    assertThat(questions("# 汽笛\n- 汽笛は霧の日の警報\n")).hasSize(1);
    assertThat(questions("# 倉庫の管理\n- 汽笛は霧の日の警報\n")).isEmpty();
    assertThat(questions("# 倉庫の管理\n- 霧で視界が悪い日の合図、船舶の警報に汽笛\n")).hasSize(1);
  }

  @Test
  void farBelowTheHeadingThatNamesTheAnswerSomethingElseIsSaid() throws IOException {
    assertThat(questions("# 港の口\n- 波が静か\n- 灯台とポートの間\n")).hasSize(1);
    assertThat(questions("# 港の口\n- 波が静か\n- 風が弱い\n- 底は砂\n- 灯台とポートの間\n")).isEmpty();
    assertThat(questions("# 港の口\n- 波が静か\n- 風が弱い\n- 底は砂\n- 灯台とポートの間、港の口\n")).hasSize(1);
  }

  @Test
  void oneLineAnswersOneThingOnce() throws IOException {
    assertThat(questions("# 北埠頭\n- 大型船の水深は14m\n")).hasSize(1);
    assertThat(questions("# 北埠頭\n- 大型船の水深は14m\n- 北埠頭の深さは14m\n")).hasSize(2);
  }

  @Test
  void itsFactDoesNotDependOnHowTheNoteWordsIt() throws IOException {
    String one = questions("# 北埠頭\n- 水深は14m\n").getFirst().fact();
    assertThat(questions("# 港\n- 北埠頭の深さは14メートルもある\n").getFirst().fact()).isEqualTo(one);
  }

  /** What comes with the program is held to the gates that what an author writes is held to. */
  @Test
  void everyBundledOnePassesTheGates() {
    Glossary glossary = Glossary.bundled();
    NoLeak leaks = new NoLeak(glossary);
    List<Gate> gates =
        List.of(leaks, new CleanText(), new FitsButtons(), new OneKey(glossary, (n, s) -> false));
    Stream<String> refused =
        glossary.known().stream()
            .flatMap(fact ->
                fact.asks().stream()
                    .flatMap(ask ->
                        gates.stream()
                            .map(g -> g.refuses(candidate(fact, ask)))
                            .flatMap(Optional::stream)
                            .map(reason -> ask + " → " + fact.key() + ": " + reason)));
    assertThat(refused).isEmpty();
  }

  private static Candidate candidate(KnownFact fact, String ask) {
    return Planted.candidate(
        Pattern.KNOWN,
        ask,
        ask,
        Stream.concat(Stream.of(fact.key()), fact.others().stream()).toArray(String[]::new));
  }
}
