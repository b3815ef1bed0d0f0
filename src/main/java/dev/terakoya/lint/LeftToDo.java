package dev.terakoya.lint;

import dev.terakoya.notes.Block;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the author left to do: TODO, 要勉強, a doubt in brackets, a list of open questions. */
final class LeftToDo implements Check {
  private static final Pattern LEFT =
      Pattern.compile(
          "(?<![A-Za-z0-9_./@-])(?:TODO|FIXME)(?![A-Za-z0-9_./-]|[ァ-ヴー一-龥]*(?:アプリ|リスト|管理|項目))|要勉強|要調査|要確認(?!事項)|(?:あとで|後で|後ほど|今度)(?:調べ|確認|追記|書く|まとめ|試|読)|未調査|未確認|作成中|工事中|書きかけ|追記予定|調査中|執筆中|よく(?:わか|分か|判)ら(?:ない|ん)|[（(][^（()）]{1,24}[？?][)）]|(?:かな|だろうか|のかな)[？?]?$|謎[。？]?$|^(?:不明|未定|TBD)$");
  private static final Pattern QUESTIONS =
      Pattern.compile("疑問|不明点|わからない|分からない|調べること|調べたい|(?i:^todo$)");

  @Override
  public Stream<Problem> problems(Note note) {
    return note.sections().stream().flatMap(LeftToDo::of);
  }

  private static Stream<Problem> of(Section section) {
    boolean questions = QUESTIONS.matcher(section.heading()).find();
    Stream<Problem> prose =
        Prose.of(section)
            .flatMap(line ->
                found(line.text(), questions)
                    .map(f -> problem(section, line.number(), f))
                    .stream());
    return Stream.concat(Stream.concat(heading(section), prose), code(section));
  }

  private static Stream<Problem> heading(Section section) {
    return section.level() == 0
        ? Stream.empty()
        : found(section.heading(), false)
            .map(f -> problem(section, section.source().from(), f))
            .stream();
  }

  private static Stream<Problem> code(Section section) {
    return section.blocks().stream()
        .filter(Block.Code.class::isInstance)
        .map(Block.Code.class::cast)
        .flatMap(c ->
            IntStream.range(0, c.text().size())
                .filter(n -> c.text().get(n).matches(".*(?:要勉強|要調査|要確認|あとで調べ).*"))
                .mapToObj(n -> problem(section, c.from() + n + 1, c.text().get(n).strip())));
  }

  private static Optional<String> found(String text, boolean questions) {
    Matcher m = LEFT.matcher(text);
    return m.find() ? Optional.of(m.group()) : questions ? Optional.of(text) : Optional.empty();
  }

  private static Problem problem(Section section, int line, String text) {
    return new Problem(section.source().file(), line, Problem.Kind.TODO, text, "書きかけか、答えのない疑問です");
  }
}
