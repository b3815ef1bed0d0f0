package dev.terakoya.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

  private final Map<String, Term> byKey = new HashMap<>();
  private final Node root = new Node();

  /** The root's branches by their character: every character of a text is looked for there. */
  private final @Nullable Node[] first = new Node[Character.MAX_VALUE + 1];

  private final Usage usage;

  Names(List<Term> terms, Usage usage) {
    this(usage);
    for (Term term : terms) {
      term.allNames().forEach(name -> add(name, term));
    }
    Map<String, Optional<Node.Named>> plurals = new HashMap<>();
    terms.forEach(term -> term.allNames().forEach(name -> addPlurals(name, term, plurals)));
    plurals.values().forEach(way -> way.ifPresent(this::add));
    begin();
  }

  private Names(Usage usage) {
    this.usage = usage;
  }

  private void begin() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      first[c] = root.next(c);
    }
  }

  /** Reads the names of these terms as {@link #pack} wrote them. */
  static Names unpacked(Pack pack, List<Term> terms, Usage usage) {
    Names names = new Names(usage);
    pack.list(() ->
            new Node.Named(pack.text(), terms.get(pack.number()), pack.number() > 0, pack.number()))
        .forEach(names::add);
    names.begin();
    return names;
  }

  /** Writes all ways to name these terms. */
  void pack(Pack.Writer pack, List<Term> terms) {
    Map<Term, Integer> numbers = new HashMap<>();
    terms.forEach(term -> numbers.put(term, numbers.size()));
    pack.list(
        new TreeMap<>(byKey).entrySet(),
        entry -> {
          Node.Named named = Objects.requireNonNull(node(entry.getKey()).named);
          pack.text(entry.getKey());
          pack.number(Objects.requireNonNull(numbers.get(entry.getValue())));
          pack.number(named.everyday() ? 1 : 0);
          pack.number(named.breaks());
        });
  }

  /** The place of a key, made if missing. */
  private Node node(String key) {
    Node node = root;
    for (int i = 0; i < key.length(); i++) {
      node = node.grow(key.charAt(i));
    }
    return node;
  }

  private void add(String name, Term term) {
    Spelling spelling = Spelling.of(name);
    for (String key : usage.keys(spelling)) {
      int breaks = spelling.breaks(spelling.length() - key.length(), spelling.length());
      add(new Node.Named(key, term, usage.isOrdinary(key), breaks));
    }
  }

  /** What one s more or less makes of a name, unless it is, or may be, another one. */
  private void addPlurals(String name, Term term, Map<String, Optional<Node.Named>> plurals) {
    Set<String> ways = Plurals.of(name, usage);
    boolean everyday = !ways.isEmpty() && usage.keys(name).stream().anyMatch(usage::isOrdinary);
    for (String way : ways) {
      for (String key : usage.keys(way)) {
        boolean ordinary = everyday || usage.isOrdinary(key);
        if (!byKey.containsKey(key)) {
          plurals.merge(
              key,
              Optional.of(new Node.Named(key, term, ordinary, 0)),
              (one, other) -> one.filter(n -> n.term().id().equals(term.id())));
        }
      }
    }
  }

  private void add(Node.Named named) {
    String key = named.key();
    Term owner = key.isEmpty() ? null : byKey.putIfAbsent(key, named.term());
    if (key.isEmpty() || (owner != null && !owner.id().equals(named.term().id()))) {
      return;
    }
    Node node = node(key);
    node.named = node.named == null ? named : node.named.brokenAlsoAt(named.breaks());
  }

  Optional<Term> find(String name) {
    String key = Spelling.key(name);
    return known(key).or(() -> known(usage.withoutVendor(key))).or(() -> known(singular(key)));
  }

  private Optional<Term> known(String key) {
    return Optional.ofNullable(byKey.get(key));
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
    Node node = begin < spelling.length() ? first[spelling.at(begin)] : null;
    for (int to = begin + 1; node != null; to++) {
      Node.Named named = node.named;
      int end = named == null ? 0 : wordEnd(spelling, to);
      if (named != null && end > 0 && isMeant(spelling, from, to, named, text)) {
        longest = new Match(named.term(), from, end);
      }
      node = to < spelling.length() ? node.next(spelling.at(to)) : null;
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

  private boolean isMeant(Spelling spelling, int from, int to, Node.Named named, String text) {
    String key = named.key();
    int begin = to - key.length();
    if (begin == from && named.everyday()) {
      return Character.isUpperCase(text.charAt(spelling.start(from)));
    }
    if (key.length() <= ACRONYM && key.chars().allMatch(c -> Spelling.isLatin((char) c))) {
      return (spelling.breaks(begin, to) & ~named.breaks()) == 0
          && (spelling.isBoundary(to) || Character.isUpperCase(text.charAt(spelling.start(begin))));
    }
    return !isPartOfAWord(spelling, begin, to, key);
  }

  /** Whether a short katakana or kanji name is only a piece of a longer word. */
  private static boolean isPartOfAWord(Spelling spelling, int from, int to, String key) {
    return (from > 0 && !spelling.gapBefore(from) && joins(spelling, from, key))
        || (to < spelling.length() && !spelling.gapBefore(to) && joins(spelling, to, key));
  }

  private static boolean joins(Spelling spelling, int at, String key) {
    char left = spelling.at(at - 1);
    char right = spelling.at(at);
    boolean katakana = Spelling.isKatakana(left) && Spelling.isKatakana(right);
    boolean kanji = Spelling.isKanji(left) && Spelling.isKanji(right);
    return (katakana && key.length() < SHORT_KATAKANA) || (kanji && key.length() <= SHORT_KANJI);
  }

  private record Match(Term term, int from, int to) {}
}
