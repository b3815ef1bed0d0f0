package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a query as what it asks for. A query is text, never syntax.
 *
 * <p>Terms of the glossary first, whatever name, alias, abbreviation or slip; then the remaining
 * words that carry meaning, each with its {@link Ways}.
 */
final class QueryReader {
  private static final int MOST_CHARACTERS = 300;
  private static final int MOST_NEEDS = 24;

  /**
   * A whole query that can only be a name: Latin words that each begin with a capital, or so short
   * a word in katakana that it is a piece of many others.
   */
  private static final Pattern NAME =
      Pattern.compile("[A-Z][\\w+-]*(?: [A-Z0-9][\\w+-]*)+|[ァ-ヿ]{2,3}");

  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private final Analysis analysis;
  private final Glossary glossary;
  private final Supplier<Corrections> corrections;
  private final Vocabulary vocabulary;
  private final Supplier<Purposes> purposes;

  QueryReader(
      Analysis analysis,
      Glossary glossary,
      Supplier<Corrections> corrections,
      Supplier<Purposes> purposes,
      Vocabulary vocabulary) {
    this.purposes = purposes;
    this.analysis = analysis;
    this.glossary = glossary;
    this.corrections = corrections;
    this.vocabulary = vocabulary;
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

  QueryReading read(String written) {
    String query = cut(written);
    List<Token> words = analysis.words(query);
    List<Named> named = named(query, words);
    Map<String, Need> needs = new LinkedHashMap<>();
    for (Named name : named) {
      concept(needs, query, name, words);
    }
    Map<String, Set<String>> asked = asked(words);
    List<Purposes.Meant> meant = meant(words, asked);
    words(
        needs,
        query,
        segmented(words).stream().filter(w -> named.stream().noneMatch(n -> n.covers(w))).toList(),
        !meant.isEmpty());
    meant.forEach(term -> purpose(needs, term, words, asked.keySet(), named));
    measure(needs, query, words);
    List<String> phrase = words.stream().filter(Token::content).map(Token::text).toList();
    boolean comparison =
        named.size() > 1 && words.stream().anyMatch(w -> AskingWords.compares(w.text()));
    return new QueryReading(
        query,
        needs.values().stream().limit(MOST_NEEDS).toList(),
        phrase,
        comparison,
        named.isEmpty() && NAME.matcher(query.strip()).matches() ? Folded.text(query).strip() : "");
  }

  /** The beginning of what was written, without characters that nobody sees. */
  private static String cut(String written) {
    int end = Math.min(written.length(), MOST_CHARACTERS);
    boolean halved = end < written.length() && Character.isHighSurrogate(written.charAt(end - 1));
    return UNSEEN.matcher(written.substring(0, halved ? end - 1 : end)).replaceAll("");
  }

  /**
   * The terms named. One of which the notes know nothing still counts if it is written in Latin
   * letters, as a name is then meant; a Japanese one may only be put together of words that the
   * notes do have.
   */
  private List<Named> named(String query, List<Token> words) {
    List<Named> named = new ArrayList<>();
    for (Mention mention : glossary.mentions(query)) {
      Named name = new Named(mention.term().id(), mention.from(), mention.to(), 1);
      List<Token> own = words.stream().filter(name::covers).toList();
      if (sections(mention.term().id()) > 0
          || own.size() < 2
          || own.stream().allMatch(Token::latin)) {
        named.add(name);
      }
    }
    if (!Corrections.covered(0, query.length(), words, named)) {
      named.addAll(corrections.get().of(query, words, named, vocabulary));
    }
    return named;
  }

  private int sections(String id) {
    return vocabulary.sections(Fields.WORDS, SectionWords.CONCEPT + id);
  }

  /**
   * The term under any of its names; where it is one word, that word too; of several, each as a
   * little hint.
   */
  private void concept(Map<String, Need> needs, String query, Named named, List<Token> words) {
    String surface = query.substring(named.from(), named.to());
    Ways ways = new Ways(vocabulary, glossary).add(SectionWords.CONCEPT + named.id(), named.sure());
    glossary.find(surface).ifPresent(term -> kinds(ways, term));
    List<Token> own =
        segmented(words.stream().filter(named::covers).toList()).stream()
            .filter(Token::content)
            .toList();
    if (own.size() == 1) {
      ways.addAll(Ways.of(own.getFirst(), false, vocabulary, glossary), 0.8);
    }
    double weight = vocabulary.weight(ways.sections());
    needs.putIfAbsent(
        SectionWords.CONCEPT + named.id(), new Need(surface, ways.all(), weight, true));
    if (own.size() > 1 && !ways.isEmpty()) {
      for (Token part : own) {
        Ways hint = Ways.of(part, false, vocabulary, glossary);
        needs.putIfAbsent(
            part.text(),
            new Need(part.text(), hint.all(), Weights.HINT * weight / own.size(), false));
      }
    }
  }

  /** A kind of thing is also met by the things of that kind. */
  private void kinds(Ways ways, Term generic) {
    glossary.ofKind(generic).forEach(t -> ways.add(SectionWords.CONCEPT + t.id(), Weights.KIND));
  }

  /** The words beside the names; {@code meant} if what they ask for is what some term is for. */
  private void words(Map<String, Need> needs, String query, List<Token> words, boolean meant) {
    boolean sentence = words.stream().anyMatch(w -> w.latin() && AskingWords.asks(w.text()));
    boolean hinted =
        meant || !needs.isEmpty() || words.stream().anyMatch(w -> w.latin() || w.katakana());
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      if (!word.content() || onlyAsks(words, i)) {
        continue;
      }
      Token both = i + 1 < words.size() ? together(word, words.get(i + 1)) : word;
      if (!both.equals(word)) {
        i++;
      }
      boolean begun = i == words.size() - 1 && (both.text().length() > 3 || !needs.isEmpty());
      Ways ways = Ways.plain(both, begun, vocabulary, glossary);
      boolean number = both.text().chars().allMatch(Character::isDigit);
      boolean name = (both.latin() || both.katakana()) && !sentence && !number;
      double weight =
          vocabulary.weight(ways.sections())
              * (ways.isEmpty() && !name && hinted ? Weights.UNHEARD : 1)
              * (both.kind() == Token.Kind.PREDICATE ? Weights.PREDICATE : 1);
      needs.putIfAbsent(
          both.text(), new Need(query.substring(both.from(), both.to()), ways.all(), weight, name));
    }
  }

