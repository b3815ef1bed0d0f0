package dev.terakoya.quiz;

import dev.terakoya.notes.Section;
import dev.terakoya.notes.Source;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something a note says, in one line or cell.
 *
 * @param scope what stands above it, from the outermost heading to the nearest caption
 * @param text as a reader sees it, all sentences of the line
 * @param sentences what the text consists of
 * @param section where it stands
 * @param from first line of the file
 * @param to last line of the file, included
 * @param lost whether something stands above it that {@code scope} cannot say, such as a sentence
 */
record Statement(
    List<Label> scope,
    String text,
    List<Sentence> sentences,
    Section section,
    int from,
    int to,
    boolean lost) {
  /** Brackets at the end that do not narrow what is said before them. */
  private static final Pattern ASIDE =
      Pattern.compile("(?<=.{8}) ?[（(](?![^（()）]*(?:のみ|だけ|禁止|無料|不可))[^（()）]*[)）]$");

  Statement {
    scope = List.copyOf(scope);
    sentences = List.copyOf(sentences);
  }

  Statement(List<Label> scope, String text, Section section, int from, int to, boolean lost) {
    this(scope, text, Sentence.of(text), section, from, to, lost);
  }

  /** The name right above it; empty for none. */
  String nearest() {
    return scope.isEmpty() ? "" : scope.getLast().name();
  }

  /** Its first sentence. */
  Sentence first() {
    if (sentences.isEmpty()) {
      return new Sentence("");
    }
    Sentence first = sentences.getFirst();
    Matcher aside = ASIDE.matcher(first.text());
    return aside.find() ? new Sentence(first.text().substring(0, aside.start())) : first;
  }

  /** The lines as written, with the place they stand in. */
  Quote quote() {
    String lines =
        IntStream.rangeClosed(from, to).mapToObj(section::line).collect(Collectors.joining("\n"));
    String quoted = lines.contains(text) ? text : lines.strip();
    return new Quote(
        section.id(), new Source(section.source().file(), from, to), section.path(), quoted);
  }
}
