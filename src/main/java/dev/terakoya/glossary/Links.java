package dev.terakoya.glossary;

import java.util.regex.Pattern;

/** Addresses of web pages, which name things without saying anything about them. */
final class Links {
  private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]*");

  private Links() {}

  /** The text with line breaks where addresses stood; all offsets stay the same. */
  static String blanked(String text) {
    return text.contains("://")
        ? ADDRESS.matcher(text).replaceAll(link -> "\n".repeat(link.group().length()))
        : text;
  }
}
