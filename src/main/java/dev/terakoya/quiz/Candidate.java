package dev.terakoya.quiz;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A question before the gates.
 *
 * @param pattern how it asks
 * @param rule what in the note made us ask, for {@code --why}
 * @param origin where the wrong options come from, for {@code --why}
 * @param subject what the fact is about
 * @param scope what is shown in front of the stem, the outermost first
 * @param stem what is asked, without the scope
 * @param claim the note's sentence that decides, as a reader sees it; it and the subject are the
 *     fact
 * @param options the right one first
 * @param explanation why it is right
 * @param source the line of the note
 */
record Candidate(
    Pattern pattern,
    String rule,
    String origin,
    String subject,
    List<Label> scope,
    String stem,
    String claim,
    List<Option> options,
    String explanation,
    Statement source) {
  /**
   * One option.
   *
   * @param note what it really is; empty where nothing is known
   */
  record Option(String text, String note) {}

  Candidate {
    scope = List.copyOf(scope);
    options = List.copyOf(options);
  }

  /** The same in other words, the note's own lines apart. */
  Candidate worded(UnaryOperator<String> words) {
    return new Candidate(
        pattern,
        rule,
        origin,
        words.apply(subject),
        scope.stream().map(l -> new Label(words.apply(l.name()), l.others(), l.folder())).toList(),
        words.apply(stem),
        words.apply(claim),
        options.stream()
            .map(o -> new Option(words.apply(o.text()), words.apply(o.note())))
            .toList(),
        explanation,
        source);
  }

  /** The right option. */
  Option key() {
    return options.getFirst();
  }

  /** The wrong ones. */
  List<Option> wrong() {
    return options.subList(1, options.size());
  }

  /** Whether it is answered with true or false. */
  boolean judged() {
    return pattern == Pattern.TRUE_FALSE;
  }

  /** Stem and options: all that people see before they answer. */
  Stream<String> shown() {
    return Stream.concat(Stream.of(asked()), options.stream().map(Option::text));
  }

  /** The stem with its scope in front. */
  String asked() {
    return scope.isEmpty()
        ? stem
        : "【" + String.join(" > ", scope.stream().map(Label::name).toList()) + "】" + stem;
  }
}
