package dev.terakoya.quiz;

import dev.terakoya.glossary.Remembered;
import dev.terakoya.glossary.Wordbook;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two words say the same in different scripts: テンプレート and template by their sound, 医療 and
 * medical by a list.
 */
final class Twins {
  private static final Map<String, String> ROMAN = new HashMap<>();
  private static final Map<String, Set<String>> MEANING = new HashMap<>();
  private static final Wordbook WORDS = Wordbook.bundled();
  private static final Pattern LATIN = Pattern.compile("[a-z0-9+-]+");

  /** In the order in which they are heard. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of("tion|sion|ssion", "sn"),
          Rule.of("th", "s"),
          Rule.of("ph|f", "h"),
          Rule.of("ch|ti(?=[aeo])", "t"),
          Rule.of("sh|c(?=[eiy])", "s"),
          Rule.of("ck|c|q", "k"),
          Rule.of("x", "ks"),
          new Rule(Pattern.compile("(?<=.)r(?=[^aeiouyr]|$)"), "", true),
          Rule.of("l", "r"),
          Rule.of("v", "b"),
          Rule.of("j|dg", "z"),
          Rule.of("g(?=[ei])", "z"),
          Rule.of("m(?=[bp])", "n"),
          Rule.of("[aeiouyw0-9-]", ""),
          Rule.of("(?<=.)h(?=.)", ""),
          Rule.of("(.)\\1+", "$1"));

  /** The sounds of words, which are compared again and again while questions are made. */
  private static final Remembered<String> SOUNDS = new Remembered<>(Twins::sound);

  static {
    String[] rows = {
      "アaイiウuエeオoァaィiゥuェeォoヴvヵkヶk",
      "カkaキkiクkuケkeコkoガgaギgiグguゲgeゴgo",
      "サsaシsiスsuセseソsoザzaジziズzuゼzeゾzo",
      "タtaチtiツtuテteトtoダdaヂdiヅduデdeドdo",
      "ナnaニniヌnuネneノnoハhaヒhiフhuヘheホho",
      "バbaビbiブbuベbeボboパpaピpiプpuペpeポpo",
      "マmaミmiムmuメmeモmoヤyaユyuヨyoャaュuョoッー",
      "ラraリriルruレreロroワwaヲoンn"
    };
    for (String row : rows) {
      Matcher m = Pattern.compile("([ァ-ヴ])([a-z]*)").matcher(row);
      while (m.find()) {
        ROMAN.put(m.group(1), m.group(2));
      }
    }
    for (String line : Text.resource("twins.txt")) {
      List<String> words = List.of(line.split("\\s+"));
      for (String word : words) {
        MEANING.computeIfAbsent(word, w -> new TreeSet<>()).addAll(words);
      }
    }
  }

  private Twins() {}

  /** What says the same as a word, by the lists; lower case, Japanese as a dictionary has it. */
  static Set<String> meanings(String word) {
    Set<String> meanings = new LinkedHashSet<>(MEANING.getOrDefault(word, Set.of()));
    meanings.addAll(WORDS.same(word));
    meanings.remove(word);
    return meanings;
  }

  /** Whether one is the other in another script; both lower case, one word each. */
  static boolean are(String one, String other) {
    if (MEANING.getOrDefault(one, Set.of()).contains(other)) {
      return true;
    }
    if (kana(one) == kana(other)) {
      return false;
    }
    String kana = kana(one) ? one : other;
    String latin = singular(kana(one) ? other : one);
    String a = SOUNDS.of(kana);
    String b = SOUNDS.of(latin);
    int shorter = Math.min(a.length(), b.length());
    return a.equals(b)
        ? shorter >= 3 || (shorter == 2 && opens(kana, latin))
        : (shorter >= 4 && b.startsWith(a))
            || (a.startsWith(b) && (shorter >= 4 || (shorter == 3 && opens(kana, latin))));
  }

  /** Whether a katakana word begins with the letter that the other begins with. */
  private static boolean opens(String kana, String latin) {
    return ROMAN.getOrDefault(kana.substring(0, 1), "").startsWith(latin.substring(0, 1));
  }

  private static String singular(String latin) {
    boolean plural = latin.length() > 3 && latin.endsWith("s") && !latin.endsWith("ss");
    return plural ? latin.substring(0, latin.length() - 1) : latin;
  }

  /** Whether a word is all katakana. */
  static boolean kana(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'ァ' || word.charAt(i) > 'ー') {
        return false;
      }
    }
    return true;
  }

  private static String roman(String word) {
    return word.chars()
        .mapToObj(c -> String.valueOf((char) c))
        .map(c -> ROMAN.getOrDefault(c, kana(c) ? "" : c))
        .collect(Collectors.joining());
  }

  /** The consonants that a word sounds like, those that Japanese does not tell apart as one. */
  private static String sound(String word) {
    return kana(word) || LATIN.matcher(word).matches() ? heard(word) : "";
  }

  private static String heard(String word) {
    String heard = roman(word).toLowerCase(Locale.ROOT);
    boolean kana = kana(word);
    for (Rule rule : RULES) {
      if (!kana || !rule.latinOnly) {
        heard = rule.written.matcher(heard).replaceAll(rule.heard);
      }
    }
    return heard;
  }

  /** What is heard of what is written. */
  private record Rule(Pattern written, String heard, boolean latinOnly) {
    static Rule of(String written, String heard) {
      return new Rule(Pattern.compile(written), heard, false);
    }
  }
}
