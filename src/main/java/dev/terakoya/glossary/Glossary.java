package dev.terakoya.glossary;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The terms of the field. Immutable, safe for any thread. */
public final class Glossary {
  private final List<Term> terms;
  private final Usage usage;
  private final Names names;
  private final Map<String, List<Accusation>> accusations = new ConcurrentHashMap<>();
  private final Map<String, List<Term>> members = new ConcurrentHashMap<>();
  private final Map<String, List<Term>> families;

  /** The ids of what a generic term names, by its id, where kinds do not say it. */
  private final Map<String, Set<String>> kinds;

  /** What a team's own files say that terms are for, by their ids. */
  private final Map<String, List<String>> purposes;

  /** What a team's own files know to hold. */
  private final List<KnownFact> known;

  /** The same with what comes with the program. */
  private final Lazy<Map<String, List<String>>> allPurposes;

  private final Lazy<List<KnownFact>> allKnown;

  /** The dated facts that come with the program, by the ids of their terms. */
  private final Lazy<Map<String, List<DatedFact>>> dated;

  /** Whether the terms that come with the program are among these. */
  private final boolean bundled;

  private final Lazy<String> fingerprint;

  /** Few programs ask for slips. */
  private final Lazy<Slips> slips;

  private final Remembered<Optional<Term>> nearly = new Remembered<>(this::nearest);

  Glossary(
      List<Term> terms,
      Usage usage,
      Map<String, Set<String>> kinds,
      Map<String, List<String>> purposes,
      List<KnownFact> known,
      boolean bundled) {
    this(terms, usage, new Names(terms, usage), kinds, purposes, known, bundled, null);
  }

  private Glossary(
      List<Term> terms,
      Usage usage,
      Names names,
      Map<String, Set<String>> kinds,
      Map<String, List<String>> purposes,
      List<KnownFact> known,
      boolean bundled,
      @Nullable String fingerprint) {
    this.fingerprint = new Lazy<>(() -> fingerprint == null ? computed() : fingerprint);
    this.known = List.copyOf(known);
    this.bundled = bundled;
    this.terms = List.copyOf(terms);
    this.usage = usage;
    this.names = names;
    this.kinds = Map.copyOf(kinds);
    this.purposes = Map.copyOf(purposes);
    this.allPurposes = new Lazy<>(() -> bundled ? and(BundledGlossary.purposes()) : this.purposes);
    this.allKnown =
        new Lazy<>(() ->
            bundled
                ? Stream.concat(this.known.stream(), BundledGlossary.known().stream()).toList()
                : this.known);
    this.dated = new Lazy<>(() -> bundled ? BundledGlossary.dated() : Map.of());
    this.slips = new Lazy<>(() -> new Slips(this.terms, usage));
    this.families = this.terms.stream().collect(Collectors.groupingBy(Term::family));
  }

  /** What the team's files say that terms are for, then what others say. */
  private Map<String, List<String>> and(Map<String, List<String>> others) {
    Map<String, List<String>> all = new HashMap<>(purposes);
    others.forEach((id, more) ->
        all.merge(id, more, (own, rest) -> Stream.concat(own.stream(), rest.stream()).toList()));
    return Map.copyOf(all);
  }

  /** A glossary of these terms, unchecked; names are taken as they are, vendors are unknown. */
  public static Glossary of(List<Term> terms) {
    return new Glossary(terms, Usage.PLAIN, Map.of(), Map.of(), List.of(), false);
  }

  /**
   * The glossary that comes with the program.
   *
   * @throws IllegalStateException if it contradicts itself
   */
  public static Glossary bundled() {
    return BundledGlossary.glossary();
  }

  /** Reads the terms that come with the program as {@link #pack} wrote them. */
  static Glossary unpacked(Pack pack) {
    String fingerprint = pack.text();
    Usage usage = Usage.unpacked(pack);
    List<Term> terms = pack.list(() -> Term.unpacked(pack));
    Names names = Names.unpacked(pack, terms, usage);
    Map<String, Set<String>> kinds = new HashMap<>();
    pack.list(() -> kinds.put(pack.text(), Set.copyOf(pack.texts())));
    return new Glossary(terms, usage, names, kinds, Map.of(), List.of(), true, fingerprint);
  }

  /** Writes terms, names and kinds. */
  void pack(Pack.Writer pack) {
    pack.text(fingerprint());
    usage.pack(pack);
    pack.list(terms, term -> term.pack(pack));
    names.pack(pack, terms);
    pack.list(
        kindsInOrder().entrySet(),
        kind -> {
          pack.text(kind.getKey());
          pack.texts(kind.getValue());
        });
  }

  /** A glossary from files alone; a file that cannot be read is a fault like any other. */
  public static Reading read(List<Path> files) {
    return of(List.of()).plus(files);
  }

  /**
   * This glossary and what a team's own file adds; the file's terms only if it says {@code alone}.
   */
  public Reading plus(Path file) {
    return plus(List.of(file));
  }

  private Reading plus(List<Path> paths) {
    List<GlossaryFile> files = paths.stream().map(GlossaryFile::read).toList();
    Glossary base = files.stream().anyMatch(f -> f.alone) ? of(List.of()) : this;
    Assembly assembly = Assembly.of(base, files);
    return new Reading(assembly.glossary(base.bundled), assembly.faults());
  }

