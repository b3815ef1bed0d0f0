package dev.terakoya.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All names of a glossary, as a trie over their {@linkplain Spelling spellings}. */
final class Names {
  /**
   * A Latin name up to this length is read neither out of parts, unless it is written in parts
   * itself, nor out of "was": no IAM, no WA.
   */
  private static final int ACRONYM = 4;

  private static final int SHORT_KATAKANA = 6;
  private static final int SHORT_KANJI = 2;

  /** By their numbers in the trie. */
  private final List<Named> named;

  private final Trie trie;
  private final Usage usage;

  Names(List<Term> terms, Usage usage) {
    TreeMap<String, Named> all = new TreeMap<>();
    for (Term term : terms) {
      term.allNames().forEach(name -> add(name, term, usage, all));
    }
    plurals(terms, usage, all.keySet()).forEach((key, one) -> one.ifPresent(n -> all.put(key, n)));
    this.trie = Trie.of(all.navigableKeySet());
    this.named = List.copyOf(all.values());
    this.usage = usage;
  }

  private Names(Trie trie, List<Named> named, Usage usage) {
    this.trie = trie;
    this.named = named;
    this.usage = usage;
  }

  /**
   * What a key means.
   *
   * @param everyday whether it is an everyday word too
   * @param breaks the places where a name is itself written apart, as bits: 1 in {@code X-Ray}
   */
  private record Named(Term term, boolean everyday, int breaks) {
    /** One more way to write it, if it means the same. */
    Named and(Named other) {
      return other.term.id().equals(term.id())
          ? new Named(term, everyday, breaks | other.breaks)
          : this;
    }
  }

  /** Reads the names of these terms as {@link #pack} wrote them. */
  static Names unpacked(Pack pack, List<Term> terms, Usage usage) {
    Trie trie = Trie.unpacked(pack);
    int[] numbers = pack.numbers();
    List<Named> named = new ArrayList<>(numbers.length / 3);
    for (int n = 0; n < numbers.length; n += 3) {
      named.add(new Named(terms.get(numbers[n]), numbers[n + 1] > 0, numbers[n + 2]));
    }
    return new Names(trie, named, usage);
  }

  /** Writes all ways to name these terms. */
  void pack(Pack.Writer pack, List<Term> terms) {
    Map<Term, Integer> numbers = new HashMap<>();
    terms.forEach(term -> numbers.put(term, numbers.size()));
    trie.pack(pack);
    pack.numbers(
        named.stream()
            .flatMapToInt(one ->
                IntStream.of(
                    Objects.requireNonNull(numbers.get(one.term)),
                    one.everyday ? 1 : 0,
                    one.breaks))
            .toArray());
  }

  /** The first term to have a name keeps it. */
  private static void add(String name, Term term, Usage usage, Map<String, Named> all) {
    Spelling spelling = Spelling.of(name);
    for (String key : usage.keys(spelling)) {
      int breaks = spelling.breaks(spelling.length() - key.length(), spelling.length());
      if (!key.isEmpty()) {
        all.merge(key, new Named(term, usage.isOrdinary(key), breaks), Named::and);
      }
    }
  }

  /** What one s more or less makes of names, unless it is, or may be, another one. */
  private static Map<String, Optional<Named>> plurals(
      List<Term> terms, Usage usage, Set<String> names) {
    Map<String, Optional<Named>> plurals = new HashMap<>();
    for (Term term : terms) {
      for (String name : term.allNames()) {
        plurals(name, term, usage)
            .forEach((key, plural) -> {
              if (!names.contains(key)) {
                plurals.merge(
                    key,
                    Optional.of(plural),
                    (one, other) -> one.filter(n -> n.term().id().equals(term.id())));
              }
            });
      }
    }
    return plurals;
  }

  private static Map<String, Named> plurals(String name, Term term, Usage usage) {
    Set<String> ways = Plurals.of(name, usage);
    boolean everyday = !ways.isEmpty() && usage.keys(name).stream().anyMatch(usage::isOrdinary);
    Map<String, Named> plurals = new HashMap<>();
    for (String way : ways) {
      for (String key : usage.keys(way)) {
        plurals.put(key, new Named(term, everyday || usage.isOrdinary(key), 0));
      }
    }
    return plurals;
  }

