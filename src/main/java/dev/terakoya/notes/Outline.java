package dev.terakoya.notes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Cuts a file's lines into sections at its headings. */
final class Outline {
  private Outline() {}

  static List<Section> sections(String file, List<String> lines) {
    List<Section> sections = new ArrayList<>();
    List<String> path = new ArrayList<>();
    List<Integer> levels = new ArrayList<>();
    int start = 0;
    for (int n = 0; n <= lines.size(); n++) {
      boolean heading = n < lines.size() && lines.get(n).matches("#{1,6}\\s.*");
      if (n == lines.size() || heading) {
        add(sections, file, levels, path, lines, start, n);
        start = n;
      }
      if (heading) {
        int level = lines.get(n).indexOf(lines.get(n).replaceFirst("^#+", ""));
        while (!levels.isEmpty() && levels.getLast() >= level) {
          levels.removeLast();
          path.removeLast();
        }
        levels.add(level);
        path.add(lines.get(n).replaceAll("^#+\\s*|\\s+$", ""));
      }
    }
    return sections;
  }

  private static void add(
      List<Section> sections,
      String file,
      List<Integer> levels,
      List<String> path,
      List<String> lines,
      int start,
      int end) {
    int to = end;
    while (to > start && lines.get(to - 1).isBlank()) {
      to--;
    }
    if (to == start) {
      return;
    }
    List<String> own = lines.subList(start, to);
    sections.add(
        new Section(
            id(path, own),
            levels.isEmpty() ? 0 : levels.getLast(),
            path,
            path.isEmpty() ? 0 : 1,
            own,
            new Source(file, start + 1, to)));
  }

  private static SectionId id(List<String> path, List<String> lines) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (String.join("\u0000", path) + "\u0001" + String.join("\n", lines))
                      .getBytes(StandardCharsets.UTF_8));
      return new SectionId(HexFormat.of().formatHex(digest, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
