package dev.terakoya.glossary;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The terms of the field. Immutable, safe for any thread. */
public final class Glossary {
  private static final List<String> BUNDLED =
      List.of(
          "usage",
          "network",
          "compute",
          "storage",
          "database",
          "messaging",
          "security",
          "operations",
          "analytics",
          "concepts",
          "facts");

  private final List<Term> terms;
  private final Usage usage;
  private final Names names;
  private final Map<String, List<Accusation>> accusations = new ConcurrentHashMap<>();
  private final Map<String, List<Term>> families;

  Glossary(List<Term> terms, Usage usage) {
    this.terms = List.copyOf(terms);
    this.usage = usage;
    this.names = new Names(this.terms, usage);
    this.families = this.terms.stream().collect(Collectors.groupingBy(Term::family));
  }

  /** A glossary of these terms, unchecked; names are taken as they are, vendors are unknown. */
  public static Glossary of(List<Term> terms) {
    return new Glossary(terms, Usage.PLAIN);
  }

  /**
   * The glossary that comes with the program.
   *
   * @throws IllegalStateException if it contradicts itself
   */
  public static Glossary bundled() {
    List<GlossaryFile> files =
        BUNDLED.parallelStream()
            .map(name -> new GlossaryFile(name + ".yaml", Bundle.text(name + ".yaml")))
            .toList();
    Reading reading = Assembly.of(of(List.of()), files);
    if (!reading.faults().isEmpty()) {
      throw new IllegalStateException("the bundled glossary is faulty: " + reading.faults());
    }
    return reading.glossary();
  }

  /** A glossary from files alone; a file that cannot be read is a fault like any other. */
  public static Reading read(List<Path> files) {
    return of(List.of()).plus(files);
  }

  /** This glossary and what a team's own file adds. */
  public Reading plus(Path file) {
    return plus(List.of(file));
  }

  private Reading plus(List<Path> paths) {
    return Assembly.of(this, paths.stream().map(GlossaryFile::read).toList());
  }

  /** All terms. */
  public Collection<Term> terms() {
    return terms;
  }

  /**
   * The term of a name, whatever its width, case, spaces, hyphens or long vowels, in singular or
   * plural, with or without a vendor in front; former names too.
   */
  public Optional<Term> find(String name) {
    return names.find(name);
  }

  /**
   * The terms that a text names, from left to right, the longest name where several fit. Takes time
   * linear in the text.
   */
  public List<Mention> mentions(String text) {
    return names.mentions(text);
  }

  /** The other members of a term's family. */
  public List<Term> siblings(Term term) {
    return term.family().isEmpty()
        ? List.of()
        : families.getOrDefault(term.family(), List.of()).stream()
            .filter(t -> !t.id().equals(term.id()))
            .toList();
  }

  /** The dated facts which a statement about a term contradicts. */
  public List<DatedFact> factsAgainst(Term subject, String statement) {
    if (subject.facts().isEmpty()) {
      return List.of();
    }
    Accusation.Statement said = Accusation.Statement.of(statement);
    return accusations.computeIfAbsent(subject.id(), id -> accusations(subject)).stream()
        .filter(accusation -> accusation.holdsAgainst(said))
        .map(Accusation::fact)
        .toList();
  }

  private static List<Accusation> accusations(Term term) {
    return term.facts().stream().map(Accusation::of).toList();
  }

  /** A hash of everything in it: an index built with another one is out of date. */
  public String fingerprint() {
    Map<String, Term> sorted = new TreeMap<>();
    terms.forEach(term -> sorted.put(term.id(), term));
    String content =
        List.of(
                new TreeMap<>(Map.of("vendors", usage.vendors())),
                usage.ordinary().stream().sorted().toList(),
                usage.bound().stream().sorted().toList(),
                sorted.values())
            .toString();
    return Bundle.fingerprint(content);
  }

  Usage usage() {
    return usage;
  }
}
