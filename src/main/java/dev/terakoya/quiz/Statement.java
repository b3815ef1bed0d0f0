package dev.terakoya.quiz;

import dev.terakoya.notes.Section;
import dev.terakoya.notes.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something a note says, in one line or cell.
 *
 * @param scope what stands above it, from the outermost heading to the nearest caption
 * @param text as a reader sees it, all sentences of the line
 * @param section where it stands
 * @param from first line of the file
 * @param to last line of the file, included
 * @param lost whether something stands above it that {@code scope} cannot say, such as a sentence
 */
record Statement(List<Label> scope, String text, Section section, int from, int to, boolean lost) {
  Statement {
    scope = List.copyOf(scope);
  }

  /** The name right above it; empty for none. */
  String nearest() {
    return scope.isEmpty() ? "" : scope.getLast().name();
  }

  /** Its first sentence. */
  Sentence first() {
    List<Sentence> sentences = Sentence.of(text);
    return sentences.isEmpty()
        ? new Sentence("")
        : new Sentence(sentences.getFirst().text().replaceFirst("(?<=.{8}) ?[（(][^（()）]*[)）]$", ""));
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
