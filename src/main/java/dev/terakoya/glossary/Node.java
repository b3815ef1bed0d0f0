package dev.terakoya.glossary;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A place in the trie of names; its branches are sorted by their characters. */
final class Node {
  private char[] chars = {};
  private Node[] branches = {};

  /** The name that ends here, as a key, and its term; none on the way to longer ones. */
  @Nullable Named named;

  /**
   * A key and what it means.
   *
   * @param everyday whether it is an everyday word too
   * @param breaks the places where a name is itself written apart, as bits: 1 in {@code X-Ray}
   */
  record Named(String key, Term term, boolean everyday, int breaks) {
    Named brokenAlsoAt(int more) {
      return new Named(key, term, everyday, breaks | more);
    }
  }

  /** The branch for a character, made if missing. */
  Node grow(char c) {
    int at = Arrays.binarySearch(chars, c);
    if (at >= 0) {
      return branches[at];
    }
    int gap = -at - 1;
    chars = Arrays.copyOf(chars, chars.length + 1);
    branches = Arrays.copyOf(branches, chars.length);
    System.arraycopy(chars, gap, chars, gap + 1, chars.length - 1 - gap);
    System.arraycopy(branches, gap, branches, gap + 1, chars.length - 1 - gap);
    chars[gap] = c;
    branches[gap] = new Node();
    return branches[gap];
  }

  /** The branch for a character, or null. */
  @Nullable Node next(char c) {
    int at = Arrays.binarySearch(chars, c);
    return at < 0 ? null : branches[at];
  }
}
