package dev.terakoya.glossary;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the glossary's known facts find confirmed by a sentence of a note. */
public final class Confirmation {
  /** How a Japanese or English sentence takes back what it said before. */
  private static final Pattern DENIAL =
      Pattern.compile("^.{0,10}?(?:ない|なく|なけれ|なかっ|ません|ず(?:[、に]|$)|不可|不要|無効|非対応|未対応|以外|ではな|×|✕|not)");

  private final Glossary glossary;

  /** Headings stand above many sentences. */
  private final Remembered<Said> heads = new Remembered<>(this::said);

  private final Remembered<Said> names = new Remembered<>(this::names);

  /** All claims by how the phrases of their last group begin, which has to stand in a sentence. */
  private final Map<String, List<Opening>> openings;

  /** A phrase of a claim's last group. */
  private record Opening(String phrase, Claim claim) {
    private static final int LENGTH = 2;

    static String of(String text, int at) {
      return text.substring(at, Math.min(at + LENGTH, text.length()));
    }
  }

  /** A text with its spelling and what it names. */
  private record Said(String text, Spelling spelling, List<Mention> mentions) {
    Stream<Term> terms() {
      return mentions.stream().map(Mention::term);
    }

    /** Whether it is a heading over several things, and so over none of them. */
    boolean lists() {
      return terms().distinct().count() > 2;
    }

    /** What it begins with. */
    Stream<Term> head() {
      return mentions.stream().filter(m -> m.from() < 2).map(Mention::term);
    }

    /** The text without the name of the claim's term, which says nothing about it. */
    Spelling apartFrom(Claim claim) {
      if (claim.named() || terms().noneMatch(t -> claim.term().filter(t::equals).isPresent())) {
        return spelling;
      }
      StringBuilder apart = new StringBuilder(text);
      mentions.stream()
          .filter(m -> claim.term().filter(m.term()::equals).isPresent())
          .forEach(m -> apart.replace(m.from(), m.to(), "\n".repeat(m.to() - m.from())));
      return Spelling.of(apart.toString());
    }
  }

  /**
   * A known fact ready to be looked for.
   *
   * @param denies whether what it says is a denial itself
   * @param named whether it says its term's name itself
   */
  private record Claim(
      KnownFact fact, Optional<Term> term, Wording wording, boolean denies, boolean named) {
    static Claim of(KnownFact fact, Optional<Term> term, Map<String, String> keys) {
      Wording wording =
          Wording.of(fact.says(), fact.unless(), p -> keys.computeIfAbsent(p, Spelling::key));
      List<String> phrases = wording.says().stream().flatMap(List::stream).toList();
      return new Claim(
          fact,
          term,
          wording,
          phrases.stream().anyMatch(p -> DENIAL.matcher(p).find()),
          term.stream()
              .flatMap(t -> t.allNames().stream())
              .map(Spelling::key)
              .anyMatch(phrases::contains));
    }
  }

  /** Knows the facts of a glossary. */
  Confirmation(Glossary glossary) {
    this.glossary = glossary;
    Map<String, Term> terms =
        glossary.terms().stream().collect(Collectors.toMap(Term::id, Function.identity()));
    Map<String, String> keys = new ConcurrentHashMap<>();
    this.openings =
        glossary.known().parallelStream()
            .map(fact -> Claim.of(fact, Optional.ofNullable(terms.get(fact.of())), keys))
            .flatMap(c -> c.wording().says().getLast().stream().map(p -> new Opening(p, c)))
            .collect(Collectors.groupingBy(o -> Opening.of(o.phrase(), 0)));
  }

  /**
   * The facts that a sentence states, alone or as said of what stands above it.
   *
   * @param above headings and captions, the outermost first
   */
  public List<KnownFact> of(List<String> above, String sentence) {
    Said said = said(Links.blanked(sentence));
    List<Said> all =
        Stream.concat(Stream.of(said), above.reversed().stream().map(heads::of)).toList();
    Set<Term> named = all.stream().flatMap(Said::terms).collect(Collectors.toSet());
    List<Spelling> spellings = all.stream().map(Said::spelling).toList();
    return opened(said.spelling().key())
        .filter(c -> c.term().map(named::contains).orElse(true))
        .filter(c -> c.wording().hasPhrasesIn(spellings))
        .filter(c -> c.term().map(t -> isAbout(t, c, all)).orElse(true))
        .filter(c -> states(c, said, over(c, all)))
        .map(Claim::fact)
        .toList();
  }

