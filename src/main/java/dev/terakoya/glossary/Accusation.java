package dev.terakoya.glossary;

import java.util.function.UnaryOperator;

/** A dated fact ready to be held against statements. */
record Accusation(DatedFact fact, Wording wording) {
  static Accusation of(DatedFact fact) {
    return of(fact, Spelling::key);
  }

  /** The same for somebody who may know the keys of phrases already. */
  static Accusation of(DatedFact fact, UnaryOperator<String> key) {
    return new Accusation(fact, Wording.of(fact.says(), fact.unless(), key));
  }
}
