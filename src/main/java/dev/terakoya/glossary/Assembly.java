package dev.terakoya.glossary;

import dev.terakoya.glossary.GlossaryFile.Placed;
import dev.terakoya.notes.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts glossary files together and refuses what contradicts: the first one said stands, the later
 * one is left out and becomes a fault.
 */
final class Assembly {
  private static final Pattern MONTH = Pattern.compile("|\\d{4}(-(0[1-9]|1[0-2]))?");

  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final Map<String, String> owners = new HashMap<>();

  /** Facts share most of their phrases. */
  private final Map<String, String> phraseKeys = new HashMap<>();

  /** A name is asked for when it is taken in and when others are held against it. */
  private final Map<String, Set<String>> nameKeys = new HashMap<>();

  private final List<Problem> faults = new ArrayList<>();
  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final Map<String, List<String>> purposes = new HashMap<>();
  private final List<KnownFact> known = new ArrayList<>();
  private final Map<String, List<DatedFact>> dated = new HashMap<>();
  private final Usage usage;

  private Assembly(Glossary base, List<GlossaryFile> files) {
    files.forEach(file -> faults.addAll(file.faults));
    this.usage =
        Stream.concat(Stream.of(base.usage()), files.stream().map(f -> f.usage))
            .reduce(Usage.PLAIN, Usage::and);
    base.terms().forEach(term -> own(term.id(), term.allNames()));
    base.terms().forEach(term -> terms.put(term.id(), term));
    files.forEach(file -> file.terms.forEach(term -> addTerm(file.name, term)));
    kinds.putAll(base.kinds());
    files.forEach(file -> file.kinds.forEach(members -> addKind(file.name, members)));
    files.forEach(file -> file.also.forEach(names -> addNames(file.name, names)));
    purposes.putAll(base.ownPurposes());
    files.forEach(file -> file.purposes.forEach(uses -> addPurposes(file.name, uses)));
    Map<String, Long> families =
        terms.values().stream().collect(Collectors.groupingBy(Term::family, Collectors.counting()));
    files.forEach(file -> file.terms.forEach(term -> checkLinks(file.name, term, families)));
    files.forEach(file -> file.facts.forEach(fact -> addFact(file.name, fact)));
    known.addAll(base.ownKnown());
    files.forEach(file -> file.known.forEach(fact -> addKnown(file.name, fact)));
  }

  /** A glossary and the files that add to it, put together; what was refused is in the faults. */
  static Assembly of(Glossary base, List<GlossaryFile> files) {
    return new Assembly(base, files);
  }

  /** What stands, with or without the facts that come with the program. */
  Glossary glossary(boolean bundled) {
    return new Glossary(List.copyOf(terms.values()), usage, kinds, purposes, known, bundled);
  }

  /** The facts that the files add to terms, by the terms' ids. */
  Map<String, List<DatedFact>> dated() {
    return dated;
  }

  /** What the terms are for, by the terms' ids. */
  Map<String, List<String>> purposes() {
    return Map.copyOf(purposes);
  }

  /** The known facts that stand. */
  List<KnownFact> known() {
    return List.copyOf(known);
  }

  /** What was refused, with file and line. */
  List<Problem> faults() {
    return faults;
  }

  private void addTerm(String file, Placed<Term> placed) {
    Term term = placed.what();
    List<String> wrong = new ArrayList<>(missing(term));
    if (terms.containsKey(term.id())) {
      wrong.add("the id is taken by " + terms.get(term.id()).name());
    }
    wrong.addAll(taken(term.id(), term.allNames()));
    wrong.forEach(why -> fault(file, placed.line(), term.id(), why));
    if (wrong.isEmpty()) {
      own(term.id(), term.allNames());
      terms.put(term.id(), term);
    }
  }

  private static List<String> missing(Term term) {
    List<String> wrong = new ArrayList<>();
    if (term.names().isEmpty()) {
      wrong.add("a term needs a name");
    }
    if (term.kind().isEmpty()) {
      wrong.add("a term needs a kind");
    }
    if (term.allNames().stream().anyMatch(name -> Spelling.key(name).isEmpty())) {
      wrong.add("a name needs a letter");
    }
    return wrong;
  }

  private List<String> taken(String id, List<String> names) {
    List<String> wrong = new ArrayList<>();
    for (String name : names) {
      keys(name).stream()
          .map(key -> owners.getOrDefault(key, id))
          .filter(owner -> !owner.equals(id))
          .findFirst()
          .ifPresent(owner -> wrong.add("the name " + name + " belongs to " + owner));
    }
    return wrong;
  }

  private Set<String> keys(String name) {
    return nameKeys.computeIfAbsent(name, usage::keys);
  }

  private void own(String id, List<String> names) {
    names.forEach(name -> keys(name).forEach(key -> owners.putIfAbsent(key, id)));
  }

  private void addNames(String file, Placed<List<String>> placed) {
    Term term = terms.get(placed.id());
    if (term == null) {
      fault(file, placed.line(), placed.id(), "no term has this id");
      return;
    }
    List<String> wrong = taken(term.id(), placed.what());
    wrong.forEach(why -> fault(file, placed.line(), term.id(), why));
    if (wrong.isEmpty()) {
      own(term.id(), placed.what());
      terms.put(term.id(), term.withNames(placed.what()));
    }
  }

