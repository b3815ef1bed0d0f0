package dev.terakoya.quiz;

import dev.terakoya.notes.SectionId;
import java.util.List;

/**
 * One multiple-choice question and where it comes from.
 *
 * @param id a pure function of what is asked: changes with the wording
 * @param fact the same for all wordings of one fact
 * @param pattern how it asks
 * @param stem what is asked, understandable without the note
 * @param options 2 to 5 of one kind, each at most 75 characters
 * @param answer index of the right option, counted from 0
 * @param explanation why it is right, in one or two sentences
 * @param notes what each option really is, in the order of the options; empty text where nothing is
 *     known
 * @param source the lines of the note it rests on
 */
public record Question(
    String id,
    String fact,
    Pattern pattern,
    String stem,
    List<String> options,
    int answer,
    String explanation,
    List<String> notes,
    Quote source) {
  public Question {
    options = List.copyOf(options);
    notes = List.copyOf(notes);
  }

  /** The same when its fact and its section go by other ids now. */
  public Question now(String newFact, SectionId section) {
    Quote quote = new Quote(section, source.source(), source.headings(), source.text());
    return new Question(id, newFact, pattern, stem, options, answer, explanation, notes, quote);
  }

  /** Whether it is asked in a language, {@code ja} or {@code en}. */
  public boolean isIn(String language) {
    return Text.japanese(stem) == language.equals("ja");
  }

  /** The right option's text. */
  public String key() {
    return options.get(answer);
  }
}
