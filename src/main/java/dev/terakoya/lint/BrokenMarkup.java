package dev.terakoya.lint;

import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Markup that does not work: bold marks beside a space, a link without its end, an open fence. */
final class BrokenMarkup implements Check {
  private static final List<Pattern> BROKEN =
      List.of(
          Pattern.compile("(?<!\\*)\\*\\* [^*]+\\*\\*(?!\\*)"),
          Pattern.compile("\\[[^\\[\\]]+\\]\\(https?://[^)\\s]*$"),
          Pattern.compile("^ {0,3}#{1,5}＃[#＃]*"),
          Pattern.compile("\\[[^\\[\\]]+\\] \\(https?://[^)\\s]+\\)"));
  private static final Pattern FENCE = Pattern.compile("^\\s*(```+|~~~+)(.*)$");

  @Override
  public Stream<Problem> problems(Note note) {
    List<Problem> problems = new ArrayList<>();
    String open = "";
    int since = 0;
    for (Section section : note.sections()) {
      for (int n = 0; n < section.lines().size(); n++) {
        int number = section.source().from() + n;
        String line = section.lines().get(n);
        Matcher fence = FENCE.matcher(line);
        if (fence.find()
            && (open.isEmpty()
                ? !fence.group(2).contains("`")
                : fence.group(1).startsWith(open) && fence.group(2).isBlank())) {
          open = open.isEmpty() ? fence.group(1) : "";
          since = number;
        } else if (open.isEmpty()) {
          broken(section, number, line).forEach(problems::add);
        }
      }
    }
    if (!open.isEmpty()) {
      problems.add(problem(note.file(), since, open, "コードブロックが閉じていません"));
    }
    return problems.stream();
  }

  private static Stream<Problem> broken(Section section, int number, String line) {
    String outsideCode =
        line.replaceAll("`[^`]*`", "").replaceAll("\\*\\*(?=\\S)[^*]*(?<=\\S)\\*\\*", "");
    return BROKEN.stream()
        .map(p -> p.matcher(outsideCode))
        .filter(Matcher::find)
        .limit(1)
        .map(m -> problem(section.source().file(), number, m.group().strip(), "この書き方は記号のまま表示されます"));
  }

  private static Problem problem(String file, int line, String text, String comment) {
    return new Problem(file, line, Problem.Kind.MARKUP, text, comment);
  }
}
