package dev.terakoya.lookup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What somebody may have meant: headings that the notes do have. */
final class Suggestions {
  private static final int MOST = 4;

  private Suggestions() {}

  static List<String> near(String query, Vocabulary vocabulary) {
    String name = Folded.name(query);
    if (name.isEmpty() || name.length() > 60) {
      return List.of();
    }
    Set<String> near = new LinkedHashSet<>(vocabulary.beginningWith(Fields.NAME, name, MOST));
    if (name.length() >= 4) {
      near.addAll(vocabulary.near(Fields.NAME, name, name.length() < 6 ? 1 : 2, MOST));
    }
    return near.stream().limit(MOST).toList();
  }
}
