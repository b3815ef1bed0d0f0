package dev.terakoya.quiz;

import java.util.List;

/** The words of a question that is answered with true or false. */
final class Judgement {
  static final String RIGHT = "正しい";
  static final String WRONG = "誤り";

  private Judgement() {}

  /** Whether an option says that the statement is wrong. */
  static boolean denies(String option) {
    return option.equals(WRONG);
  }

  /** The stem for something said. */
  static String stem(String said) {
    return "次の記述は正しいですか。「" + said.replaceFirst("。$", "") + "」";
  }

  /** Both options, the right one first; the note says what holds. */
  static List<Candidate.Option> options(boolean right, String holds) {
    Candidate.Option yes = new Candidate.Option(RIGHT, right ? holds : "");
    Candidate.Option no = new Candidate.Option(WRONG, right ? "" : holds);
    return right ? List.of(yes, no) : List.of(no, yes);
  }
}
