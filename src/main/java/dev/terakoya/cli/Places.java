package dev.terakoya.cli;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Reading;
import dev.terakoya.lookup.Lookup;
import dev.terakoya.notes.NotesFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where notes, index and database lie: options that every command has. */
final class Places {
  private final Map<String, String> environment = System.getenv();

  @Option(
      names = "--notes",
      paramLabel = "DIR",
      description = "the notes (TERAKOYA_NOTES; default: notes beside the launcher)")
  private String notes = setting("TERAKOYA_NOTES", "notes");

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "the search index, derived, may be deleted (TERAKOYA_INDEX; default: index beside the"
              + " launcher)")
  private String index = setting("TERAKOYA_INDEX", "index");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "jdbc:sqlite:FILE or jdbc:postgresql://… (TERAKOYA_DATABASE; default: data/terakoya.db"
              + " beside the launcher)")
  private String database = setting("TERAKOYA_DATABASE", "");

  @SuppressWarnings("unused") // Main looks for it, also where parsing failed
  @Option(names = "--verbose", description = "stack traces of failures")
  private boolean verbose;

  private String setting(String variable, String fallback) {
    String value = environment.getOrDefault(variable, "");
    if (!value.isBlank()) {
      return value;
    }
    return fallback.isEmpty() ? "" : home().resolve(fallback).toString();
  }

  /** The folder of the launcher. */
  Path home() {
    return Path.of(environment.getOrDefault("TERAKOYA_HOME", ".")).toAbsolutePath().normalize();
  }

  NotesFolder notes() {
    Path folder = Path.of(notes).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          "no notes folder at " + folder + " (--notes or TERAKOYA_NOTES)");
    }
    return new NotesFolder(folder);
  }

  /**
   * The index of the notes folder: a sub-folder of its own, so that one index folder serves several
   * notes folders.
   */
  Path index() {
    Path folder = notes().root();
    String name = folder.getFileName() == null ? "root" : folder.getFileName().toString();
    String unique =
        UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8))
            .toString()
            .substring(0, 8);
    return Path.of(index)
        .toAbsolutePath()
        .normalize()
        .resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + unique);
  }

  /** The database's JDBC URL. */
  String database() {
    return database.isEmpty()
        ? "jdbc:sqlite:" + home().resolve("data").resolve("terakoya.db")
        : database;
  }

  boolean databaseNamed() {
    return !database.isEmpty();
  }

  /**
   * The bundled glossary, and the team's own in {@code glossary.yaml} beside its notes.
   *
   * @throws ConfigurationException naming the lines of the team's file that are wrong
   */
  Glossary glossary() {
    Path own = notes().root().resolve("glossary.yaml");
    if (!Files.exists(own)) {
      return Glossary.bundled();
    }
    Reading reading = Glossary.bundled().plus(own);
    if (!reading.faults().isEmpty()) {
      throw new ConfigurationException(
          reading.faults().stream()
              .map(f -> own + ":" + f.line() + ": " + f.comment())
              .collect(Collectors.joining("\n  ", "the glossary is wrong:\n  ", "")));
    }
    return reading.glossary();
  }

  Lookup lookup() {
    return Lookup.open(notes(), index(), glossary());
  }
}
