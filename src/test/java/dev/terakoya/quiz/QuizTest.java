package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.notes.NotesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuizTest {
  private static final String NOTE =
      """
      # ELB
      - ALBのみがWebACLと連携可能
      - 登録解除の猶予はデフォルトで300秒まで

      # AWS Lambda
      一度公開したバージョンのコードは変更できない。
      この場合の公開は最大20分までかかる。

      ## 公開の手順
      1. 担当者がコードを書く
      2. 上司が差分を読む
      3. 検査係が試験を動かす
      4. 配布係が本番に送る

      | 方式 | 待ち時間 | 置き場所 |
      |---|---|---|
      | 普通列車 | 短い列 | 北の車庫 |
      | 急行列車 | 長い列 | 南の車庫 |
      | 寝台列車 | 予約の列 | 西の車庫 |

      Q: 金庫番の合図は？
      A: 15分

      ## 金庫の種類
      - 夜間金庫：閉店後に預けた現金を翌朝まで守る
      - 貸金庫：契約者ごとの書類や印鑑を個室で保管する
      - 移動金庫：輸送車の荷台に積んで支店を回る
      - 耐火金庫：火事の熱から帳簿の束を二時間かばう
      """;

  @TempDir Path folder;
  private Quiz quiz;

  @BeforeEach
  void makeQuestions() throws IOException {
    Files.writeString(folder.resolve("note.md"), NOTE);
    quiz = Quiz.of(new NotesFolder(folder), Planted.GLOSSARY);
  }

  private List<Question> of(Pattern pattern) {
    return quiz.questions().stream().filter(q -> q.pattern() == pattern).toList();
  }

  @Test
  void asksForTheOneOfWhichAloneItHolds() {
    Question question = of(Pattern.CONTRAST).getFirst();
    assertThat(question.stem()).isEqualTo("【ELB】WebACLと連携可能なのはどれですか。");
    assertThat(question.key()).isEqualTo("ALB");
    assertThat(question.options()).containsExactlyInAnyOrder("ALB", "NLB", "CLB");
  }

  @Test
  void asksForADefault() {
    Question question = of(Pattern.NUMBER).getFirst();
    assertThat(question.key()).isEqualTo("300秒");
    assertThat(question.options()).hasSize(4);
  }

  @Test
  void asksWhichSiblingADescriptionIsOf() {
    assertThat(of(Pattern.DEFINITION)).extracting(Question::key).contains("移動金庫");
  }

  @Test
  void asksForTheNextStepAndForACell() {
    assertThat(of(Pattern.ORDER)).isNotEmpty();
    assertThat(of(Pattern.TABLE))
        .extracting(Question::stem)
        .anyMatch(s -> s.endsWith("急行列車の置き場所として正しいものはどれですか。"));
  }

  @Test
  void asksWhatTheAuthorAsked() {
    Question question = of(Pattern.CARD).getFirst();
    assertThat(question.key()).isEqualTo("15分");
  }

  @Test
  void quotesVerbatimFromTheNamedLines() {
    List<String> lines = NOTE.lines().toList();
    for (Question question : quiz.questions()) {
      String written =
          String.join(
              "\n",
              lines.subList(
                  question.source().source().from() - 1, question.source().source().to()));
      assertThat(written).contains(question.source().text());
    }
  }

  @Test
  void isTheSameForTheSameNotes() {
    Quiz again = Quiz.of(new NotesFolder(folder), Planted.GLOSSARY);
    assertThat(again.questions()).isEqualTo(quiz.questions());
    assertThat(again.sample(5, 7)).isEqualTo(quiz.sample(5, 7));
  }

  @Test
  void readsOnlyTheChangedSectionsAgain() throws IOException {
    Files.writeString(folder.resolve("other.md"), "# 倉庫\n倉庫の棚は最大8段です。\n");
    QuizMaker maker = new QuizMaker(new NotesFolder(folder), Planted.GLOSSARY);
    List<Harvest> before = maker.harvests();
    Files.writeString(folder.resolve("other.md"), "# 倉庫\n倉庫の棚は最大12段です。\n");
    List<Harvest> after = maker.harvests();
    assertThat(after.stream().filter(h -> before.stream().noneMatch(b -> b == h)))
        .singleElement()
        .satisfies(h -> assertThat(h.section().source().file()).isEqualTo("other.md"));
    assertThat(maker.make().questions())
        .isEqualTo(Quiz.of(new NotesFolder(folder), Planted.GLOSSARY).questions());
  }

  @Test
  void samplesAtMostTwoOfASection() {
    assertThat(
            quiz.sample(100, 1).stream()
                .collect(Collectors.groupingBy(q -> q.source().section(), Collectors.counting()))
                .values())
        .allMatch(n -> n <= 2);
  }

  @Test
  void tellsWhyAndWhatWasThrownAway() {
    Question question = quiz.questions().getFirst();
    assertThat(quiz.why(question.id()))
        .hasValueSatisfying(why -> assertThat(why.gates()).contains("one-key"));
    assertThat(quiz.rejected()).extracting(Quiz.Rejected::gate).contains("self-contained");
  }

  @Test
  void namesOnlyTheGatesThatJudged() {
    Question card = of(Pattern.CARD).getFirst();
    Question contrast = of(Pattern.CONTRAST).getFirst();
    assertThat(quiz.why(card.id()).orElseThrow().gates())
        .contains("well-spelt")
        .doesNotContain("natural-japanese");
    assertThat(quiz.why(contrast.id()).orElseThrow().gates()).contains("natural-japanese");
  }
}