  /** Whether a word only asks: 何, 何分, and the 分 after 何; a unit in Latin letters tells more. */
  private static boolean onlyAsks(List<Token> words, int i) {
    String word = words.get(i).text();
    return AskingWords.asks(word)
        || Measures.onlyAsks(word)
        || (i > 0 && !words.get(i).latin() && Measures.onlyAsks(words.get(i - 1).text() + word));
  }

  /** The words that a need may consist of, each with others that mean the same. */
  private Map<String, Set<String>> asked(List<Token> words) {
    Map<String, Set<String>> asked = new LinkedHashMap<>();
    for (Token word : words) {
      if (word.content() && word.kind() != Token.Kind.RUN && !AskingWords.asks(word.text())) {
        asked.put(word.text(), Ways.same(word.text()));
      }
    }
    return asked;
  }

  private List<Purposes.Meant> meant(List<Token> words, Map<String, Set<String>> asked) {
    boolean name = asked.size() < 3 && words.stream().allMatch(Token::latin);
    return name || asked.size() < 2 ? List.of() : purposes.get().of(asked, id -> sections(id) > 0);
  }

  /** A thing that is for what is asked meets each word, and each term, that its use says. */
  private void purpose(
      Map<String, Need> needs,
      Purposes.Meant meant,
      List<Token> words,
      Set<String> asked,
      List<Named> named) {
    List<Need.Way> way =
        new Ways(vocabulary, glossary)
            .add(SectionWords.CONCEPT + meant.id(), Weights.FOR * meant.strength())
            .all();
    meant.words().forEach(word -> needs.computeIfPresent(word, (w, need) -> need.orBy(way)));
    for (Named term : named) {
      boolean said =
          words.stream()
              .filter(w -> term.covers(w) && asked.contains(w.text()))
              .allMatch(w -> meant.words().contains(w.text()));
      if (said && meant.strength() > Weights.MEANT) {
        needs.computeIfPresent(SectionWords.CONCEPT + term.id(), (w, need) -> need.orBy(way));
      }
    }
  }

