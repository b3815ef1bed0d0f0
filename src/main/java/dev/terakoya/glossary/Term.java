package dev.terakoya.glossary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing of the field, under all its names.
 *
 * @param id stable key, such as {@code nlb}
 * @param names all current names, the one to show first: English, acronym, Japanese, katakana
 *     reading; at least one
 * @param kind what it is, such as {@code load balancer}; options of a question share it
 * @param family siblings that get confused share it, such as {@code elb}; empty for none
 * @param former names it had before
 * @param successor id of the term that replaced it; empty while it lives
 * @param facts what was true once, or never, and what holds now
 */
public record Term(
    String id,
    List<String> names,
    String kind,
    String family,
    List<String> former,
    String successor,
    List<DatedFact> facts) {
  public Term {
    names = List.copyOf(names);
    former = List.copyOf(former);
    facts = List.copyOf(facts);
  }

  static Term unpacked(Pack pack) {
    return new Term(
        pack.text(), pack.texts(), pack.text(), pack.text(), pack.texts(), pack.text(), List.of());
  }

  /** Writes it without facts. */
  void pack(Pack.Writer pack) {
    pack.text(id);
    pack.texts(names);
    pack.text(kind);
    pack.text(family);
    pack.texts(former);
    pack.text(successor);
  }

  /** The name to show. */
  public String name() {
    return names.getFirst();
  }

  /** Its names of today and of the past. */
  public List<String> allNames() {
    return Stream.concat(names.stream(), former.stream()).toList();
  }

  /**
   * How a name is written that differs from one of its names in case, spaces and hyphens only, with
   * or without the maker in front.
   */
  public Optional<String> written(String name) {
    String letters = name.replaceAll("[ -]", "");
    List<String> all =
        allNames().stream()
            .flatMap(n -> Stream.of(n, n.replaceFirst("^(?:AWS|Amazon) ", "")))
            .toList();
    return all.contains(name)
        ? Optional.of(name)
        : all.stream().filter(n -> n.replaceAll("[ -]", "").equalsIgnoreCase(letters)).findFirst();
  }

  /** Whether the field has moved on to another term. */
  public boolean isReplaced() {
    return !successor.isEmpty();
  }

  /** The same term with other facts. */
  Term withFacts(List<DatedFact> facts) {
    return new Term(id, names, kind, family, former, successor, facts);
  }

  /** The same term with further names. */
  Term withNames(List<String> further) {
    List<String> all = Stream.concat(names.stream(), further.stream()).toList();
    return new Term(id, all, kind, family, former, successor, facts);
  }
}