  private void addKind(String file, Placed<List<String>> placed) {
    Set<String> members = new HashSet<>(placed.what());
    Set<String> unknown = new TreeSet<>(members);
    unknown.add(placed.id());
    unknown.removeAll(terms.keySet());
    unknown.forEach(id -> fault(file, placed.line(), id, "no term has this id"));
    if (members.contains(placed.id())) {
      fault(file, placed.line(), placed.id(), "it would be of its own kind");
    } else if (unknown.isEmpty()) {
      kinds.merge(placed.id(), members, Assembly::union);
    }
  }

  /** What a term is for; the term may be called by its id or by any of its names. */
  private void addPurposes(String file, Placed<List<String>> placed) {
    String id = idOf(placed.id());
    if (id.isEmpty()) {
      fault(file, placed.line(), placed.id(), "no term has this id or name");
    } else {
      purposes.merge(
          id, placed.what(), (one, more) -> Stream.concat(one.stream(), more.stream()).toList());
    }
  }

  /** The id of a term by its id or one of its names; empty where there is none. */
  private String idOf(String name) {
    return terms.containsKey(name)
        ? name
        : keys(name).stream().map(owners::get).filter(Objects::nonNull).findFirst().orElse("");
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  private void checkLinks(String file, Placed<Term> placed, Map<String, Long> families) {
    Term term = placed.what();
    if (!term.successor().isEmpty() && !terms.containsKey(term.successor())) {
      fault(file, placed.line(), term.id(), "no term has the successor's id " + term.successor());
    } else if (isItsOwnSuccessor(term)) {
      fault(file, placed.line(), term.id(), "it would be its own successor");
    }
    if (!term.family().isEmpty() && families.getOrDefault(term.family(), 0L) < 2) {
      fault(file, placed.line(), term.id(), "nobody else is of the family " + term.family());
    }
  }

  private boolean isItsOwnSuccessor(Term term) {
    Set<String> seen = new HashSet<>(Set.of(term.id()));
    String next = term.successor();
    while (!next.isEmpty()) {
      if (!seen.add(next)) {
        return next.equals(term.id());
      }
      Term successor = terms.get(next);
      next = successor == null ? "" : successor.successor();
    }
    return false;
  }

  private void addFact(String file, Placed<DatedFact> placed) {
    Term term = terms.get(placed.id());
    List<String> wrong = new ArrayList<>(wrongWith(placed.what()));
    if (term == null) {
      wrong.add("no term has this id");
    }
    wrong.forEach(why -> fault(file, placed.line(), placed.id(), why));
    if (term != null && wrong.isEmpty()) {
      dated.computeIfAbsent(term.id(), id -> new ArrayList<>()).add(placed.what());
      terms.put(
          term.id(),
          term.withFacts(Stream.concat(term.facts().stream(), Stream.of(placed.what())).toList()));
    }
  }

  private List<String> wrongWith(DatedFact fact) {
    Accusation accusation = Accusation.of(fact, this::phraseKey);
    List<String> wrong = new ArrayList<>(accusation.wording().faults());
    if (!MONTH.matcher(fact.until()).matches()) {
      wrong.add("until is a month such as 2023-08, a year, or empty");
    }
    if (!fact.url().startsWith("https://")) {
      wrong.add("a fact needs the url of its documentation");
    }
    if (fact.now().isEmpty()) {
      wrong.add("a fact says what holds now");
    } else if (wrong.isEmpty() && accusation.wording().isIn(Wording.Statement.of(fact.now()))) {
      wrong.add("the fact contradicts what it says itself under now");
    }
    return wrong;
  }

  private String phraseKey(String phrase) {
    return phraseKeys.computeIfAbsent(phrase, Spelling::key);
  }

  private void addKnown(String file, Placed<KnownFact> placed) {
    KnownFact fact = placed.what();
    String id = idOf(fact.of());
    List<String> wrong =
        new ArrayList<>(Wording.of(fact.says(), fact.unless(), this::phraseKey).faults());
    if (id.isEmpty() && !fact.of().isEmpty()) {
      wrong.add("no term has this id or name: " + fact.of());
    }
    if (fact.ask().isEmpty() || fact.asks().contains("") || fact.because().isEmpty()) {
      wrong.add("a known fact needs what to ask, and because");
    }
    Set<String> options = new HashSet<>(fact.others());
    if (options.size() != fact.others().size()
        || !options.add(fact.key())
        || fact.key().isEmpty()
        || options.size() < 3
        || options.size() > 5) {
      wrong.add("a known fact needs a key and two to four others, all different");
    }
    wrong.forEach(why -> fault(file, placed.line(), fact.ask(), why));
    if (wrong.isEmpty()) {
      known.add(fact.of(id));
    }
  }

  private void fault(String file, int line, String text, String comment) {
    faults.add(new Problem(file, line, Problem.Kind.ERROR, text, comment));
  }
}