  /** All terms. */
  public Collection<Term> terms() {
    return terms;
  }

  /**
   * The term of a name, whatever its width, case, spaces, hyphens or long vowels, in singular or
   * plural, with or without a vendor in front; former names too. A Latin word in a name of several
   * words, or a name of one long word, may lack its final s or have one too many.
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

  /** What may stand in front of a name without being part of it, such as a maker. */
  public Collection<String> vendors() {
    return usage.vendors();
  }

  /** Whether a name begins with its maker's, as those of products do: {@code Amazon S3}. */
  public boolean isProduct(String name) {
    int space = name.indexOf(' ');
    return space > 0 && usage.isVendor(name.substring(0, space));
  }

  /**
   * Whether a text names another maker, whose things may be called like those of this field: below
   * Azure a load balancer is not one of these.
   */
  public boolean isForeign(String text) {
    return usage.isForeign(text);
  }

  /** Whether a term is a maker itself. */
  public boolean isVendor(Term term) {
    return term.allNames().stream().anyMatch(usage::isVendor);
  }

  /** The other members of a term's family. */
  public List<Term> siblings(Term term) {
    return term.family().isEmpty()
        ? List.of()
        : families.getOrDefault(term.family(), List.of()).stream()
            .filter(t -> !t.id().equals(term.id()))
            .toList();
  }

  /**
   * The term that a word means if exactly one letter of it is left out, put in, changed or
   * exchanged with its neighbour. None for a name that is written right, for everyday words, and
   * where two terms fit. Only names of one word from 6 letters and of several words from 8 are
   * considered, and the first letter has to be right.
   */
  public Optional<Term> nearly(String word) {
    return nearly.of(word);
  }

  private Optional<Term> nearest(String word) {
    if (find(word).isPresent()) {
      return Optional.empty();
    }
    String key = Spelling.key(word);
    return slips.get().nearest(key).or(() -> slips.get().nearest(usage.withoutVendor(key)));
  }

  /**
   * What a generic term such as <i>graph database</i> names: the terms whose kind is one of its
   * names, and those that the glossary counts to it besides. Empty for a term that is not generic.
   */
  public List<Term> ofKind(Term generic) {
    return members.computeIfAbsent(generic.id(), id -> membersOf(generic));
  }

  private List<Term> membersOf(Term generic) {
    Set<String> names = generic.allNames().stream().map(Spelling::key).collect(Collectors.toSet());
    Set<String> counted = kinds.getOrDefault(generic.id(), Set.of());
    return terms.stream()
        .filter(t -> counted.contains(t.id()) || names.contains(Spelling.key(t.kind())))
        .toList();
  }

  /** Whether terms are for what comes with the program, and no file of a team says more. */
  public boolean hasBundledPurposesOnly() {
    return bundled && purposes.isEmpty();
  }

  /** What terms are for, as one who does not know their names would ask, by their ids. */
  public Map<String, List<String>> purposes() {
    return allPurposes.get();
  }

  /**
   * What is known to hold, with questions that ask for it; those that come with the program are
   * read when they are first asked for.
   */
  public List<KnownFact> known() {
    return allKnown.get();
  }

  /** What finds the known facts in sentences: made anew, since it is large and seldom wanted. */
  public Confirmation confirmation() {
    return new Confirmation(this);
  }

  /** What was true once of a term, or never, and what holds now. */
  public List<DatedFact> facts(Term term) {
    return Stream.concat(
            term.facts().stream(), dated.get().getOrDefault(term.id(), List.of()).stream())
        .toList();
  }

  /** The dated facts which a statement about a term contradicts. */
  public List<DatedFact> factsAgainst(Term subject, String statement) {
    List<Accusation> against =
        accusations.computeIfAbsent(
            subject.id(), id -> facts(subject).stream().map(Accusation::of).toList());
    if (against.isEmpty()) {
      return List.of();
    }
    Wording.Statement said = Wording.Statement.of(statement);
    return against.stream()
        .filter(accusation -> accusation.wording().isIn(said))
        .map(Accusation::fact)
        .toList();
  }

  /** A hash of all names, kinds and families: an index built with others is out of date. */
  public String fingerprint() {
    return fingerprint.get();
  }

  private String computed() {
    Map<String, List<?>> sorted = new TreeMap<>();
    terms.forEach(t ->
        sorted.put(t.id(), List.of(t.names(), t.kind(), t.family(), t.former(), t.successor())));
    String content =
        List.of(
                new TreeMap<>(Map.of("vendors", usage.vendors())),
                usage.ordinary().stream().sorted().toList(),
                usage.bound().stream().sorted().toList(),
                usage.everyday().stream().sorted().toList(),
                kindsInOrder(),
                sorted)
            .toString();
    return Bundle.fingerprint(content);
  }

  private Map<String, Set<String>> kindsInOrder() {
    Map<String, Set<String>> sorted = new TreeMap<>();
    kinds.forEach((id, members) -> sorted.put(id, new TreeSet<>(members)));
    return sorted;
  }

  Map<String, Set<String>> kinds() {
    return kinds;
  }

  /** What a team's own files know to hold. */
  List<KnownFact> ownKnown() {
    return known;
  }

  Map<String, List<String>> ownPurposes() {
    return purposes;
  }

  Usage usage() {
    return usage;
  }
}
