package dev.terakoya.glossary;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.SortedMap;
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

  /** The trie of some keys; none is empty. */
  static Trie of(SortedMap<String, Integer> keys) {
    IntStream.Builder letters = IntStream.builder();
    IntStream.Builder branches = IntStream.builder();
    IntStream.Builder numbers = IntStream.builder();
    int branch = 0;
    Queue<Below> nodes = new ArrayDeque<>();
    nodes.add(new Below("", keys));
    while (!nodes.isEmpty()) {
      Below node = nodes.remove();
      branches.add(branch);
      numbers.add(node.keys.getOrDefault(node.prefix, NONE));
      SortedMap<String, Integer> rest = node.keys.tailMap(node.prefix + "\u0000");
      while (!rest.isEmpty()) {
        String key = rest.firstKey();
        String prefix = key.substring(0, node.prefix.length() + 1);
        String after = node.prefix + (char) (key.charAt(node.prefix.length()) + 1);
        letters.add(key.charAt(node.prefix.length()));
        nodes.add(new Below(prefix, rest.headMap(after)));
        rest = rest.tailMap(after);
        branch++;
      }
    }
    branches.add(branch);
    return new Trie(
        letters.build().toArray(), branches.build().toArray(), numbers.build().toArray());
  }

  /** A node to be, and the keys that pass it or end there. */
  private record Below(String prefix, SortedMap<String, Integer> keys) {}

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
