package dev.terakoya.glossary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How names are used in a field, beyond how they are spelt. All are {@linkplain Spelling#key keys}.
 *
 * @param vendors words that may stand before a name or not, such as {@code AWS}
 * @param ordinary names that are everyday words too, such as {@code Config}: in a text they need
 *     the vendor or a capital
 * @param bound names that mean something else without their vendor, such as {@code Amazon Linux}
 * @param everyday words that are right as they are though one letter away from a name
 * @param foreign makers of things that are called alike and are others, such as another cloud
 */
record Usage(
    List<String> vendors,
    Set<String> ordinary,
    Set<String> bound,
    Set<String> everyday,
    Set<String> foreign) {
  /** Names and nothing else. */
  static final Usage PLAIN = new Usage(List.of(), Set.of(), Set.of(), Set.of(), Set.of());

  static Usage unpacked(Pack pack) {
    return new Usage(
        pack.texts(),
        Set.copyOf(pack.texts()),
        Set.copyOf(pack.texts()),
        Set.copyOf(pack.texts()),
        Set.copyOf(pack.texts()));
  }

  void pack(Pack.Writer pack) {
    pack.texts(vendors);
    Stream.of(ordinary, bound, everyday, foreign)
        .forEach(keys -> pack.texts(keys.stream().sorted().toList()));
  }

  /** From names as they are written. */
  static Usage of(
      List<String> vendors,
      List<String> ordinary,
      List<String> bound,
      List<String> everyday,
      List<String> foreign) {
    return new Usage(
        keysOf(vendors).toList(), setOf(ordinary), setOf(bound), setOf(everyday), setOf(foreign));
  }

  /** Both usages together. */
  Usage and(Usage other) {
    return new Usage(
        Stream.concat(vendors.stream(), other.vendors.stream()).distinct().toList(),
        union(ordinary, other.ordinary),
        union(bound, other.bound),
        union(everyday, other.everyday),
        union(foreign, other.foreign));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> setOf(List<String> names) {
    return keysOf(names).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> keysOf(List<String> names) {
    return names.stream().map(Spelling::key).distinct();
  }

  boolean isVendor(String word) {
    return vendors.contains(Spelling.key(word));
  }

  /** Whether a text names a maker of things that are called alike and are others. */
  boolean isForeign(String text) {
    String key = Spelling.key(text);
    return foreign.stream().anyMatch(key::contains);
  }

  boolean isEveryday(String key) {
    return everyday.contains(key);
  }

  boolean isOrdinary(String key) {
    return ordinary.contains(key);
  }

  /** The keys under which a name is found: with its vendor and, where that is the same, without. */
  Set<String> keys(String name) {
    return keys(Spelling.of(name));
  }

  /** The same for a name that is spelt out already. */
  Set<String> keys(Spelling name) {
    String key = name.key();
    Set<String> keys = new LinkedHashSet<>(List.of(key));
    if (!bound.contains(key)) {
      keys.add(withoutVendor(key));
    }
    return keys;
  }

  /** A key without the vendor in front; the key itself if there is none or nothing else. */
  String withoutVendor(String key) {
    for (String vendor : vendors) {
      if (key.length() > vendor.length() && key.startsWith(vendor)) {
        return key.substring(vendor.length());
      }
    }
    return key;
  }
}
