package dev.terakoya.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people typed, out of the markup in which Slack hands it over. */
final class Typed {
  private static final Pattern MARKUP =
      Pattern.compile("<(?<sign>[@!#]?)(?<target>[^<>|]*)(?:\\|(?<label>[^<>]*))?>");

  private Typed() {}

  /** The words alone: without mentions, links by their label, channels by their name. */
  static String words(String markup) {
    String plain = MARKUP.matcher(markup).replaceAll(m -> Matcher.quoteReplacement(shown(m)));
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  private static String shown(java.util.regex.MatchResult match) {
    String label = match.group("label") == null ? "" : match.group("label");
    return switch (match.group("sign")) {
      case "@", "!" -> " ";
      case "#" -> label;
      default -> label.isEmpty() ? match.group("target") : label;
    };
  }
}
