package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.ORDER;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks what comes next in a numbered procedure. Options are its other steps. */
final class Orders implements Maker {
  private static final Pattern CUE =
      Pattern.compile("手順|流れ|ステップ|順序|プロセス|フロー|ライフサイクル|仕組み|アップデート|デプロイ|とは|リクエスト|レスポンス|評価");

  /** What somebody does at a screen. */
  private static final Pattern CONSOLE =
      Pattern.compile("コンソール|ペイン|クリック|ボタン|タブ|画面|\\[|［|メニュー|(?i:click|button)");

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.harvests().stream()
        .filter(h -> !h.scope().isEmpty() && CUE.matcher(h.section().heading()).find())
        .flatMap(h -> h.steps().stream())
        .filter(Orders::fit)
        .flatMap(steps -> IntStream.range(0, steps.size() - 1).mapToObj(n -> of(field, steps, n)));
  }

  private static boolean fit(List<Statement> steps) {
    return steps.size() >= 4
        && steps.size() <= 9
        && steps.stream().noneMatch(s -> CONSOLE.matcher(s.text()).find())
        && steps.stream()
            .allMatch(s -> {
              List<Sentence> sentences = s.sentences();
              return sentences.size() == 1
                  && sentences.getFirst().form() == Sentence.Form.VERB
                  && sentences.getFirst().text().length() <= 60;
            });
  }

  private static Candidate of(Field field, List<Statement> steps, int n) {
    List<String> texts = steps.stream().map(s -> s.first().whole()).toList();
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(texts.get(n + 1), (n + 2) + "番目の手順"));
    List<Integer> others =
        IntStream.range(0, steps.size()).boxed().filter(i -> i != n && i != n + 1).toList();
    Chance.shuffled(others, texts.get(n)).stream()
        .limit(3)
        .forEach(i -> options.add(new Candidate.Option(texts.get(i), (i + 1) + "番目の手順")));
    return new Candidate(
        ORDER,
        "two steps of a numbered procedure",
        "its other steps",
        String.join(">", steps.get(n).scope().stream().map(Label::name).toList()),
        field.shown(steps.get(n).scope(), List.of()),
        "「" + texts.get(n) + "」の次に行われるのはどれですか。",
        texts.get(n + 1),
        options,
        (n + 1) + "番目：" + texts.get(n) + " → " + (n + 2) + "番目：" + texts.get(n + 1),
        steps.get(n + 1));
  }
}
