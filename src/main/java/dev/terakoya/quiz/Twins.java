package dev.terakoya.quiz;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether two words say the same in different scripts: テンプレート and template by their sound, 医療 and
 * medical by a list.
 */
final class Twins {
  private static final Map<String, String> ROMAN = new HashMap<>();
  private static final Map<String, Set<String>> MEANING = new HashMap<>();

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
      java.util.regex.Matcher m = java.util.regex.Pattern.compile("([ァ-ヴ])([a-z]*)").matcher(row);
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

  /** Whether one is the other in another script; both lower case, one word each. */
  static boolean are(String one, String other) {
    if (MEANING.getOrDefault(one, Set.of()).contains(other)) {
      return true;
    }
    if (kana(one) == kana(other)) {
      return false;
    }
    String kana = kana(one) ? one : other;
    String latin = kana(one) ? other : one;
    String a = sound(kana);
    String b = sound(latin);
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

  private static boolean kana(String word) {
    return word.chars().allMatch(c -> c >= 'ァ' && c <= 'ー');
  }

  private static String roman(String word) {
    return word.chars()
        .mapToObj(c -> String.valueOf((char) c))
        .map(c -> ROMAN.getOrDefault(c, kana(c) ? "" : c))
        .collect(Collectors.joining());
  }

  /** The consonants that a word sounds like, those that Japanese does not tell apart as one. */
  private static String sound(String word) {
    return !kana(word) && !word.matches("[a-z0-9+-]+")
        ? ""
        : roman(word)
            .toLowerCase(Locale.ROOT)
            .replaceAll("tion|sion|ssion", "sn")
            .replaceAll("th", "s")
            .replaceAll("ph|f", "h")
            .replaceAll("ch|ti(?=[aeo])", "t")
            .replaceAll("sh|c(?=[eiy])", "s")
            .replaceAll("ck|c|q", "k")
            .replaceAll("x", "ks")
            .replaceAll(kana(word) ? "$^" : "(?<=.)r(?=[^aeiouyr]|$)", "")
            .replaceAll("l", "r")
            .replaceAll("v", "b")
            .replaceAll("j|dg", "z")
            .replaceAll("g(?=[ei])", "z")
            .replaceAll("m(?=[bp])", "n")
            .replaceAll("[aeiouyw0-9-]", "")
            .replaceAll("(?<=.)h(?=.)", "")
            .replaceAll("(.)\\1+", "$1");
  }
}
