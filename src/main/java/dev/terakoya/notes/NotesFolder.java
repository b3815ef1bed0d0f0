package dev.terakoya.notes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A folder of notes. Only ever read: files ending in {@code .md}, {@code .markdown}, {@code .txt}
 * and the like, or without any ending; names that begin with a dot are left alone. Links are
 * followed within the folder, never out of it.
 */
public final class NotesFolder {
  /** Files larger than this are reported instead of read. */
  public static final long USUAL_LIMIT = 10_000_000;

  private final Path root;
  private final long limit;

  /** A folder whose files are read up to {@link #USUAL_LIMIT}. */
  public NotesFolder(Path root) {
    this(root, USUAL_LIMIT);
  }

  /**
   * A folder.
   *
   * @param limit bytes; larger files are reported as {@code too-large} instead of read
   */
  public NotesFolder(Path root, long limit) {
    this.root = root;
    this.limit = limit;
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /**
   * Reads all notes, one at a time, folder by folder in the order of their names. What cannot be
   * read comes as a note without sections and with the problem.
   *
   * @param each takes each note as soon as it is read
   * @throws java.io.UncheckedIOException when the folder itself cannot be read
   */
  public void read(Consumer<Note> each) {
    Listing.walk(
        root,
        new Listing.Visitor() {
          @Override
          public void note(Path file) {
            each.accept(read(file));
          }

          @Override
          public void fault(Path path, String why) {
            each.accept(problem(name(path), Problem.Kind.UNREADABLE, why));
          }
        });
  }

  /** The sizes of all notes in bytes, by their files; what cannot be seen is left out. */
  public Map<String, Long> sizes() {
    Map<String, Long> sizes = new LinkedHashMap<>();
    Listing.walk(
        root,
        file -> {
          try {
            sizes.put(name(file), Files.size(file));
          } catch (IOException e) {
            sizes.remove(name(file));
          }
        });
    return sizes;
  }

  private Note read(Path path) {
    String file = name(path);
    try {
      if (!Files.isRegularFile(path)) {
        return problem(file, Problem.Kind.UNREADABLE, gone(path));
      }
      byte[] bytes = bytes(path);
      return bytes.length > limit
          ? problem(file, Problem.Kind.TOO_LARGE, "larger than " + limit + " bytes")
          : read(file, bytes);
    } catch (IOException e) {
      return problem(file, Problem.Kind.UNREADABLE, gone(path));
    }
  }

  private static String gone(Path path) {
    return !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? "disappeared while the notes were read"
        : Files.isRegularFile(path) ? "cannot be read" : "not a plain file";
  }

  /** The file's bytes, but no more than one above the limit. */
  private byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Files.size(path) > limit
          ? new byte[Math.toIntExact(limit + 1)]
          : in.readNBytes(Math.toIntExact(limit + 1));
    }
  }

  /** One note out of its bytes. */
  static Note read(String file, byte[] bytes) {
    Decoded decoded = Decoded.of(bytes);
    Page page = Page.of(decoded.lines());
    List<Section> sections = Outline.sections(file, page);
    List<Problem> problems = new ArrayList<>();
    for (Decoded.Fault fault : decoded.faults()) {
      problems.add(
          new Problem(file, fault.line(), Problem.Kind.ENCODING, fault.text(), fault.comment()));
    }
    markup(file, page, problems);
    if (sections.isEmpty()) {
      problems.add(new Problem(file, 1, Problem.Kind.EMPTY_SECTION, file, "nothing in it"));
    }
    return new Note(file, sections, problems);
  }

  private static void markup(String file, Page page, List<Problem> problems) {
    String frontMatter = page.zones().frontMatterFault();
    if (!frontMatter.isEmpty()) {
      problems.add(new Problem(file, 1, Problem.Kind.MARKUP, "---", frontMatter));
    }
    for (int fence : page.zones().unclosed()) {
      String text = page.lines().get(fence).strip();
      problems.add(new Problem(file, fence + 1, Problem.Kind.MARKUP, text, "コードブロックが閉じていません"));
    }
  }

  private static Note problem(String file, Problem.Kind kind, String comment) {
    return new Note(file, List.of(), List.of(new Problem(file, 1, kind, file, comment)));
  }

  private String name(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }
}
