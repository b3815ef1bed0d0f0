package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
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

  QueryReader(Analysis analysis, Glossary glossary, Vocabulary vocabulary) {
    this.analysis = analysis;
    this.glossary = glossary;
    this.vocabulary = vocabulary;
  }

  QueryReading read(String written) {
    String query = cut(written);
    Map<String, Need> needs = new LinkedHashMap<>();
    List<Token> words = analysis.words(query);
    List<Mention> mentions = glossary.mentions(query);
    for (Mention mention : mentions) {
      concept(needs, query.substring(mention.from(), mention.to()), mention.term().id());
    }
    if (mentions.isEmpty()) {
      completed(query).ifPresent(id -> concept(needs, query, id));
    }
    List<Token> rest =
        words.stream()
            .filter(w -> mentions.stream().noneMatch(m -> m.from() <= w.from() && w.to() <= m.to()))
            .toList();
    if (needs.isEmpty() || mentions.isEmpty() == false) {
      words(needs, query, rest);
    }
    List<String> phrase = words.stream().filter(Token::content).map(Token::text).toList();
    return new QueryReading(
        query, List.copyOf(needs.values()).subList(0, Math.min(MOST_NEEDS, needs.size())), phrase);
  }

  private static String cut(String written) {
    int end = Math.min(written.length(), MOST_CHARACTERS);
    if (end < written.length() && Character.isHighSurrogate(written.charAt(end - 1))) {
      end--;
    }
    return written.substring(0, end);
  }

  /** The term whose name the whole query begins: {@code nat g}, {@code dead le}. */
  private java.util.Optional<String> completed(String query) {
    String beginning = Folded.name(query);
    if (beginning.length() < 4) {
      return java.util.Optional.empty();
    }
    return glossary.terms().stream()
        .filter(t -> vocabulary.sections(Fields.WORDS, SectionWords.CONCEPT + t.id()) > 0)
        .filter(t -> t.names().stream().anyMatch(n -> Folded.name(n).startsWith(beginning)))
        .min(
            java.util.Comparator.comparingInt((dev.terakoya.glossary.Term t) ->
                    t.names().stream()
                        .map(Folded::name)
                        .filter(n -> n.startsWith(beginning))
                        .mapToInt(String::length)
                        .min()
                        .orElse(99))
                .thenComparing(dev.terakoya.glossary.Term::id))
        .map(dev.terakoya.glossary.Term::id);
  }

  private void concept(Map<String, Need> needs, String surface, String id) {
    String word = SectionWords.CONCEPT + id;
    int sections = vocabulary.sections(Fields.WORDS, word);
    List<Need.Way> ways = sections == 0 ? List.of() : List.of(new Need.Way(word, 1));
    needs.putIfAbsent(word, new Need(surface, ways, vocabulary.weight(sections), true));
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
        ways.keySet().stream().mapToInt(w -> vocabulary.sections(Fields.WORDS, w)).max().orElse(0);
    boolean named = word.latin() || word.katakana();
    return new Need(
        surface,
        ways.entrySet().stream().map(w -> new Need.Way(w.getKey(), w.getValue())).toList(),
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
