package dev.terakoya.quiz;

import java.util.stream.Stream;

/** One way of making questions; a rule of its own, options from its own place. */
interface Maker {
  /** The candidates that it finds in what the notes say. */
  Stream<Candidate> candidates(Field field);
}
