package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds misspelt Latin and katakana words: rare in the notes, and one or two letters beside a word
 * that the glossary knows or the notes often use. Neighbours are found through the words that
 * remain when letters are left out (symmetric deletion, as SymSpell does).
 */
public final class Spelling {
  private static final Pattern CAMEL =
      Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}|[ァ-ヴー]{4,}");
  private static final Pattern ACRONYM =
      Pattern.compile("(?<![A-Za-z0-9])[A-Z]{3,4}(?![A-Za-z0-9])");

  /** An acronym beside its long form in brackets, or in brackets beside it. */
  private static final Pattern EXPLAINED =
      Pattern.compile(
          "[（(]([A-Z]{3,4})[）)]|(?<![A-Za-z0-9])([A-Z]{3,4}) ?[（(](?=[^（()）]*[a-z]{3})");

  private static final Pattern ENDING = Pattern.compile("(?:ies|e?s|e?d|ing|ly|r|or|ion|ive)$");
  private static final int OFTEN = 3;
  private static final Map<Pattern, String> READ = new LinkedHashMap<>();

  static {
    for (String line : Text.resource("slips.txt")) {
      String[] parts = line.split("\t");
      READ.put(Pattern.compile(parts[0]), parts[1]);
    }
  }

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();
  private final Map<String, Integer> acronyms = new HashMap<>();
  private final Set<String> knownAcronyms = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> near = new HashMap<>();
  private final Map<String, Optional<String>> meant = new ConcurrentHashMap<>();

  /**
   * A word that is probably misspelt.
   *
   * @param word as written
   * @param meant what is probably meant
   */
  public record Slip(String word, String meant) {}

  private Spelling() {}

  /** Begins to learn a vocabulary. */
  public static Builder learning() {
    return new Builder();
  }

  /** Learns the vocabulary of notes, text by text. */
  public static final class Builder {
    private final Spelling spelling = new Spelling();

    private Builder() {}

    /** Takes in the words of a text. */
    public void read(String text) {
      ACRONYM
          .matcher(text)
          .results()
          .forEach(m -> spelling.acronyms.merge(m.group(), 1, Integer::sum));
      EXPLAINED
          .matcher(text)
          .results()
          .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
          .forEach(spelling.knownAcronyms::add);
      spelling.words(text).forEach(w -> spelling.counts.merge(spelling.learn(w), 1, Integer::sum));
    }

    /** What was learnt, and the names of a glossary as right. */
    public Spelling with(Glossary glossary) {
      glossary.terms().stream()
          .flatMap(t -> Stream.concat(t.names().stream(), t.former().stream()))
          .flatMap(name -> spelling.words(name).stream())
          .forEach(spelling::know);
      glossary.terms().stream()
          .flatMap(t -> t.names().stream())
          .flatMap(n -> ACRONYM.matcher(n).results().map(MatchResult::group))
          .forEach(spelling.knownAcronyms::add);
      Text.resource("english.txt").forEach(spelling::know);
      spelling.shown.keySet().stream().filter(spelling::usual).forEach(spelling::file);
      return spelling;
    }
  }

  private void know(String word) {
    known.add(learn(word));
  }

  /** The probably misspelt words of a text. */
  public List<Slip> slips(String text) {
    List<Slip> slips = new ArrayList<>();
    List<String> words = words(text);
    boolean english = !Text.japanese(text) && words.size() > 3;
    for (String word : english ? List.<String>of() : words) {
      meant.computeIfAbsent(key(word), k -> guess(k)).ifPresent(m -> slips.add(new Slip(word, m)));
    }
    READ.forEach((pattern, right) -> {
      Matcher m = pattern.matcher(text);
      while (m.find()) {
        slips.add(new Slip(m.group(), right));
      }
    });
    return slips;
  }

  /**
   * An acronym that stands in the notes once, that nobody knows, and that is a letter beside one
   * that is often used, or one with two letters in the wrong order: too little to accuse, enough
   * not to ask about it.
   */
  Optional<String> doubtful(String text) {
    return ACRONYM
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(a -> !knownAcronyms.contains(a))
        .filter(a ->
            acronyms.entrySet().stream()
                .filter(e -> e.getValue() >= 5 * Math.max(1, acronyms.getOrDefault(a, 0)))
                .anyMatch(e ->
                    swapped(a, e.getKey())
                        || (acronyms.getOrDefault(a, 0) <= 1
                            && e.getKey().length() == a.length()
                            && distance(a, e.getKey()) == 1)))
        .findFirst();
  }

  /** The text with its misspelt Latin words put right, as far as there is no doubt. */
  String mended(String text) {
    String mended = text;
    for (Slip slip : slips(text)) {
      if (slip.word().matches("[A-Za-z]{5,}") && slip.meant().matches("[A-Za-z]{5,}")) {
        boolean name = Character.isUpperCase(slip.word().charAt(0));
        String meant = slip.meant();
        mended =
            mended.replace(
                slip.word(),
                name ? Character.toUpperCase(meant.charAt(0)) + meant.substring(1) : meant);
      }
    }
    return mended;
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      for (String part : CAMEL.split(m.group(), -1)) {
        if (part.length() >= 4) {
          words.add(part);
        }
      }
    }
    return words;
  }

  private String learn(String word) {
    shown.putIfAbsent(key(word), word);
    return key(word);
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private boolean usual(String key) {
    return known.contains(key) || counts.getOrDefault(key, 0) >= OFTEN;
  }

  private void file(String key) {
    for (String left : leftovers(key)) {
      near.computeIfAbsent(left, l -> new ArrayList<>()).add(key);
    }
  }

  private Optional<String> guess(String key) {
    int own = counts.getOrDefault(key, 0);
    boolean right =
        known.contains(key)
            || ENDING
                .matcher(key)
                .results()
                .map(m -> key.substring(0, m.start()))
                .anyMatch(base ->
                    known.contains(base)
                        || known.contains(base + "e")
                        || known.contains(base + "y"));
    if (right || (own >= OFTEN && kana(key))) {
      return Optional.empty();
    }
    return neighbour(key, own)
        .or(() ->
            key.length() > 6 && key.endsWith("s")
                ? neighbour(key.substring(0, key.length() - 1), own).map(one -> one + "s")
                : Optional.empty());
  }

  /** The likeliest word a letter or two beside one that stands in the notes {@code own} times. */
  private Optional<String> neighbour(String key, int own) {
    return leftovers(key).stream()
        .flatMap(left -> near.getOrDefault(left, List.of()).stream())
        .distinct()
        .filter(other -> !inflected(key, other) && distance(key, other) <= reach(key, other))
        .filter(other -> !other.startsWith(key) || counts.getOrDefault(other, 0) >= 20 * own)
        .filter(other -> likelier(key, other, own))
        .min(java.util.Comparator.<String>comparingInt(o -> distance(key, o)).thenComparing(o -> o))
        .map(shown::get);
  }

  /** Whether the other word is so much more usual that this one must be a slip of it. */
  private boolean likelier(String key, String other, int own) {
    int others = counts.getOrDefault(other, 0);
    return own < OFTEN
        ? known.contains(other) || others >= 4 * own
        : distance(key, other) == 1
            && (others >= 2 * own || (key.length() >= 8 && known.contains(other)));
  }

  /** How many letters may differ: fewer in short words, as those are often other words. */
  private static int reach(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    boolean alike = one.length() == other.length() && !swapped(one, other);
    if (one.charAt(0) != other.charAt(0)) {
      return 0;
    }
    if (kana(one)) {
      return alike || (one.length() < 6 && !other.startsWith(one)) ? 0 : 1;
    }
    boolean tense = one.matches(".*(?:ing|ed|ors|ions?|ers)") && longer < 11;
    return longer >= 9 && !tense ? 2 : longer >= (alike ? 8 : swapped(one, other) ? 5 : 6) ? 1 : 0;
  }

  /** Whether two words are the same but for two neighbouring letters in the wrong order. */
  private static boolean swapped(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    int n = 0;
    while (n < one.length() && one.charAt(n) == other.charAt(n)) {
      n++;
    }
    return n + 2 <= one.length()
        && one.charAt(n) == other.charAt(n + 1)
        && one.charAt(n + 1) == other.charAt(n)
        && one.substring(n + 2).equals(other.substring(n + 2));
  }

  private static boolean kana(String word) {
    return word.charAt(0) >= 'ァ' && word.charAt(0) <= 'ー';
  }

  /** Whether two words differ only as plural, tense, or ways of writing one katakana word do. */
  private static boolean inflected(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    if (kana(one) != kana(other)) {
      return true;
    }
    if (kana(one)) {
      return loose(one).equals(loose(other))
          || (longer.startsWith(shorter) && longer.length() - shorter.length() > 1)
          || longer.endsWith(shorter);
    }
    return (longer.startsWith(shorter)
            && longer
                .substring(shorter.length())
                .matches("s|es|d|ed|r|er|or|n|y|ly|ing|ion|al|e|able|v?\\d*"))
        || longer.endsWith(shorter)
        || stem(one).equals(stem(other));
  }

  private static String stem(String word) {
    return word.replaceAll(
        "(?:ies|ied|y|es|ed|ing|ings|s|e|ion|ions|ive|or|er|ers|able|al|als|ment|ance|ence|ancy|ency|ant|ent|ic|ically|ally|ible|ate|ates|ated|ity)s?$",
        "");
  }

  private static String loose(String kana) {
    return kana.replace("ー", "")
        .replace("ッ", "")
        .replace("ヴァ", "バ")
        .replace("ィ", "イ")
        .replace("ェ", "エ")
        .replace("ャ", "ヤ")
        .replace("ュ", "ユ")
        .replace("ァ", "ア")
        .replace("ヂ", "ジ")
        .replace("ヅ", "ズ")
        .replace("イ", "");
  }

  /** The word itself and what remains of it with one letter left out, with two in long words. */
  private static Set<String> leftovers(String word) {
    Set<String> left = new HashSet<>(Set.of(word));
    for (int n = 0; n < word.length(); n++) {
      left.add(word.substring(0, n) + word.substring(n + 1));
    }
    if (word.length() >= 8) {
      for (String one : List.copyOf(left)) {
        for (int n = 0; n < one.length() && one.length() < word.length(); n++) {
          left.add(one.substring(0, n) + one.substring(n + 1));
        }
      }
    }
    return left;
  }

  /** Letters to change, add, leave out, or swap with their neighbour (optimal string alignment). */
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
