package dev.terakoya.lookup;

/**
 * Sets of words, each as sorted hashes, one behind the other in one array: weighing reads them all,
 * from front to back, and a jump to each would take longer than what is read there.
 *
 * @param words the hashes of all rows
 * @param ends where each row ends in {@code words}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rows(int[] words, int[] ends) {
  /** Rows as they are given. */
  static Rows of(int[][] rows) {
    int[] ends = new int[rows.length];
    int size = 0;
    for (int n = 0; n < rows.length; n++) {
      size += rows[n].length;
      ends[n] = size;
    }
    int[] words = new int[size];
    for (int n = 0; n < rows.length; n++) {
      System.arraycopy(rows[n], 0, words, ends[n] - rows[n].length, rows[n].length);
    }
    return new Rows(words, ends);
  }

  /** How many rows there are. */
  int count() {
    return ends.length;
  }

  /** Where the nth row begins in {@link #words}. */
  int from(int n) {
    return n == 0 ? 0 : ends[n - 1];
  }

  /** Where it ends. */
  int to(int n) {
    return ends[n];
  }

  /** How many words it has. */
  int length(int n) {
    return to(n) - from(n);
  }
}
