package dev.terakoya.slack;

import java.util.regex.Pattern;

/** Text for places where Slack reads its own markup. */
final class Mrkdwn {
  private static final String TURNING =
      "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  private static final Pattern TURNS = Pattern.compile("[" + TURNING + "]");

  private Mrkdwn() {}

  /** The text without characters that nobody sees and that turn the direction of others. */
  static String seen(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u061c' && TURNING.indexOf(c) >= 0) {
        return TURNS.matcher(text).replaceAll("");
      }
    }
    return text;
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
