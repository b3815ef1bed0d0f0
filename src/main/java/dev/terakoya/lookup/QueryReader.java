package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a query as what it asks for. A query is text, never syntax.
 *
 * <p>Terms of the glossary first (whatever name, alias or abbreviation); then the remaining words
 * that carry meaning, each with the ways in which the notes may say it: the word itself, written
 * together or apart, in romaji, with slips, its beginning, or its sound in the other script.
 */
final class QueryReader {
  private static final int MOST_CHARACTERS = 300;
  private static final int MOST_NEEDS = 24;

  /** English words that only ask; Japanese ones are known by their part of speech. */
  private static final Set<String> ASKING =
      Set.of(
          "a",
          "an",
          "the",
          "is",
          "are",
          "was",
          "be",
          "do",
          "does",
          "did",
          "can",
          "could",
          "should",
          "would",
          "will",
          "i",
          "we",
          "you",
          "my",
          "me",
          "it",
          "its",
          "this",
          "that",
          "there",
          "what",
          "which",
          "who",
          "when",
          "where",
          "why",
          "how",
          "of",
          "to",
          "in",
          "on",
          "at",
          "for",
          "from",
          "with",
          "by",
          "and",
          "or",
          "not",
          "if",
          "have",
          "has",
          "get",
          "use",
          "using",
          "about",
          "vs",
          "please",
          "tell",
          "explain",
          "mean",
          "means",
          "between",
          "difference",
          "differences",
          "versus",
          "compare",
          "any");

  private static final Set<String> ASKING_JAPANESE =
      Set.of(
          "何", "なに", "する", "ある", "いる", "なる", "できる", "使う", "つかう", "知る", "教える", "どう", "方法", "場合",
          "違い", "違う", "差", "比較", "時", "方", "仕方", "やり方", "作り方", "意味", "くださる", "いう", "言う", "られる",
          "れる", "やる", "行う", "用", "的", "の", "もの", "こと", "たい", "よる", "何で", "なぜ", "いつ", "どこ", "どれ",
          "だれ", "誰", "いくつ", "いくら", "分", "秒", "日");

  private final Analysis analysis;
  private final Glossary glossary;
  private final Vocabulary vocabulary;
  private final Corrections corrections;

  QueryReader(
      Analysis analysis, Glossary glossary, Corrections corrections, Vocabulary vocabulary) {
    this.analysis = analysis;
    this.glossary = glossary;
    this.vocabulary = vocabulary;
    this.corrections = corrections;
  }

  QueryReading read(String written) {
    String query = cut(written);
    List<Token> words = analysis.words(query);
    List<Named> named = new ArrayList<>();
    for (Mention mention : glossary.mentions(query)) {
      if (sections(mention.term().id()) > 0 || words(words, mention.from(), mention.to()) < 2) {
        named.add(new Named(mention.term().id(), mention.from(), mention.to(), 1));
      }
    }
    corrections.of(query, words, named, vocabulary).ifPresent(named::add);
    Map<String, Need> needs = new LinkedHashMap<>();
    named.forEach(n -> concept(needs, query, n, words));
    words(
        needs,
        query,
        words.stream().filter(w -> named.stream().noneMatch(n -> n.covers(w))).toList());
    List<String> phrase = words.stream().filter(Token::content).map(Token::text).toList();
    return new QueryReading(query, needs.values().stream().limit(MOST_NEEDS).toList(), phrase);
  }

  private static long words(List<Token> words, int from, int to) {
    return words.stream().filter(w -> from <= w.from() && w.to() <= to).count();
  }

  private int sections(String id) {
    return vocabulary.sections(Fields.WORDS, SectionWords.CONCEPT + id);
  }

  /**
   * A stretch of the query that names a term.
   *
   * @param sure 1 for a name as it is, less for one with slips or only begun
   */
  record Named(String id, int from, int to, double sure) {
    boolean covers(Token word) {
      return from <= word.from() && word.to() <= to;
    }
  }

  private static String cut(String written) {
    int end = Math.min(written.length(), MOST_CHARACTERS);
    if (end < written.length() && Character.isHighSurrogate(written.charAt(end - 1))) {
      end--;
    }
    return written.substring(0, end);
  }

