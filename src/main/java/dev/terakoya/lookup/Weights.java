package dev.terakoya.lookup;

/** Every number of the ranking in one place, with where it came from. */
final class Weights {
  /**
   * BM25 saturation and length: a word once is nearly as good as often; tuned on JaQuAD's training
   * questions.
   */
  static final float K1 = 0.3f;

  static final float B = 0.5f;

  /**
   * Worth of headings, neighbouring characters and phrases beside words; tuned on JaQuAD and the
   * judged notes.
   */
  static final float HEADINGS = 0.4f;

  static final float GRAMS = 0.25f;
  static final float PHRASE = 0.2f;
  static final int PHRASE_SLOP = 3;

  /** How many sections are weighed line by line. */
  static final int CANDIDATES = 30;

  /**
   * Lucene's score of the whole section, relative to the best. The shares below are set on the
   * judged notes.
   */
  static final double TEXT = 1.0;

  /** A heading that says just what is asked; the share of the question it covers counts squared. */
  static final double HEADING = 0.9;

  /** A line, or a heading, that defines what is asked. */
  static final double DEFINITION = 0.6;

  /** The best line. */
  static final double LINE = 0.5;

  /** How many words a line may have and count in full, and what an endless one still counts. */
  static final double BRIEF = 20;

  static final double LONG_LINE = 0.7;

  /** All of the section together with its headings. */
  static final double SECTION = 0.6;

  /** What the headings above count for beside a section's own. */
  static final double ABOVE = 0.8;

  /** A line that sets both sides of a comparison against each other. */
  static final double CONTRAST = 0.8;

  /** How many hits are searched for a table that compares. */
  static final int COMPARED = 5;

  /** One side of a comparison in a heading or a definition. */
  static final double SIDE = 0.6;

  /** The single words of a term's name together, beside the term itself. */
  static final double HINT = 0.3;

  /**
   * A plain word of which the notes know nothing tells less than a name of which they know nothing.
   */
  static final double UNHEARD = 0.4;

  /**
   * The share of the question (by weight) that the best section must meet; less for a long
   * question.
   */
  static final double ENOUGH = 0.55;

  static final double ENOUGH_OF_MANY = 0.3;
  static final int MANY = 3;

  /** A thing where its kind is asked for. */
  static final double KIND = 0.7;

  /** How well a term's use must say what is asked for the term to be meant. */
  static final double PURPOSE = 0.25;

  /** A term that is for what is asked, instead of the word. */
  static final double FOR = 1.0;

  /** How well it must say so to stand for a term that is asked for by name. */
  static final double MEANT = 0.65;

  /** A verb or an adjective tells less than a noun as rare as it. */
  static final double PREDICATE = 0.6;

  /** A number where one is asked for, beside all else that is asked. */
  static final double MEASURE = 0.4;

  /** Whether something is possible, where that is asked, beside all else that is asked. */
  static final double POSSIBLE = 0.1;

  /** A way of saying a word that is worth no more than this may be chance. */
  static final double CERTAIN = 0.5;

  /** What is left of a section's score that lacks a Latin name which is asked for. */
  static final double WITHOUT_NAME = 0.7;

  /** A name that is met so well is the name itself, or its plural. */
  static final double KNOWN = 0.85;

  /** What is left of the score of a list of links. */
  static final double POINTING = 0.7;

  private Weights() {}
}
