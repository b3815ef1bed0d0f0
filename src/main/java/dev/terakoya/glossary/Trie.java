package dev.terakoya.glossary;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Keys with a number each, as a trie laid flat: its nodes breadth first from the root on, the
 * branches of each side by side and sorted by their letters; branch <i>n</i> leads to node <i>n</i>
 * + 1. So it is read by copying arrays. Immutable.
 */
final class Trie {
  /** The node of every beginning; no branch leads there. */
  static final int ROOT = 0;

  /** The number of a node where no key ends. */
  static final int NONE = -1;

  /** By branch. */
  private final int[] letters;

  /** The first branch of each node, and of one more that ends the last one's. */
  private final int[] branches;

  /** The number of the key that ends at each node. */
  private final int[] numbers;

  /** The root's nodes by their letters: every character of a text is looked for there. */
  private final int[] first = new int[Character.MAX_VALUE + 1];

  private Trie(int[] letters, int[] branches, int[] numbers) {
    this.letters = letters;
    this.branches = branches;
    this.numbers = numbers;
    for (int branch = 0; branch < branches[1]; branch++) {
      first[letters[branch]] = branch + 1;
    }
  }

  /** The trie of some keys, none empty; each has its place among them as its number. */
  static Trie of(SortedSet<String> all) {
    String[] keys = all.toArray(String[]::new);
    IntStream.Builder letters = IntStream.builder();
    IntStream.Builder branches = IntStream.builder();
    IntStream.Builder numbers = IntStream.builder();
    int branch = 0;
    Queue<Below> nodes = new ArrayDeque<>(List.of(new Below(0, keys.length, 0)));
    while (!nodes.isEmpty()) {
      Below node = nodes.remove();
      boolean ends = node.from < node.to && keys[node.from].length() == node.depth;
      branches.add(branch);
      numbers.add(ends ? node.from : NONE);
      for (int from = node.from + (ends ? 1 : 0); from < node.to; branch++) {
        char letter = keys[from].charAt(node.depth);
        int to = from + 1;
        while (to < node.to && keys[to].charAt(node.depth) == letter) {
          to++;
        }
        letters.add(letter);
        nodes.add(new Below(from, to, node.depth + 1));
        from = to;
      }
    }
    branches.add(branch);
    return new Trie(
        letters.build().toArray(), branches.build().toArray(), numbers.build().toArray());
  }

  /** A node to be: the keys that pass it or end there, alike up to its depth. */
  private record Below(int from, int to, int depth) {}

  /** Reads what {@link #pack} wrote. */
  static Trie unpacked(Pack pack) {
    return new Trie(pack.numbers(), pack.numbers(), pack.numbers());
  }

  void pack(Pack.Writer pack) {
    pack.numbers(letters);
    pack.numbers(branches);
    pack.numbers(numbers);
  }

  /** The node that a letter leads to; the root where there is none. */
  int next(int node, char letter) {
    if (node == ROOT) {
      return first[letter];
    }
    int at = Arrays.binarySearch(letters, branches[node], branches[node + 1], letter);
    return at < 0 ? ROOT : at + 1;
  }

  /** The number of the key that ends at a node. */
  int number(int node) {
    return numbers[node];
  }

  /** The number of a key; {@link #NONE} if it is none. */
  int number(String key) {
    int node = ROOT;
    for (int i = 0; i < key.length(); i++) {
      node = next(node, key.charAt(i));
      if (node == ROOT) {
        return NONE;
      }
    }
    return numbers[node];
  }
}
