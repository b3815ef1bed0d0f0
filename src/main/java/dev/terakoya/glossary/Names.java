package dev.terakoya.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All names of a glossary, as a trie over their {@linkplain Spelling spellings}. */
final class Names {
  /**
   * A Latin name up to this length is read neither out of parts nor out of "was": no IAM, no WA.
   */
  private static final int ACRONYM = 4;

  private static final int SHORT_KATAKANA = 6;
  private static final int SHORT_KANJI = 2;

  private final Map<String, Term> byKey = new HashMap<>();
  private final Node root = new Node();
  private final Usage usage;

  Names(List<Term> terms, Usage usage) {
    this.usage = usage;
    for (Term term : terms) {
      term.allNames().forEach(name -> usage.keys(name).forEach(key -> add(key, term)));
    }
  }

  private void add(String key, Term term) {
    if (!key.isEmpty() && byKey.putIfAbsent(key, term) == null) {
      Node node = root;
      for (int i = 0; i < key.length(); i++) {
        node = node.grow(key.charAt(i));
      }
      node.named = new Node.Named(key, term);
    }
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
    Node node = root;
    for (int to = begin; to < spelling.length(); ) {
      node = node.next(spelling.at(to++));
      if (node == null) {
        break;
      }
      Node.Named named = node.named;
      int end = named == null ? 0 : wordEnd(spelling, to);
      if (named != null && end > 0 && isMeant(spelling, from, to, named.key(), text)) {
        longest = new Match(named.term(), from, end);
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

  private boolean isMeant(Spelling spelling, int from, int to, String key, String text) {
    int begin = to - key.length();
    if (begin == from && usage.isOrdinary(key)) {
      return Character.isUpperCase(text.charAt(spelling.start(from)));
    }
    if (key.length() <= ACRONYM && Spelling.isLatin(key.charAt(0))) {
      return spelling.isUnbroken(begin, to)
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
