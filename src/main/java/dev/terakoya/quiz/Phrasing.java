package dev.terakoya.quiz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns a candidate into a question: ids, the order of the options, the words of the explanation.
 */
final class Phrasing {
  private Phrasing() {}

  static Question question(Candidate candidate) {
    String fact = Chance.id(Text.key(candidate.subject()), Text.key(candidate.claim()));
    List<Candidate.Option> options = ordered(candidate);
    String id =
        Chance.id(
            candidate.pattern().name(),
            candidate.asked(),
            options.stream().map(Candidate.Option::text).collect(Collectors.joining("\u0002")));
    return new Question(
        id,
        fact,
        candidate.pattern(),
        candidate.asked(),
        options.stream().map(Candidate.Option::text).toList(),
        options.indexOf(candidate.key()),
        explanation(candidate),
        options.stream().map(Candidate.Option::note).toList(),
        candidate.source().quote());
  }

  private static List<Candidate.Option> ordered(Candidate candidate) {
    List<Candidate.Option> options = new ArrayList<>(candidate.options());
    if (candidate.judged()) {
      options.sort(Comparator.comparing(o -> Judgement.denies(o.text())));
    } else if (options.stream().allMatch(o -> Amount.in(o.text()).size() == 1)) {
      options.sort(Comparator.comparing(o -> Amount.in(o.text()).getFirst().size()));
    } else if (candidate.pattern() == Pattern.NUMBER) {
      options.sort(Comparator.comparing(o -> Long.valueOf(o.text().replaceAll("\\D", ""))));
    } else {
      options = Chance.shuffled(options, candidate.stem());
    }
    return options;
  }

  private static String explanation(Candidate candidate) {
    String where = String.join(" > ", candidate.source().section().path());
    if (English.of(candidate.source())) {
      String note = "Notes (" + where + "): “" + candidate.explanation() + "”";
      return "“" + candidate.key().text() + "” is right. " + note;
    }
    String quoted =
        "ノート" + (where.isEmpty() ? "" : "（" + where + "）") + "：「" + candidate.explanation() + "」";
    String why = candidate.pattern() == Pattern.KNOWN ? candidate.key().note() : "";
    return candidate.judged()
        ? "この記述は" + candidate.key().text() + "です。" + quoted
        : "正解は「" + candidate.key().text() + "」。" + why + quoted;
  }
}