  Optional<Term> find(String name) {
    String key = Spelling.key(name);
    return known(key).or(() -> known(usage.withoutVendor(key))).or(() -> known(singular(key)));
  }

  private Optional<Term> known(String key) {
    int number = trie.number(key);
    return number == Trie.NONE ? Optional.empty() : Optional.of(named.get(number).term);
  }

  private static String singular(String key) {
    int last = key.length() - 1;
    boolean plural = last > 1 && key.charAt(last) == 's' && Spelling.isLatin(key.charAt(last - 1));
    return plural ? key.substring(0, last) : key;
  }

  List<Mention> mentions(String text) {
    Spelling spelling = Spelling.of(Links.blanked(text));
    List<Mention> found = new ArrayList<>();
    int at = 0;
    while (at < spelling.length()) {
      Match match = longestAt(spelling, at, text);
      if (match == null) {
        at++;
      } else {
        found.add(new Mention(match.term, spelling.start(match.from), spelling.end(match.to - 1)));
        at = match.to;
      }
    }
    return found;
  }

  private @Nullable Match longestAt(Spelling spelling, int at, String text) {
    if (!spelling.isBoundary(at)) {
      return null;
    }
    Match longest = longestAt(spelling, at, at, text);
    for (String vendor : usage.vendors()) {
      if (spelling.has(vendor, at)) {
        Match named = longestAt(spelling, at, at + vendor.length(), text);
        longest = named != null && (longest == null || named.to > longest.to) ? named : longest;
      }
    }
    return longest;
  }

  /** The longest name that begins at {@code begin}; a vendor may stand from {@code from} to it. */
  private @Nullable Match longestAt(Spelling spelling, int from, int begin, String text) {
    Match longest = null;
    int node = Trie.ROOT;
    for (int to = begin; to < spelling.length(); ) {
      node = trie.next(node, spelling.at(to));
      to++;
      if (node == Trie.ROOT) {
        break;
      }
      int number = trie.number(node);
      int end = number == Trie.NONE ? 0 : wordEnd(spelling, to);
      if (end > 0 && isMeant(spelling, from, begin, to, named.get(number), text)) {
        longest = new Match(named.get(number).term, from, end);
      }
    }
    return longest;
  }

  /** Where the word ends, an English plural's s included; 0 if the name ends inside a word. */
  private static int wordEnd(Spelling spelling, int to) {
    if (spelling.isBoundary(to)) {
      return to;
    }
    boolean plural = spelling.at(to) == 's' && spelling.isBoundary(to + 1);
    return plural && Character.isLetter(spelling.at(to - 1)) ? to + 1 : 0;
  }

  private static boolean isMeant(
      Spelling spelling, int from, int begin, int to, Named named, String text) {
    if (begin == from && named.everyday) {
      return Character.isUpperCase(text.charAt(spelling.start(from)));
    }
    if (to - begin <= ACRONYM && isLatin(spelling, begin, to)) {
      return (spelling.breaks(begin, to) & ~named.breaks) == 0
          && (spelling.isBoundary(to) || Character.isUpperCase(text.charAt(spelling.start(begin))));
    }
    return !isPartOfAWord(spelling, begin, to);
  }

  private static boolean isLatin(Spelling spelling, int from, int to) {
    return IntStream.range(from, to).allMatch(i -> Spelling.isLatin(spelling.at(i)));
  }

  /** Whether a short katakana or kanji name is only a piece of a longer word. */
  private static boolean isPartOfAWord(Spelling spelling, int from, int to) {
    return (from > 0 && !spelling.gapBefore(from) && joins(spelling, from, to - from))
        || (to < spelling.length() && !spelling.gapBefore(to) && joins(spelling, to, to - from));
  }

  private static boolean joins(Spelling spelling, int at, int length) {
    char left = spelling.at(at - 1);
    char right = spelling.at(at);
    boolean katakana = Spelling.isKatakana(left) && Spelling.isKatakana(right);
    boolean kanji = Spelling.isKanji(left) && Spelling.isKanji(right);
    return (katakana && length < SHORT_KATAKANA) || (kanji && length <= SHORT_KANJI);
  }

  private record Match(Term term, int from, int to) {}
}
