package dev.terakoya.notes;

import java.util.List;

/**
 * One file of the notes, read.
 *
 * @param file path relative to the notes folder, with {@code /}
 * @param sections its sections in the order of the file
 * @param problems what was wrong with it
 */
public record Note(String file, List<Section> sections, List<Problem> problems) {
  public Note {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }
}
