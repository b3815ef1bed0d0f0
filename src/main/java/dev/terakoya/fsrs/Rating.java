package dev.terakoya.fsrs;

/** How well something was recalled, in the words of FSRS, the worst first. */
public enum Rating {
  AGAIN(1),
  HARD(2),
  GOOD(3),
  EASY(4);

  private final int number;

  Rating(int number) {
    this.number = number;
  }

  /** The number the formulas count with: 1 (again) to 4 (easy). */
  public int number() {
    return number;
  }

  /** The rating of a number from 1 to 4. */
  public static Rating of(int number) {
    return values()[number - 1];
  }
}
