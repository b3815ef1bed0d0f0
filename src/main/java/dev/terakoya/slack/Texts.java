package dev.terakoya.slack;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people read, in their language. Values are filled in as they are: escape them where the
 * place calls for it.
 */
final class Texts {
  private static final Texts JAPANESE = new Texts(Language.JA);
  private static final Texts ENGLISH = new Texts(Language.EN);

  private final ResourceBundle bundle;
  private final Locale locale;
  private final Language language;

  /** Read once; cloned for each use, for they are not safe for threads. */
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private final Map<String, String> plain = new ConcurrentHashMap<>();

  private Texts(Language language) {
    this.language = language;
    this.locale = language.locale();
    this.bundle =
        ResourceBundle.getBundle(
            "dev.terakoya.slack.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Texts in(Language language) {
    return switch (language) {
      case JA -> JAPANESE;
      case EN -> ENGLISH;
    };
  }

  Language language() {
    return language;
  }

  /** The text of a key that has no values. */
  String say(String key) {
    return plain.computeIfAbsent(key, k -> say(k, new Object[0]));
  }

  /** The text of a key, with its values filled in. */
  String say(String key, Object... values) {
    MessageFormat format =
        formats.computeIfAbsent(key, k -> new MessageFormat(bundle.getString(k), locale));
    return ((MessageFormat) format.clone()).format(values);
  }
}
