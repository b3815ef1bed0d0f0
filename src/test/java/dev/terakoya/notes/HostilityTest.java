package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notes that mean harm are read like all others, and in the time that their size asks for. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilityTest {
  enum Note {
    ONE_LINE("あ".repeat(1_700_000)),
    MARKED_LINE("**a** `b` [c](d) <e> ==f== [[g]] ".repeat(150_000)),
    HASHES("#".repeat(100_000)),
    HASHES_WITH_SPACES("# ".repeat(100_000)),
    BULLETS_ON_ONE_LINE("- ".repeat(100_000)),
    QUOTES_ON_ONE_LINE("> ".repeat(100_000)),
    DEEP_BULLETS(lines(2_000, n -> " ".repeat(2 * n) + "- 段" + n)),
    DEEP_QUOTES(lines(2_000, n -> ">".repeat(n) + " 段" + n)),
    UNCLOSED_FENCES(lines(100_000, n -> "- ```")),
    FENCES_OF_ALL_LENGTHS(lines(2_000, n -> "`".repeat(3 + n))),
    UNCLOSED_COMMENTS(lines(50_000, n -> "<!-- " + n)),
    COMMENTS_WITH_TEXT(lines(100_000, n -> "<!-- " + n) + "\n--> text"),
    UNCLOSED_FRONT_MATTER("---\n" + lines(100_000, n -> "k" + n + ": v")),
    BLANK_FRONT_MATTER("---\na: b\n" + "\n".repeat(200_000)),
    OPEN_BRACKETS(lines(200, n -> "[".repeat(9_000))),
    OPEN_STARS(lines(200, n -> "*a **b ".repeat(1_200))),
    OPEN_BACKTICKS(
        lines(
            200,
            n -> IntStream.range(1, 130).mapToObj("`"::repeat).collect(Collectors.joining("a")))),
    OPEN_LINKS(lines(200, n -> "[a](".repeat(2_000))),
    OPEN_TAGS(lines(200, n -> "<a ".repeat(3_000))),
    ENTITIES(lines(200, n -> "&amp".repeat(2_400))),
    WIKILINKS(lines(200, n -> "[[a|".repeat(2_400))),
    HIGHLIGHTS(lines(200, n -> "==a".repeat(3_000))),
    UNDERSCORES(lines(200, n -> "_a__b".repeat(2_000))),
    BARS(lines(200, n -> "|".repeat(10_000))),
    WIDE_TABLE("|a".repeat(50_000) + "|\n" + "|-".repeat(50_000) + "|"),
    DETAILS(lines(50_000, n -> "<details>")),
    SUMMARIES(lines(20_000, n -> "<details><summary>a</summary>")),
    QUESTIONS(lines(100_000, n -> "Q: q" + n)),
    COLONS(lines(200, n -> "a::".repeat(3_000))),
    COLONS_AND_SPACES(lines(300, n -> ":: " + " ".repeat(1_900) + "x")),
    SPACES(lines(300, n -> "x" + " ".repeat(9_000) + "y")),
    WIDE_SPACES(lines(300, n -> "　".repeat(9_000) + "y")),
    MANY_HEADINGS(lines(100_000, n -> "#".repeat(1 + n % 6) + " 題" + n)),
    MANY_BARE_NAMES(lines(100_000, n -> "Name" + n)),
    MANY_MARKS(lines(100_000, n -> "●題" + n + "\n文。")),
    MANY_BRACKETS(lines(100_000, n -> "【題" + n + "】")),
    MANY_NUMBERS(lines(100_000, n -> n % 99 + "-1 題")),
    MANY_RULES(lines(200_000, n -> "---")),
    ONLY_LINE_ENDS("\n".repeat(2_000_000)),
    RETURNS("a\r".repeat(500_000)),
    BIDI("\u202e\u2066".repeat(100_000)),
    COMBINING("か" + "\u3099".repeat(200_000));

    private final String text;

    Note(String text) {
      this.text = text;
    }

    private static String lines(int count, java.util.function.IntFunction<String> line) {
      return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadToItsEnd(Note note) {
    dev.terakoya.notes.Note read = NotesFolder.read("a.md", note.text.getBytes(UTF_8));
    long blocks = read.sections().stream().mapToLong(section -> section.blocks().size()).sum();
    long definitions = read.sections().stream().mapToLong(s -> s.definitions().size()).sum();
    assertThat(read.sections().isEmpty() && read.problems().isEmpty()).isFalse();
    assertThat(blocks + definitions).isNotNegative();
  }
}
