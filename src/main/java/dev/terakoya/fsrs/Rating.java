package dev.terakoya.fsrs;

/** How well something was recalled, in the words of FSRS, the worst first. */
public enum Rating {
  AGAIN,
  HARD,
  GOOD,
  EASY;

  /** The number the formulas count with: 1 (again) to 4 (easy). */
  public int number() {
    return ordinal() + 1;
  }

  /** The rating of a number from 1 to 4. */
  public static Rating of(int number) {
    return values()[number - 1];
  }
}
