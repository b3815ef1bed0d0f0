package dev.terakoya.lint;

import dev.terakoya.notes.Block;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Markup that does not work: bold marks beside a space, a link without its end. */
final class BrokenMarkup implements Check {
  private static final List<Pattern> BROKEN =
      List.of(
          Pattern.compile("(?<!\\*)\\*\\* [^*]+\\*\\*(?!\\*)"),
          Pattern.compile("\\[[^\\[\\]]+\\]\\(https?://[^)\\s]*$"),
          Pattern.compile("^ {0,3}#{1,5}＃[#＃]*"),
          Pattern.compile("\\[[^\\[\\]]+\\] \\(https?://[^)\\s]+\\)"));

  @Override
  public Stream<Problem> problems(Note note) {
    return note.sections().stream().flatMap(BrokenMarkup::problems);
  }

  private static Stream<Problem> problems(Section section) {
    BitSet code = new BitSet();
    for (Block block : section.blocks()) {
      if (block instanceof Block.Code fenced) {
        code.set(fenced.from(), fenced.to() + 1);
      }
    }
    return IntStream.rangeClosed(section.source().from(), section.source().to())
        .filter(number -> !code.get(number))
        .boxed()
        .flatMap(number -> broken(section, number, section.line(number)));
  }

  private static Stream<Problem> broken(Section section, int number, String line) {
    String outsideCode =
        line.replaceAll("`[^`]*`", "").replaceAll("\\*\\*(?=\\S)[^*]*(?<=\\S)\\*\\*", "");
    return BROKEN.stream()
        .map(p -> p.matcher(outsideCode))
        .filter(Matcher::find)
        .limit(1)
        .map(m ->
            new Problem(
                section.source().file(),
                number,
                Problem.Kind.MARKUP,
                m.group().strip(),
                "この書き方は記号のまま表示されます"));
  }
}
