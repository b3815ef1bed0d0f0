package dev.terakoya.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the notes in a folder, depth first in the order of their names. Only the names of the
 * folders that are open are held, so that memory stays flat.
 */
final class Listing {
  private static final Set<String> ENDINGS =
      Set.of("md", "markdown", "mdown", "mkd", "mdx", "txt", "text");

  private final Path root;
  private final Path realRoot;
  private final Visitor visitor;
  private final Deque<Iterator<Path>> open = new ArrayDeque<>();

  /** Takes what is found. */
  interface Visitor {
    /** A file that is a note by its name. */
    void note(Path file);

    /** A folder whose notes come next. */
    default void folder(Path folder) {}

    /** A file or folder that cannot be read, and why. */
    default void fault(Path path, String why) {}
  }

  private Listing(Path root, Visitor visitor) throws IOException {
    this.root = root;
    this.realRoot = root.toRealPath();
    this.visitor = visitor;
  }

  /**
   * Shows a visitor all notes beneath a folder.
   *
   * @throws UncheckedIOException when the folder itself cannot be read
   */
  static void walk(Path root, Visitor visitor) {
    try {
      new Listing(root, visitor).walk();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the notes in " + root, e);
    }
  }

  private void walk() throws IOException {
    visitor.folder(root);
    open.push(names(root));
    while (!open.isEmpty()) {
      if (open.peek().hasNext()) {
        visit(open.peek().next());
      } else {
        open.pop();
      }
    }
  }

  private static Iterator<Path> names(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, path -> !hidden(path.getFileName()))) {
      entries.forEach(names::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names.iterator();
  }

  private void visit(Path path) {
    try {
      if (Files.isSymbolicLink(path) && !followed(path)) {
        return;
      }
      if (Files.isDirectory(path)) {
        Iterator<Path> names = names(path);
        visitor.folder(path);
        open.push(names);
      } else if (isNote(path.getFileName())) {
        visitor.note(path);
      }
    } catch (IOException e) {
      visitor.fault(path, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Whether a link leads to something within the folder that is not read anyhow: a file, or a
   * folder behind a hidden name (as Kubernetes mounts them). What leads elsewhere is a fault.
   */
  private boolean followed(Path link) throws IOException {
    if (!Files.exists(link)) {
      visitor.fault(link, "a link that leads nowhere");
      return false;
    }
    Path target = link.toRealPath();
    if (!target.startsWith(realRoot)) {
      visitor.fault(link, "a link that leads out of the folder");
      return false;
    }
    if (!Files.isDirectory(target)) {
      return true;
    }
    if (realFolder(link).startsWith(target)) {
      visitor.fault(link, "a link that leads in a circle");
      return false;
    }
    return hidden(realRoot.relativize(target));
  }

  private static Path realFolder(Path link) throws IOException {
    Path folder = link.getParent();
    return (folder == null ? Path.of("") : folder).toRealPath();
  }

  private static boolean hidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file of this name is a note: by its ending, or because it has none. */
  static boolean isNote(Path name) {
    String text = name.toString();
    int dot = text.lastIndexOf('.');
    return dot < 0 || ENDINGS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