  /**
   * The term under any of its names; where it is one word, that word too, as notes may spell it
   * alone.
   */
  private void concept(Map<String, Need> needs, String query, Named named, List<Token> words) {
    String word = SectionWords.CONCEPT + named.id();
    int sections = vocabulary.sections(Fields.WORDS, word);
    Map<String, Double> ways = new LinkedHashMap<>();
    add(ways, word, named.sure());
    List<Token> own = words.stream().filter(named::covers).toList();
    if (own.size() == 1) {
      Need alone = need(query.substring(named.from(), named.to()), own.getFirst(), false);
      alone.ways().forEach(w -> ways.putIfAbsent(w.word(), w.worth() * 0.8));
    }
    needs.putIfAbsent(
        word,
        new Need(
            query.substring(named.from(), named.to()),
            ways(ways),
            vocabulary.weight(sections),
            true));
  }

  private static List<Need.Way> ways(Map<String, Double> ways) {
    return ways.entrySet().stream().map(w -> new Need.Way(w.getKey(), w.getValue())).toList();
  }

  private void words(Map<String, Need> needs, String query, List<Token> words) {
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      if (!word.content()
          || ASKING.contains(word.text())
          || ASKING_JAPANESE.contains(word.text())) {
        continue;
      }
      boolean last = i == words.size() - 1;
      if (!last && together(needs, word, words.get(i + 1))) {
        i++;
      } else {
        needs.putIfAbsent(word.text(), need(query.substring(word.from(), word.to()), word, last));
      }
    }
  }

  /** Two Latin words that the notes write as one: {@code cloud front}. */
  private boolean together(Map<String, Need> needs, Token first, Token second) {
    String joined = first.text() + second.text();
    if (!first.latin() || !second.latin() || vocabulary.sections(Fields.WORDS, joined) == 0) {
      return false;
    }
    needs.putIfAbsent(
        joined,
        need(joined, new Token(joined, first.from(), second.to(), first.position(), true), false));
    return true;
  }

  private Need need(String surface, Token word, boolean last) {
    String text = word.text();
    Map<String, Double> ways = new LinkedHashMap<>();
    add(ways, text, 1);
    if (word.latin()) {
      add(ways, text.endsWith("s") ? text.substring(0, text.length() - 1) : text + "s", 0.95);
    }
    if (ways.isEmpty() || text.length() >= 5) {
      slips(ways, word);
    }
    if (ways.isEmpty() && word.latin()) {
      String kana = Kana.fromRomaji(text);
      add(ways, kana, 0.8);
      if (last && ways.isEmpty() && kana.length() > 1) {
        vocabulary.beginningWith(Fields.WORDS, kana, 5).forEach(w -> add(ways, w, 0.6));
      }
    }
    if (last && ways.isEmpty() && text.length() >= 3) {
      vocabulary.beginningWith(Fields.WORDS, text, 5).forEach(w -> add(ways, w, 0.7));
    }
    int sections =
        ways.keySet().stream()
            .mapToInt(w ->
                vocabulary.sections(w.charAt(0) == Token.SOUND ? Fields.SOUND : Fields.WORDS, w))
            .max()
            .orElse(0);
    boolean named = word.latin() || word.katakana();
    return new Need(
        surface,
        ways(ways),
        vocabulary.weight(sections) * (sections > 0 || named ? 1 : Weights.UNHEARD),
        named);
  }

  private void add(Map<String, Double> ways, String word, double worth) {
    if (!word.isEmpty() && vocabulary.sections(Fields.WORDS, word) > 0) {
      ways.putIfAbsent(word, worth);
    }
  }

  private void slips(Map<String, Double> ways, Token word) {
    String text = word.text();
    boolean known = !ways.isEmpty() || glossary.find(text).isPresent();
    if (!(word.latin() || word.katakana())
        || text.length() < 4
        || text.chars().anyMatch(Character::isDigit)) {
      return;
    }
    int slips = known || text.length() < 7 ? 1 : 2;
    if (known && text.length() < 6) {
      return;
    }
    vocabulary.near(Fields.WORDS, text, slips, 4).forEach(w -> add(ways, w, known ? 0.6 : 0.75));
  }
}
