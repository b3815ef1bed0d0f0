package dev.terakoya.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder of notes. Only ever read. */
public final class NotesFolder {
  private final Path root;

  public NotesFolder(Path root) {
    this.root = root;
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /**
   * Reads all notes, one at a time in the order of their names.
   *
   * @param each takes each note as soon as it is read
   */
  public void read(Consumer<Note> each) {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(md|markdown|txt)"))
          .sorted()
          .map(this::read)
          .forEach(each);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the notes in " + root, e);
    }
  }

  private Note read(Path path) {
    String file = root.relativize(path).toString().replace('\\', '/');
    try {
      return new Note(file, Outline.sections(file, Page.of(Files.readAllLines(path))), List.of());
    } catch (IOException e) {
      return new Note(
          file,
          List.of(),
          List.of(
              new Problem(file, 1, Problem.Kind.UNREADABLE, file, String.valueOf(e.getMessage()))));
    }
  }
}
