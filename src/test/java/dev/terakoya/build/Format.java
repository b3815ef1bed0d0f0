package dev.terakoya.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies google-java-format to our sources; run {@code mvn test -Dtest=FormatTest -Dformat} to
 * write.
 */
final class Format {
  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.defaultOptions());

  private Format() {}

  /** The Java files under a folder whose text is not as the formatter would write it. */
  static List<Path> wrong(Path folder, boolean write) throws IOException, FormatterException {
    List<Path> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String text = Files.readString(file);
        String right = FORMATTER.formatSourceAndFixImports(text);
        if (!right.equals(text)) {
          wrong.add(file);
          if (write) {
            Files.writeString(file, right);
          }
        }
      }
    }
    return wrong;
  }
}
