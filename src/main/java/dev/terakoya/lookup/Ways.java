package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Remembered;
import dev.terakoya.glossary.Wordbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which the notes may say a word: the word itself; its plural; what it is in romaji;
 * with slips; its beginning, where it stands last and may not be finished; the word that sounds the
 * same in the other script.
 */
final class Ways {
  private static final double PLURAL = 0.95;
  private static final double FORM = 0.95;
  private static final double ROMAJI = 0.8;
  private static final double SLIP = 0.75;

  /** Another word that means the same. */
  private static final double SAME = 0.8;

  private static final double BEGINNING = 0.7;
  private static final double SOUND = 0.5;
  private static final int MOST = 5;

  /** Two slips in a shorter word make another word: Firebase, Firehose. */
  private static final int LONG = 9;

  /** A shorter Latin word alone is hardly romaji: era, エラー. */
  private static final int SHORTEST_ROMAJI = 4;

  private static final Wordbook WORDBOOK = Wordbook.bundled();
  private static final Remembered<Set<String>> SAMES = new Remembered<>(Ways::found);
  private static final Pattern ENDING = Pattern.compile("(?<=\\w{3})(?:ing|ed|es|s|e|er)$");
  private static final String E_ROW = "えけげせてねべめれ";
  private static final String U_ROW = "うくぐすつぬぶむる";

  private final Vocabulary vocabulary;
  private final Glossary glossary;
  private final Map<String, Double> ways = new LinkedHashMap<>();

  Ways(Vocabulary vocabulary, Glossary glossary) {
    this.vocabulary = vocabulary;
    this.glossary = glossary;
  }

  /** The ways of a plain word: its own, and those of words that mean the same. */
  static Ways plain(Token word, boolean last, Vocabulary vocabulary, Glossary glossary) {
    Ways ways = of(word, last, vocabulary, glossary);
    ways.meaning(word.text(), 1);
    for (String form : forms(word)) {
      ways.add(form, FORM);
      ways.meaning(form, FORM);
    }
    return ways;
  }

  /** Words that mean the same as a form of the word, and the term of that name. */
  private void meaning(String form, double worth) {
    same(form).forEach(same -> add(same, SAME * worth));
    glossary.find(form).ifPresent(term -> add(SectionWords.CONCEPT + term.id(), SAME * worth));
  }

  /** Words that mean the same, as indexed. */
  static Set<String> same(String word) {
    return SAMES.of(word);
  }

  private static Set<String> found(String word) {
    return WORDBOOK.same(word).stream()
        .map(s -> s.length() > 1 && s.chars().allMatch(Kana::isKatakana) ? Kana.plain(s) : s)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Other forms of a word: an English one without its ending and with the usual ones; the plain
   * form of a Japanese verb that says what is possible (選べる, 選ぶ).
   */
  private static List<String> forms(Token word) {
    String text = word.text();
    if (word.latin() && text.length() > 3) {
      String stem = stem(text);
      return Stream.of("", "e", "s", "ing", "ed", "er")
          .map(stem::concat)
          .filter(f -> !f.equals(text))
          .toList();
    }
    int row =
        text.length() > 2 && text.endsWith("る")
            ? E_ROW.indexOf(text.charAt(text.length() - 2))
            : -1;
    return row < 0 ? List.of() : List.of(text.substring(0, text.length() - 2) + U_ROW.charAt(row));
  }

  /** An English word without its ending; any other word as it is. */
  static String stem(String word) {
    return word.charAt(0) < 128 && word.length() > 3 ? ENDING.matcher(word).replaceFirst("") : word;
  }

  /** The ways of a word; {@code last} if it ends the query and may not be finished. */
  static Ways of(Token word, boolean last, Vocabulary vocabulary, Glossary glossary) {
    Ways ways = new Ways(vocabulary, glossary);
    ways.add(word.text(), 1);
    if (word.latin()) {
      ways.add(otherNumber(word.text()), PLURAL);
    }
    ways.slips(word);
    if (ways.ways.isEmpty() && word.latin()) {
      ways.romaji(word.text(), last);
    }
    if (ways.ways.isEmpty() && last && word.text().length() >= 3) {
      ways.beginnings(word.text());
    }
    if (word.latin() || word.katakana()) {
      ways.add(word.soundInOtherScript(), SOUND);
    }
    return ways;
  }

  /** Adds a word, if the notes have it. */
  Ways add(String word, double worth) {
    if (!word.isEmpty() && sections(word) > 0) {
      ways.merge(word, worth, Math::max);
    }
    return this;
  }

  Ways addAll(Ways others, double worth) {
    others.ways.forEach((word, w) -> add(word, w * worth));
    return this;
  }

  boolean isEmpty() {
    return ways.isEmpty();
  }

  List<Need.Way> all() {
    return ways.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(w -> new Need.Way(w.getKey(), w.getValue()))
        .toList();
  }

  /** In how many sections the most frequent way stands. */
  int sections() {
    return ways.keySet().stream().mapToInt(this::sections).max().orElse(0);
  }

  private int sections(String word) {
    return vocabulary.sections(Token.isSound(word) ? Fields.SOUND : Fields.WORDS, word);
  }

  private static String otherNumber(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s";
  }

  private void slips(Token word) {
    String text = word.text();
    boolean name = word.latin() || word.katakana();
    if (!name || text.length() < 4 || text.chars().anyMatch(Character::isDigit)) {
      return;
    }
    boolean known = !ways.isEmpty() || glossary.find(text).isPresent();
    if (!known) {
      int slips = text.length() < LONG ? 1 : 2;
      vocabulary.near(Fields.WORDS, text, slips, MOST).forEach(w -> add(w, SLIP));
    }
  }

  private void romaji(String text, boolean last) {
    String kana = Kana.fromRomaji(text);
    boolean brief = text.length() < SHORTEST_ROMAJI;
    add(kana, brief ? SOUND : ROMAJI);
    if (last && ways.isEmpty() && kana.length() > 1) {
      double worth = brief ? SOUND : BEGINNING;
      vocabulary.beginningWith(Fields.WORDS, kana, MOST).forEach(w -> add(w, worth));
    }
  }

  private void beginnings(String text) {
    vocabulary.beginningWith(Fields.WORDS, text, MOST).forEach(w -> add(w, BEGINNING));
  }
}
