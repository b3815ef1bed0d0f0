import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the names of local variables out of the classes of jars, which only a debugger reads: six
 * megabytes of jars and class archive. Line numbers stay, so that stack traces tell as much.
 */
final class WithoutLocals {
  /** From here on a start is worth more than the megabytes: Kuromoji's dictionary. */
  private static final int LARGE = 2_000_000;

  /** What is hardly smaller when compressed is not worth the time. */
  private static final double HARDLY = 0.75;

  private final ClassFile format;

  private WithoutLocals(URL[] jars) {
    format =
        ClassFile.of(
            ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(new URLClassLoader(jars))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** {@code JAR…}, each replaced. */
  public static void main(String[] jars) throws IOException {
    URL[] places = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      places[i] = Path.of(jars[i]).toUri().toURL();
    }
    WithoutLocals without = new WithoutLocals(places);
    for (String jar : jars) {
      without.rewrite(Path.of(jar));
    }
  }

  private void rewrite(Path jar) throws IOException {
    Path target = Path.of(jar + ".new");
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(target);
        ZipOutputStream to = new ZipOutputStream(file)) {
      to.setLevel(Deflater.BEST_COMPRESSION);
      for (ZipEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        byte[] rewritten = entry.getName().endsWith(".class") ? without(content) : content;
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        if (content.length > LARGE || entry.getCompressedSize() > entry.getSize() * HARDLY) {
          store(copy, rewritten);
        }
        to.putNextEntry(copy);
        to.write(rewritten);
        to.closeEntry();
      }
    }
    Files.move(target, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void store(ZipEntry entry, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
  }

  /** A class that names others which are in no jar cannot be written anew: it stays as it is. */
  private byte[] without(byte[] of) {
    try {
      return format.transformClass(format.parse(of), ClassTransform.ACCEPT_ALL);
    } catch (IllegalArgumentException e) {
      return of;
    }
  }
}
