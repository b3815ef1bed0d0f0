package dev.terakoya.notes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32C;

/**
 * How a folder of notes looks from outside.
 *
 * @param sum of all names, sizes and times; the same in any order
 * @param notes how many notes there are
 */
record Looks(long sum, int notes) {
  private static final int BUFFER = 65_536;

  /** How the folder looks now; a folder that is not there has no notes. */
  static Looks of(Path root, Consumer<Path> folders) {
    return new Sum(folders, Looks::stamp).over(root);
  }

  /** A checksum of all notes' contents. */
  static long contents(Path root) {
    return new Sum(folder -> {}, Looks::content).over(root).sum();
  }

  private static long stamp(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return Objects.hash(seen.size(), seen.lastModifiedTime(), seen.fileKey());
    } catch (IOException e) {
      return -1;
    }
  }

  private static long content(Path file) {
    if (!Files.isRegularFile(file)) {
      return -1;
    }
    CRC32C checksum = new CRC32C();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        checksum.update(buffer, 0, read);
      }
    } catch (IOException e) {
      return -1;
    }
    return checksum.getValue();
  }

  /** Adds up one number for each note. */
  private static final class Sum implements Listing.Visitor {
    private final Consumer<Path> folders;
    private final ToLongFunction<Path> number;
    private long sum;
    private int notes;

    Sum(Consumer<Path> folders, ToLongFunction<Path> number) {
      this.folders = folders;
      this.number = number;
    }

    Looks over(Path root) {
      try {
        Listing.walk(root, this);
        return new Looks(sum, notes);
      } catch (UncheckedIOException e) {
        return new Looks(0, 0);
      }
    }

    @Override
    public void note(Path file) {
      notes++;
      add(file, number.applyAsLong(file));
    }

    @Override
    public void folder(Path folder) {
      folders.accept(folder);
    }

    @Override
    public void fault(Path path, String why) {
      add(path, why.hashCode());
    }

    private void add(Path path, long value) {
      long one = path.toString().hashCode() * 0x9e3779b97f4a7c15L + value;
      sum += (one ^ (one >>> 29)) * 0xbf58476d1ce4e5b9L;
    }
  }
}
