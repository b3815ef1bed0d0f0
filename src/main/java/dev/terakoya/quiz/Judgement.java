package dev.terakoya.quiz;

import java.util.List;

/** The words of a question that is answered with true or false. */
final class Judgement {
  static final String RIGHT = "正しい";
  static final String WRONG = "誤り";

  private static final String TRUE = "True";
  private static final String FALSE = "False";

  private Judgement() {}

  /** Whether an option says that the statement is wrong. */
  static boolean denies(String option) {
    return option.equals(WRONG) || option.equals(FALSE);
  }

  /** The stem for something said. */
  static String stem(String said) {
    return "次の記述は正しいですか。「" + said.replaceFirst("。$", "") + "」";
  }

  /** Both options, the right one first; the note says what holds. */
  static List<Candidate.Option> options(boolean right, String holds) {
    return options(RIGHT, WRONG, right, holds);
  }

  /** The same in English. */
  static List<Candidate.Option> english(boolean right, String holds) {
    return options(TRUE, FALSE, right, holds);
  }

  private static List<Candidate.Option> options(
      String affirms, String denies, boolean right, String holds) {
    Candidate.Option yes = new Candidate.Option(affirms, right ? holds : "");
    Candidate.Option no = new Candidate.Option(denies, right ? "" : holds);
    return right ? List.of(yes, no) : List.of(no, yes);
  }
}
