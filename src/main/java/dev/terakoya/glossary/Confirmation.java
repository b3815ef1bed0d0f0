package dev.terakoya.glossary;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the glossary's known facts find confirmed by a sentence of a note. */
public final class Confirmation {
  /** How a Japanese or English sentence takes back what it said before. */
  private static final Pattern DENIAL =
      Pattern.compile("^.{0,10}?(?:ない|なく|なけれ|なかっ|ません|ず(?:[、に]|$)|不可|不要|無効|非対応|未対応|以外|ではな|×|✕|not)");

  private final Glossary glossary;

  /** By the id of their term, those about none under the empty id. */
  private final Map<String, List<Claim>> claims;

  /**
   * A known fact ready to be looked for.
   *
   * @param denies whether what it says is a denial itself
   * @param named whether it says its term's name itself
   */
  private record Claim(
      KnownFact fact, Optional<Term> term, Wording wording, boolean denies, boolean named) {
    static Claim of(KnownFact fact, Optional<Term> term) {
      Wording wording = Wording.of(fact.says(), fact.unless(), Spelling::key);
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
  public Confirmation(Glossary glossary) {
    this.glossary = glossary;
    Map<String, Term> terms =
        glossary.terms().stream().collect(Collectors.toMap(Term::id, Function.identity()));
    this.claims =
        glossary.known().stream()
            .map(fact -> Claim.of(fact, Optional.ofNullable(terms.get(fact.of()))))
            .collect(Collectors.groupingBy(c -> c.fact().of()));
  }

  /**
   * The facts that a sentence states, alone or as said of what stands above it.
   *
   * @param above headings and captions, the outermost first
   */
  public List<KnownFact> of(List<String> above, String sentence) {
    Spelling said = Spelling.of(Links.blanked(sentence));
    Set<Term> named = named(sentence);
    List<Set<Term>> over = above.reversed().stream().map(this::named).toList();
    Set<Term> all = new HashSet<>(named);
    over.forEach(all::addAll);
    List<Spelling> heads = above.stream().map(Spelling::of).toList();
    return Stream.concat(Stream.of(""), all.stream().map(Term::id).sorted())
        .flatMap(id -> claims.getOrDefault(id, List.of()).stream())
        .filter(c -> c.term().map(t -> isAbout(t, c.named(), named, over)).orElse(true))
        .filter(c -> states(c, said, heads))
        .map(Claim::fact)
        .toList();
  }

  private Set<Term> named(String text) {
    return glossary.mentions(text).stream().map(Mention::term).collect(Collectors.toSet());
  }

  /**
   * Whether a sentence is about the fact's term and not about one that gets confused with it: of
   * those it names none but this, or the nearest heading that names one names this alone, or what
   * has to be said tells itself of which.
   */
  private static boolean isAbout(Term term, boolean told, Set<Term> named, List<Set<Term>> over) {
    return Stream.concat(Stream.of(named), over.stream())
        .map(names -> names.stream().filter(t -> akin(t, term)).collect(Collectors.toSet()))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .filter(names -> names.contains(term) && (names.size() == 1 || told))
        .isPresent();
  }

  private static boolean akin(Term one, Term other) {
    return one.equals(other) || (!one.family().isEmpty() && one.family().equals(other.family()));
  }

  private static boolean states(Claim claim, Spelling said, List<Spelling> above) {
    return claim.wording().endIn(said, above).stream()
        .anyMatch(end -> claim.denies() || !DENIAL.matcher(said.key().substring(end)).find());
  }
}
