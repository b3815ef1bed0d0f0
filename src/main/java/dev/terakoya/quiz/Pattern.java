package dev.terakoya.quiz;

/** How a question asks, the most precise first. */
public enum Pattern {
  CARD,
  KNOWN,
  CONTRAST,
  NUMBER,
  TABLE,
  TRUE_FALSE,
  DEFINITION,
  ORDER,
  DESCRIPTION,
  MEMBERSHIP
}
