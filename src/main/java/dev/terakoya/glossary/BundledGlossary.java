package dev.terakoya.glossary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The glossary that comes with the program. It is written in YAML; the build packs it, because a
 * start has no time for YAML. Each part is read when it is first asked for.
 */
final class BundledGlossary {
  private static final List<String> TERMS =
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
          "kinds");

  static final List<String> DATED = List.of("facts");

  static final List<String> PURPOSES = List.of("purposes");

  static final List<String> KNOWN =
      List.of(
          "known/compute-delivery",
          "known/daily-operations",
          "known/data-services",
          "known/everyday-services",
          "known/foundations",
          "known/governance-development",
          "known/linux-servers",
          "known/network-compute",
          "known/networks-protocols",
          "known/security-operations",
          "known/services-at-work",
          "known/storage-data",
          "known/systems-networks");

  private BundledGlossary() {}

  /** The terms, with nothing that is asked for apart. */
  static Glossary glossary() {
    return packed("terms", Glossary::unpacked, BundledGlossary::yaml);
  }

  /** What is known to hold. */
  static List<KnownFact> known() {
    return packed("known", pack -> pack.list(() -> known(pack)), () -> yaml(KNOWN).known());
  }

  /** What was true once, or never, by the ids of terms. */
  static Map<String, List<DatedFact>> dated() {
    return packed(
        "dated", pack -> byId(pack, () -> pack.list(() -> dated(pack))), () -> yaml(DATED).dated());
  }

  /** What terms are for, by their ids. */
  static Map<String, List<String>> purposes() {
    return packed("purposes", pack -> byId(pack, pack::texts), () -> yaml(PURPOSES).purposes());
  }

  /** The groups of general words. */
  static List<List<String>> words() {
    return packed("words", Pack::groups, Wordbook::fromYaml);
  }

  /** The terms as the YAML files have them. */
  static Glossary yaml() {
    return and(Glossary.of(List.of()), TERMS).glossary(true);
  }

  /** YAML files of these names, and the terms that they speak of. */
  static Assembly yaml(List<String> names) {
    return and(yaml(), names);
  }

  private static Assembly and(Glossary base, List<String> names) {
    List<GlossaryFile> files =
        names.parallelStream()
            .map(name -> new GlossaryFile(name + ".yaml", Bundle.text(name + ".yaml")))
            .toList();
    Assembly assembly = Assembly.of(base, files);
    if (!assembly.faults().isEmpty()) {
      throw new IllegalStateException("the bundled glossary is faulty: " + assembly.faults());
    }
    return assembly;
  }

  private static KnownFact known(Pack pack) {
    return new KnownFact(
        pack.text(),
        pack.groups(),
        pack.texts(),
        pack.texts(),
        pack.text(),
        pack.texts(),
        pack.text());
  }

  private static DatedFact dated(Pack pack) {
    return new DatedFact(pack.groups(), pack.texts(), pack.text(), pack.text(), pack.text());
  }

  private static <T> Map<String, T> byId(Pack pack, Supplier<T> what) {
    return pack.list(() -> Map.entry(pack.text(), what.get())).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static <T> T packed(String part, Function<Pack, T> read, Supplier<T> yaml) {
    return Pack.read(BundledGlossary.class, part, read, yaml);
  }

  /**
   * Packs all parts; the build calls it.
   *
   * @param args where the classes are
   * @throws IOException if that is no place to write to
   */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    Glossary terms = yaml();
    List<KnownFact> known = and(terms, KNOWN).known();
    Map<String, List<DatedFact>> dated = and(terms, DATED).dated();
    write(classes, "terms", terms::pack);
    write(classes, "known", pack -> pack.list(known, f -> known(pack, f)));
    write(classes, "dated", pack -> byId(pack, dated, all -> pack.list(all, f -> dated(pack, f))));
    write(classes, "purposes", pack -> byId(pack, and(terms, PURPOSES).purposes(), pack::texts));
    write(classes, "words", pack -> pack.groups(Wordbook.fromYaml()));
  }

  private static void known(Pack.Writer pack, KnownFact fact) {
    pack.text(fact.of());
    pack.groups(fact.says());
    pack.texts(fact.unless());
    pack.texts(fact.asks());
    pack.text(fact.key());
    pack.texts(fact.others());
    pack.text(fact.because());
  }

  private static void dated(Pack.Writer pack, DatedFact fact) {
    pack.groups(fact.says());
    pack.texts(fact.unless());
    pack.text(fact.until());
    pack.text(fact.now());
    pack.text(fact.url());
  }

  private static <T> void byId(Pack.Writer pack, Map<String, T> all, Consumer<T> what) {
    pack.list(
        new TreeMap<>(all).entrySet(),
        entry -> {
          pack.text(entry.getKey());
          what.accept(entry.getValue());
        });
  }

  private static void write(Path classes, String part, Consumer<Pack.Writer> put)
      throws IOException {
    Pack.write(classes, BundledGlossary.class, part, put);
  }
}
