package dev.terakoya.notes;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** Prints what is read out of a folder of notes: {@code Sections FOLDER [blocks]}. */
final class Sections {
  private Sections() {}

  /** The folder's sections as JSON lines, or with their blocks for people to read. */
  public static void main(String[] arguments) {
    new NotesFolder(Path.of(arguments[0]))
        .read(note -> {
          note.problems().forEach(System.err::println);
          if (arguments.length > 1) {
            System.out.println("=== " + note.file() + "\n" + Shown.note(note));
          } else {
            note.sections().forEach(section -> System.out.println(json(section)));
          }
        });
  }

  private static String json(Section section) {
    Source source = section.source();
    return "{\"file\":%s,\"from\":%d,\"to\":%d,\"level\":%d,\"heading\":%s,\"path\":%s}"
        .formatted(
            quoted(source.file()),
            source.from(),
            source.to(),
            section.level(),
            quoted(section.heading()),
            section.path().stream()
                .map(Sections::quoted)
                .collect(Collectors.joining(",", "[", "]")));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ") + "\"";
  }
}
