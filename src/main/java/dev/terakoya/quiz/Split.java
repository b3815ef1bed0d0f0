package dev.terakoya.quiz;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that names a thing and says what it is: {@code 名前：説明}.
 *
 * @param label the thing
 * @param description what stands behind the mark, never empty
 */
record Split(Label label, String description) {
  private static final Pattern MARK =
      Pattern.compile(
          "^(.{2,40}?)\\s*(?:(?<!\\d)：|(?<!\\d):(?!//|\\d)(?=\\s|[^A-Za-z0-9:]|[A-Z])|"
              + "　*[…→⇒](?!.*[→⇒])|\\s[-–—=＝]\\s|＝)\\s*(\\S.*)$");

  /** Reads a line; nothing when no mark stands in it or no name stands before the mark. */
  static Optional<Split> of(String line) {
    Matcher m = MARK.matcher(line.strip());
    if (!m.find() || m.group(2).startsWith("//")) {
      return Optional.empty();
    }
    String description = m.group(2).strip();
    if (!CleanText.balanced(m.group(1))) {
      return Optional.empty();
    }
    return Label.of(m.group(1)).map(label -> new Split(label, description));
  }
}
