package dev.terakoya.slack;

/** Text for places where Slack reads its own markup. */
final class Mrkdwn {
  private Mrkdwn() {}

  /** The text without characters that nobody sees and that turn the direction of others. */
  static String seen(String text) {
    return text.replaceAll("[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]", "");
  }

  /** The text with nothing live in it: no mention, no link, no formatting that could break out. */
  static String escape(String whole) {
    String text = seen(whole);
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        // A formatting sign counts only beside a space or mark; a word joiner takes that away and
        // shows nothing.
        case '*', '_', '~', '`' -> safe.append('\u2060').append(c).append('\u2060');
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** A link whose label says what it says. */
  static String link(String url, String label) {
    String address = url.replace("|", "%7C").replace(">", "%3E").replace("<", "%3C");
    return "<" + address + "|" + escape(label).replace("|", "¦") + ">";
  }
}
