package dev.terakoya.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import dev.terakoya.quiz.Pattern;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quote;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What still says the same, and what does not. */
class RewordingTest {
  private static Question judged(String sentence) {
    Quote quote = new Quote(new SectionId("s"), new Source("a.md", 1, 1), List.of("a"), sentence);
    return new Question(
        sentence,
        sentence,
        Pattern.TRUE_FALSE,
        sentence,
        List.of("正しい", "誤り"),
        0,
        "",
        List.of(),
        quote);
  }

  @ParameterizedTest
  @CsvSource({
    "NLB は固定の IP アドレスを持つ, NLB（Network Load Balancer）は固定の IP アドレスを持てる",
    "保持期間は最大で 14 日です, 保持期間は最大 14日間です",
    "S3 は結果整合性ではない, S3 は、結果整合性ではないです",
    "An NLB has one static IP per zone, An NLB has one static IP address per zone",
  })
  void saysTheSame(String before, String after) {
    assertThat(Rewording.alike(judged(before), judged(after))).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "保持期間は最大で 14 日です, 保持期間は最大で 7 日です",
    "保持期間は最大で 14 日です, 保持期間は最大で 14 時間です",
    "NLB は固定の IP アドレスを持つ, ALB は固定の IP アドレスを持つ",
    "NLB は固定の IP アドレスを持つ, NLB は固定の IP アドレスを持たない",
    "デフォルトで有効になる, デフォルトで無効になる",
    "S3 Standard は 3 つの AZ に保存する, S3 Standard-IA は 3 つの AZ に保存する",
    "リードレプリカは非同期で複製する, リードレプリカは同期で複製する",
    "NLB は固定の IP アドレスを持つ, ログは S3 に保存される",
    "An NLB can have a static IP, An NLB cannot have a static IP",
  })
  void saysSomethingElse(String before, String after) {
    assertThat(Rewording.alike(judged(before), judged(after))).isZero();
  }
}
