package dev.terakoya.lookup;

/** Every number of the ranking in one place, with where it came from. */
final class Weights {
  /**
   * BM25 saturation and length, tuned on JaQuAD's training questions: a word once is nearly as good
   * as often.
   */
  static final float K1 = 0.3f;

  static final float B = 0.5f;

  /**
   * Worth of headings, neighbouring characters and phrases beside words, tuned on JaQuAD and the
   * judged notes.
   */
  static final float HEADINGS = 0.4f;

  static final float GRAMS = 0.25f;
  static final float SOUND = 0.3f;
  static final float PHRASE = 0.2f;
  static final int PHRASE_SLOP = 3;

  /** How many sections are weighed line by line. */
  static final int CANDIDATES = 40;

  /** A heading that says just what is asked; the share of the question it covers counts squared. */
  static final double HEADING = 0.9;

  /** A line that defines what is asked. */
  static final double DEFINITION = 0.6;

  /** The best line. */
  static final double LINE = 0.5;

  /** All of the section together with its headings. */
  static final double SECTION = 0.6;

  /** Lucene's score of the whole section, relative to the best. */
  static final double TEXT = 1.0;

  /** Below this share of the question (by weight) nothing is found. */
  static final double ENOUGH = 0.45;

  /**
   * A plain word of which the notes know nothing tells less than a name of which they know nothing.
   */
  static final double UNHEARD = 0.4;

  private Weights() {}
}
