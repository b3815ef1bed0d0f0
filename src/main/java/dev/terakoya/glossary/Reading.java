package dev.terakoya.glossary;

import dev.terakoya.notes.Problem;
import java.util.List;

/**
 * What came of reading glossary files.
 *
 * @param glossary everything that was right
 * @param faults everything that was refused, in the order of files and lines
 */
public record Reading(Glossary glossary, List<Problem> faults) {
  public Reading {
    faults = List.copyOf(faults);
  }
}
