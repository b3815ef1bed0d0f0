package dev.terakoya.slack;

/** Shortens texts without cutting a character in two. */
final class Cut {
  private Cut() {}

  /** The text, or its beginning with an ellipsis, in at most so many UTF-16 units. */
  static String to(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
