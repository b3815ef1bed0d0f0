package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import java.util.stream.Stream;

/** Looks at one note after the other for one kind of fault. */
interface Check {
  /** What is wrong with a note, as far as this note and those before it tell. */
  Stream<Problem> problems(Note note);
}
