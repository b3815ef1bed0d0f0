package dev.terakoya.notes;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Questions that people wrote into their notes: {@code Q::A}, {@code Q:} over {@code A:}, {@code
 * <details>}, {@code :::details}, and {@code ==cloze==}.
 */
final class CardRule {
  private static final int LONGEST_CARD = 40;
  private static final int LONGEST_CLOZE = 5;
  private static final Pattern PAIR =
      Pattern.compile(
          "^\\s*(?:[-*+]\\s+)?((?:[^`:]++|`[^`]++`|:(?=\\s))++):{2,3}(?![:{])(\\s*)([^:\\s].*)$");
  private static final Pattern QUESTION =
      Pattern.compile("^\\s*(?:[-*+]\\s+)?\\**[QＱ]\\s?\\d{0,3}\\**\\s?[.:：．]\\**\\s*(\\S.*)$");
  private static final Pattern ANSWER =
      Pattern.compile("^\\s*(?:[-*+]\\s+)?\\**[AＡ]\\s?\\d{0,3}\\**\\s?[.:：．]\\**\\s*(.*)$");
  private static final Pattern SUMMARY =
      Pattern.compile("^\\s*(?:<details[^>]*>)?\\s*<summary[^>]*>(.*?)</summary>(.*)$");
  private static final Pattern CONTAINER = Pattern.compile("^\\s*:{3,}\\s*details\\s+(\\S.*)$");

  /** A card and the line behind it. */
  record Found(String front, String back, int end) {}

  private CardRule() {}

  /** The card that begins on a line, or null. Lines that are no text read as empty. */
  static @Nullable Found at(IntFunction<String> lines, int n) {
    String line = lines.apply(n);
    if (line.length() > 2000 || !mayBegin(line)) {
      return null;
    }
    Matcher question = QUESTION.matcher(line);
    if (question.matches()) {
      return answered(lines, n, question.group(1));
    }
    Matcher container = CONTAINER.matcher(line);
    if (container.matches()) {
      return folded(lines, n + 1, container.group(1), "", Pattern.compile("^\\s*:{3,}\\s*$"));
    }
    return line.contains("::") ? pair(line, n) : details(lines, n);
  }

  private static boolean mayBegin(String line) {
    return line.contains("::")
        || Marker.first(line) == '<'
        || line.indexOf('Q') >= 0
        || line.indexOf('Ｑ') >= 0;
  }

  private static @Nullable Found details(IntFunction<String> lines, int n) {
    if (Marker.first(lines.apply(n)) != '<') {
      return null;
    }
    boolean opens = lines.apply(n).strip().matches("(?i)<details[^<>]*>");
    int at = opens ? n + 1 : n;
    Matcher summary = SUMMARY.matcher(lines.apply(at));
    return lines.apply(at).length() <= 2000 && summary.matches()
        ? folded(
            lines,
            at + 1,
            summary.group(1),
            summary.group(2),
            Pattern.compile("(?i)^.*</details>\\s*$"))
        : null;
  }

  private static @Nullable Found folded(
      IntFunction<String> lines, int from, String front, String first, Pattern end) {
    StringBuilder back = new StringBuilder(first);
    for (int n = from; n < from + LONGEST_CARD; n++) {
      String line = lines.apply(n);
      if (line.length() <= 2000 && end.matcher(line).matches()) {
        back.append('\n').append(line.replaceAll("(?i)</details>|^\\s*:{3,}", ""));
        String text = text(back.toString());
        return text.isEmpty() ? null : new Found(text(front), text, n + 1);
      }
      back.append('\n').append(line);
    }
    return null;
  }

  private static @Nullable Found answered(IntFunction<String> lines, int n, String question) {
    StringBuilder front = new StringBuilder(question);
    int at = n + 1;
    while (at < n + LONGEST_CARD && !ANSWER.matcher(lines.apply(at)).matches()) {
      boolean goesOn = at < n + 4 && !QUESTION.matcher(lines.apply(at)).matches();
      if (!goesOn) {
        return null;
      }
      front.append('\n').append(lines.apply(at++));
    }
    Matcher answer = ANSWER.matcher(lines.apply(at));
    if (!answer.matches()) {
      return null;
    }
    StringBuilder back = new StringBuilder(answer.group(1));
    at++;
    while (!lines.apply(at).isBlank()
        && at < n + LONGEST_CARD
        && !QUESTION.matcher(lines.apply(at)).matches()) {
      back.append('\n').append(lines.apply(at++));
    }
    String text = text(back.toString());
    return text.isEmpty() ? null : new Found(text(front.toString()), text, at);
  }

  private static @Nullable Found pair(String line, int n) {
    Matcher pair = PAIR.matcher(line);
    if (!pair.matches() || pair.group(1).isBlank()) {
      return null;
    }
    String front = pair.group(1);
    String back = pair.group(3);
    boolean glued = latin(front.charAt(front.length() - 1));
    boolean scope = glued && (back.contains("::") || (pair.group(2).isEmpty() && !apart(back)));
    return scope ? null : new Found(text(front), text(back), n + 1);
  }

  /** Whether an answer is none of {@code std::string}, {@code AWS::S3::Bucket} and their like. */
  private static boolean apart(String back) {
    return back.charAt(0) > 0x7f || (back.indexOf(' ') > 0 && Title.names(back));
  }

  private static boolean latin(char c) {
    return c <= 0x7f && Character.isLetterOrDigit(c);
  }

  private static String text(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Inline::text)
        .collect(Collectors.joining("\n"));
  }

  /** What a heading asks and the first line beneath answers, or null. */
  static @Nullable Found headed(String heading, IntFunction<String> lines, int n) {
    Matcher question = QUESTION.matcher(heading);
    return question.matches() ? answered(lines, n - 1, question.group(1)) : null;
  }

  /** A paragraph or an item of a few lines with a {@code ==cloze==} as a card, or null. */
  static Block.@Nullable Card cloze(List<Line> lines) {
    List<Span> hidden =
        lines.stream().flatMap(line -> line.spans().stream()).filter(CardRule::hidden).toList();
    boolean told =
        lines.stream().anyMatch(line -> !line.spans().stream().allMatch(CardRule::hidden));
    if (hidden.isEmpty() || !told || lines.size() > LONGEST_CLOZE) {
      return null;
    }
    String front =
        lines.stream()
            .map(line ->
                line.spans().stream()
                    .map(s -> hidden(s) ? "（　）" : s.text())
                    .collect(Collectors.joining()))
            .collect(Collectors.joining("\n"));
    String back = hidden.stream().map(Span::text).collect(Collectors.joining("、"));
    return new Block.Card(front, back, lines.getFirst().number(), lines.getLast().number());
  }

  private static boolean hidden(Span span) {
    return span.marks().contains(Span.Mark.HIGHLIGHT);
  }
}
