package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every note, however messy. The seed is the test's name. */
class LawsTest {
  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  private static Note read(List<String> lines) {
    return NotesFolder.read("a.md", String.join("\n", lines).getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLineThatIsNotBlankBelongsToExactlyOneSection(long seed) {
    List<String> lines = new MessyText(seed).lines();
    int[] owners = new int[lines.size() + 1];
    for (Section section : read(lines).sections()) {
      for (int n = section.source().from(); n <= section.source().to(); n++) {
        owners[n]++;
        assertThat(section.line(n)).isEqualTo(lines.get(n - 1));
      }
    }
    for (int n = 1; n <= lines.size(); n++) {
      assertThat(owners[n]).as("line %d", n).isLessThanOrEqualTo(1);
      assertThat(owners[n] == 1 || lines.get(n - 1).isBlank()).as("line %d", n).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLineOfASectionBelongsToExactlyOneThing(long seed) {
    for (Section section : read(new MessyText(seed).lines()).sections()) {
      Zones zones = Zones.of(section.lines(), section.level() == 0 && section.source().from() == 1);
      List<Integer> told = new ArrayList<>();
      section.blocks().forEach(block -> told.addAll(lines(block)));
      assertThat(told).doesNotHaveDuplicates().isSorted();
      for (int n = section.headingLines(); n < section.lines().size(); n++) {
        String line = section.lines().get(n);
        boolean skipped =
            line.isBlank()
                || zones.at(n) == Zone.FRONT_MATTER
                || zones.at(n) == Zone.COMMENT
                || BlockReader.unquoted(line).isBlank()
                || Stub.is(BlockReader.unquoted(line));
        assertThat(skipped || told.contains(section.source().from() + n))
            .as("line %d: %s", n + section.source().from(), line)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readingTwiceGivesTheSame(long seed) {
    List<String> lines = new MessyText(seed).lines();
    Note once = read(lines);
    Note again = read(lines);
    assertThat(again).isEqualTo(once);
    assertThat(again.sections().stream().map(Section::blocks).toList())
        .isEqualTo(once.sections().stream().map(Section::blocks).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plainMarkupReadsAsTheLibraryReadsIt(long seed) {
    new MessyText(seed)
        .lines().stream()
            .map(line -> Invisible.without(line).strip())
            .filter(text -> !text.matches("\\[[^^].*]:.*"))
            .forEach(text -> assertThat(Inline.read(text)).isEqualTo(Inline.fromLibrary(text)));
  }

  /** The lines that a block tells of, as the text of blocks that hold their lines says. */
  private static List<Integer> lines(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Line> lines) -> lines.stream().map(Line::number).toList();
      case Block.ListItems(List<Block.Item> items) ->
          items.stream().flatMap(item -> item.lines().stream()).map(Line::number).toList();
      case Block.Table t -> range(t.from(), t.to());
      case Block.Code c -> range(c.from(), c.to());
      case Block.Image image -> List.of(image.line());
      case Block.Card card -> range(card.from(), card.to());
    };
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }
}
