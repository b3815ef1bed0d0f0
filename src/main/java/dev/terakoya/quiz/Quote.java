package dev.terakoya.quiz;

import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import java.util.List;

/**
 * The sentence of a note that a question rests on.
 *
 * @param section the section it stands in
 * @param source its file and lines
 * @param headings the section's path
 * @param text the sentence, verbatim as in those lines
 */
public record Quote(SectionId section, Source source, List<String> headings, String text) {
  public Quote {
    headings = List.copyOf(headings);
  }
}