  /**
   * The claims of which a sentence has a phrase of the last group, in its order; a phrase of one
   * letter opens with that alone.
   */
  private Stream<Claim> opened(String key) {
    Set<Claim> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Stream.Builder<Claim> opened = Stream.builder();
    for (int at = 0; at < key.length(); at++) {
      for (String begin : List.of(Opening.of(key, at), key.substring(at, at + 1))) {
        for (Opening opening : openings.getOrDefault(begin, List.of())) {
          if (key.startsWith(opening.phrase(), at) && seen.add(opening.claim())) {
            opened.add(opening.claim());
          }
        }
      }
    }
    return opened.build();
  }

  /**
   * What stands above a sentence. Of what stands over the heading that names the claim's term only
   * names count: they tell where, not what is said of it.
   */
  private List<Said> over(Claim claim, List<Said> said) {
    int named =
        IntStream.range(0, said.size())
            .filter(n -> said.get(n).terms().anyMatch(t -> claim.term().equals(Optional.of(t))))
            .findFirst()
            .orElse(0);
    return IntStream.range(1, said.size())
        .mapToObj(n -> named == 0 || n <= named ? said.get(n) : names.of(said.get(n).text()))
        .toList();
  }

  private Said names(String text) {
    return said(
        glossary.mentions(text).stream()
            .map(m -> text.substring(m.from(), m.to()))
            .collect(Collectors.joining("\n")));
  }

  private Said said(String text) {
    return new Said(text, Spelling.of(text), glossary.mentions(text));
  }

  /**
   * Whether a sentence is about the fact's term and not about one that gets confused with it: of
   * those it names none but this, or the nearest heading that names one names this alone, or what
   * has to be said tells itself of which; and no nearer heading names a product that the fact does
   * not speak of, nor does the sentence begin with one.
   */
  private boolean isAbout(Term term, Claim claim, List<Said> said) {
    return said.stream()
            .filter(s -> s.equals(said.getFirst()) || !s.lists())
            .map(s -> s.terms().filter(t -> akin(t, term)).collect(Collectors.toSet()))
            .filter(names -> !names.isEmpty())
            .findFirst()
            .filter(names -> names.contains(term) && (names.size() == 1 || claim.named()))
            .isPresent()
        && said.stream()
            .takeWhile(s -> s.terms().noneMatch(term::equals))
            .flatMap(s -> s.equals(said.getFirst()) ? s.head() : s.terms())
            .filter(t -> glossary.isProduct(t.name()))
            .allMatch(t -> speaksOf(claim.fact(), t))
        && isAtHome(term, claim, said);
  }

  /**
   * Whether a sentence that only mentions the term, and does not begin with it, stands below a
   * product that the fact speaks of: below another one it tells how that one uses it.
   */
  private boolean isAtHome(Term term, Claim claim, List<Said> said) {
    Said sentence = said.getFirst();
    if (sentence.terms().noneMatch(term::equals) || sentence.head().anyMatch(term::equals)) {
      return true;
    }
    return said.stream()
        .skip(1)
        .map(s -> s.terms().filter(t -> glossary.isProduct(t.name())).toList())
        .filter(products -> !products.isEmpty())
        .findFirst()
        .map(products ->
            products.stream()
                .anyMatch(t -> t.equals(term) || owns(t, term) || speaksOf(claim.fact(), t)))
        .orElse(true);
  }

  private boolean speaksOf(KnownFact fact, Term term) {
    String says = fact.says().stream().flatMap(List::stream).collect(Collectors.joining("\n"));
    return said(String.join("\n", fact.ask(), fact.key(), says)).terms().anyMatch(term::equals);
  }

  /** Whether a term is a part of a product, as far as its kind or its name tells. */
  private boolean owns(Term product, Term part) {
    return heads.of(part.kind()).terms().anyMatch(product::equals)
        || part.names().stream().flatMap(n -> heads.of(n).terms()).anyMatch(t -> t.equals(product));
  }

  private static boolean akin(Term one, Term other) {
    return one.equals(other) || (!one.family().isEmpty() && one.family().equals(other.family()));
  }

  private static boolean states(Claim claim, Said said, List<Said> above) {
    Spelling words = said.apartFrom(claim);
    return claim
        .wording()
        .endIn(words, above.stream().map(a -> a.apartFrom(claim)).toList())
        .stream()
        .anyMatch(end -> claim.denies() || !DENIAL.matcher(words.key().substring(end)).find());
  }
}
