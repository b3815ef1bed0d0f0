package dev.terakoya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other people's files may not do to a terminal. */
class TerminalTest {
  private static final String NAME = "a\u001b[31m\nb\u202e.md";
  private static final String SEEN = "a\ufffd[31m\ufffdb\ufffd.md:1";

  @Test
  void aNameCommandsNoTerminalInAListOfSections() {
    List<String> lines = List.of("# 門");
    Section section =
        new Section(new SectionId("0"), 1, List.of("門"), 1, lines, new Source(NAME, 1, 1));
    assertThat(Terminal.of().section(section)).isEqualTo(SEEN + "-1  門");
  }

  @Test
  void aNameCommandsNoTerminalInAListOfProblems() {
    Problem problem = new Problem(NAME, 1, Problem.Kind.TODO, "鍵\u0007", "");
    assertThat(Terminal.of().problem(problem)).contains(SEEN).endsWith("鍵\ufffd");
  }
}
