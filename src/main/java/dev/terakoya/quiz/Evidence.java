package dev.terakoya.quiz;

/** What else the notes say: the look-up answers, so that no question has a second right option. */
public interface Evidence {
  /** Whether some line of the notes says of {@code subject} what {@code statement} says. */
  boolean says(String subject, String statement);
}