  /**
   * A question for a number is met by a line that says one of the kind asked for; one whether
   * something is possible, by a line that says so or not.
   */
  private void measure(Map<String, Need> needs, String query, List<Token> words) {
    Ways ways = new Ways(vocabulary, glossary);
    Measures.asked(words).forEach(ways::add);
    double weight = Weights.MEASURE;
    if (ways.isEmpty() && needs.size() > 1 && AskingWords.asksWhether(query)) {
      AskingWords.POSSIBLE.forEach(word -> ways.add(word, 1));
      weight = Weights.POSSIBLE;
    }
    if (!ways.isEmpty() && !needs.isEmpty()) {
      double others = needs.values().stream().mapToDouble(Need::weight).sum();
      needs.put("=", new Need("", ways.all(), weight * others, false));
    }
  }

  /** Two Latin words that the notes write as one, {@code cloud front}; else the first. */
  private Token together(Token first, Token second) {
    String joined = first.text() + second.text();
    boolean one = first.latin() && second.latin() && vocabulary.sections(Fields.WORDS, joined) > 0;
    return one ? new Token(joined, first.from(), second.to(), true, Token.Kind.WORD) : first;
  }

  /**
   * Runs of katakana as words that the notes know: uncut, else cut into known words, else as
   * Kuromoji cuts them.
   */
  private List<Token> segmented(List<Token> words) {
    List<Token> segmented = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      Token word = words.get(i++);
      if (word.kind() != Token.Kind.RUN) {
        segmented.add(word);
        continue;
      }
      List<Token> known = known(word);
      List<Token> parts = new ArrayList<>();
      for (; i < words.size() && words.get(i).from() < word.to(); i++) {
        parts.add(words.get(i));
      }
      segmented.addAll(known.isEmpty() ? joined(parts) : known);
    }
    return segmented;
  }

  /** Kuromoji's parts of a run, neighbours that the notes know as one word joined. */
  private List<Token> joined(List<Token> parts) {
    List<Token> joined = new ArrayList<>();
    for (int from = 0; from < parts.size(); ) {
      int to = parts.size();
      while (to > from + 1
          && vocabulary.sections(Fields.WORDS, text(parts.subList(from, to))) == 0) {
        to--;
      }
      Token first = parts.get(from);
      joined.add(
          to == from + 1
              ? first
              : new Token(
                  text(parts.subList(from, to)),
                  first.from(),
                  parts.get(to - 1).to(),
                  true,
                  Token.Kind.WORD));
      from = to;
    }
    return joined;
  }

  private static String text(List<Token> parts) {
    return parts.stream().map(Token::text).collect(Collectors.joining());
  }

  /**
   * The run itself or the fewest long words that it is made of; empty if it cannot be made of known
   * words.
   */
  private List<Token> known(Token run) {
    List<Token> parts = new ArrayList<>();
    int from = 0;
    while (from < run.text().length()) {
      int to = run.text().length();
      while (to > from + 1
          && vocabulary.sections(Fields.WORDS, run.text().substring(from, to)) == 0) {
        to--;
      }
      if (to <= from + 1) {
        return List.of();
      }
      parts.add(
          new Token(run.text().substring(from, to), run.from(), run.to(), true, Token.Kind.WORD));
      from = to;
    }
    return parts;
  }
}
