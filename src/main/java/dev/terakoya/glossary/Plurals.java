package dev.terakoya.glossary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The same name with an s too few or too many, as in {@code Step Function} and {@code System
 * Manager}. An s after the whole name is an ordinary plural and not among them.
 */
final class Plurals {
  private static final Pattern WORD = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{3,}+(?![0-9])");

  /** A single word shorter than this is another word without its s. */
  private static final int SINGLE = 6;

  private Plurals() {}

  /** The other ways to write a name; none for one without Latin words. */
  static Set<String> of(String name, Usage usage) {
    List<MatchResult> words =
        WORD.matcher(name).results().filter(w -> !usage.isVendor(w.group())).toList();
    if (words.isEmpty()) {
      return Set.of();
    }
    Set<String> ways = new LinkedHashSet<>(List.of(name));
    if (words.size() == 1 && !varies(name, words.getFirst().group(), usage)) {
      return Set.of();
    }
    for (MatchResult word : words.reversed()) {
      for (String way : List.copyOf(ways)) {
        with(way, word, word.end() == name.length()).ifPresent(ways::add);
      }
    }
    ways.remove(name);
    return ways;
  }

  /** Whether a name of one word is long enough, and its vendor tells it from an everyday word. */
  private static boolean varies(String name, String word, Usage usage) {
    boolean vendor = word.length() < name.length();
    boolean nothingElse = usage.withoutVendor(Spelling.key(name)).equals(Spelling.key(word));
    return nothingElse
        && word.length() >= SINGLE
        && (vendor || !usage.isOrdinary(Spelling.key(word)));
  }

  /** A name with the s of one word taken away or, unless the word is the last, added. */
  private static Optional<String> with(String name, MatchResult word, boolean last) {
    String text = word.group();
    String stem = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    boolean acronym = stem.equals(stem.toUpperCase(Locale.ROOT));
    if (acronym
        || stem.length() < 3
        || "siu".indexOf(stem.charAt(stem.length() - 1)) >= 0
        || (last && stem.equals(text))) {
      return Optional.empty();
    }
    String other = stem.equals(text) ? text + "s" : stem;
    return Optional.of(name.substring(0, word.start()) + other + name.substring(word.end()));
  }
}
