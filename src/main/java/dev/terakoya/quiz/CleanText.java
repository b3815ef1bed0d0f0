package dev.terakoya.quiz;

import java.util.Optional;
import java.util.regex.Pattern;

/** No markup, no broken brackets, no mixed widths anywhere in what people see. */
final class CleanText implements Gate {
  private static final Pattern MARKUP =
      Pattern.compile(
          "[≒≠≦≧#*|`<>{}\\\\~^※★●■◆▲▼⇒→←↓↑⇄]|〔|https?:|www\\.|\\]\\(|!\\[|__|\\.\\.\\.|…|[Ａ-Ｚａ-ｚ０-９ｦ-ﾟ]|[�\\p{Cntrl}\\u2E80-\\u2FDF]|(?:^|[】「])\\d+"
              + " ?- |&[a-z]+;|[、。・，．,][、。・，．,]|[\\uE000-\\uF8FF]|:[a-z_]+:|\\p{So}");
  private static final String OPEN = "（(「『【[";
  private static final String CLOSE = "）)」』】]";

  @Override
  public String name() {
    return "clean-text";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    return candidate
        .shown()
        .filter(t ->
            MARKUP.matcher(t.replace("（　）", "").replace(" > ", " ")).find()
                || !balanced(t)
                || t.isBlank())
        .findFirst()
        .map(t -> "markup or broken brackets: " + t);
  }

  /** Whether no bracket stands in a text. */
  static boolean plain(String text) {
    return text.chars().noneMatch(c -> (OPEN + CLOSE).indexOf(c) >= 0);
  }

  /** Whether every bracket is closed by its like. */
  static boolean balanced(String text) {
    StringBuilder open = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (OPEN.indexOf(c) >= 0) {
        open.append(c);
        if ((c == '（' || c == '(') && open.chars().filter(o -> o == '（' || o == '(').count() > 1) {
          return false;
        }
      } else if (CLOSE.indexOf(c) >= 0) {
        int last = open.length() - 1;
        if (last < 0 || OPEN.indexOf(open.charAt(last)) / 2 != CLOSE.indexOf(c) / 2) {
          return false;
        }
        open.setLength(last);
      }
    }
    return open.isEmpty();
  }
}
