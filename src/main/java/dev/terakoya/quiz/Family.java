package dev.terakoya.quiz;

import java.util.List;

/**
 * Things that a note sets side by side, each with what it says of them: bullets with bullets below,
 * a run of {@code name：description}, rows of a table, headings under one heading.
 *
 * @param scope what stands above all of them
 * @param caption the words right above them, such as {@code タイプ}; empty for none
 * @param kind how the note sets them side by side
 * @param members at least one
 */
record Family(List<Label> scope, String caption, Kind kind, List<Member> members) {
  /** How a note sets things side by side. */
  enum Kind {
    NESTED,
    COLON,
    TABLE,
    HEADINGS,
    TOPICS
  }

  /**
   * One of them.
   *
   * @param says what the note says of it, its definition first; at least one
   */
  record Member(Label label, List<Statement> says) {
    Member {
      says = List.copyOf(says);
    }
  }

  Family {
    scope = List.copyOf(scope);
    members = List.copyOf(members);
  }

  /** Whether it says the same of its first member as another does, as a copied note would. */
  boolean repeats(Family other) {
    String said = members.getFirst().says().getFirst().text();
    return other.members.stream().anyMatch(m -> m.says().getFirst().text().equals(said));
  }
}
