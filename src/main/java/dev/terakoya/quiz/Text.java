package dev.terakoya.quiz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How we look at characters: widths, scripts, and the words that carry meaning. */
public final class Text {
  private static final Pattern WIDE = Pattern.compile("[！-～ｦ-ﾟ]+");
  private static final Pattern WORD =
      Pattern.compile(
          "[A-Z]+(?![a-z])[0-9]*|[A-Za-z][a-z]*[0-9]*|[0-9]+(?:[.,][0-9]+)*|[ァ-ヴー]{2,}|[一-龥々]+");

  private static final Pattern PAUSE =
      Pattern.compile("(?<=[ぁ-んァ-ヴー一-龥]) *　[\\s　]*(?=[ぁ-んァ-ヴ一-龥])");
  private static final Pattern SPACES = Pattern.compile("[\\s　]+");
  private static final Pattern GAP = Pattern.compile("(?<=[ぁ-んァ-ヴー一-龥、。]) (?=[ぁ-んァ-ヴ一-龥])");
  private static final Pattern MARKS = Pattern.compile("[\\s・\\-_/「」『』()\\[\\]【】、。,.:;]+");
  private static final Pattern LONG = Pattern.compile("ー(?=$|[^ァ-ヴ])");

  private Text() {}

  /**
   * The text with one width for each character: Latin letters and digits half, katakana full,
   * {@code ，．} as {@code 、。}, runs of spaces as one. Brackets and colons keep the width they have.
   */
  public static String tidy(String text) {
    String narrow =
        WIDE.matcher(text.replace('，', '、').replace('．', '。'))
            .replaceAll(m -> Matcher.quoteReplacement(narrow(m.group())));
    String stripped = narrow.strip();
    String paused = stripped.indexOf('　') < 0 ? stripped : PAUSE.matcher(stripped).replaceAll("、");
    return GAP.matcher(SPACES.matcher(paused).replaceAll(" ")).replaceAll("").strip();
  }

  private static String narrow(String run) {
    StringBuilder out = new StringBuilder();
    StringBuilder kana = new StringBuilder();
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (c >= 'ｦ') {
        kana.append(c);
        continue;
      }
      out.append(Normalizer.normalize(kana, Normalizer.Form.NFKC));
      kana.setLength(0);
      boolean letter = (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ') || (c >= '０' && c <= '９');
      out.append(letter || "％＋－／＿＝＆．".indexOf(c) >= 0 ? (char) (c - 0xFEE0) : c);
    }
    return out.append(Normalizer.normalize(kana, Normalizer.Form.NFKC)).toString();
  }

  /** The text as a key for comparing: one width, lower case, no spaces and no marks. */
  public static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .transform(key -> MARKS.matcher(key).replaceAll(""))
        .transform(key -> LONG.matcher(key).replaceAll(""));
  }

  /**
   * The words of a text that carry meaning, lower case: Latin words, numbers, katakana words, and
   * kanji words, those longer than two as overlapping pairs.
   */
  public static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher m = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (m.find()) {
      String word = m.group().toLowerCase(Locale.ROOT);
      if (word.charAt(0) < '一') {
        boolean drawn = word.length() > 2 && word.endsWith("ー");
        words.add(drawn ? word.substring(0, word.length() - 1) : word);
      } else if (word.length() == 2) {
        words.add(word);
      } else {
        for (int n = 0; n + 2 <= word.length(); n++) {
          words.add(word.substring(n, n + 2));
        }
      }
    }
    return words;
  }

  /** The words that say something of their own. */
  static Set<String> telling(Set<String> words) {
    Set<String> telling = new LinkedHashSet<>(words);
    Set<String> empty = WorthKnowing.EMPTY;
    telling.removeIf(w -> empty.contains(w) || empty.contains(w + "ー") || NoLeak.FREE.contains(w));
    return telling;
  }

  /** Whether any Japanese script stands in the text. */
  public static boolean japanese(String text) {
    return text.codePoints().anyMatch(c -> (c >= 'ぁ' && c <= 'ヺ') || (c >= '一' && c <= '龥'));
  }

  /** The lines of a resource beside this class that are neither blank nor begin with {@code #}. */
  static List<String> resource(String name) {
    try (InputStream in = Text.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is part of the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
