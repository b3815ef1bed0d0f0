package dev.terakoya.glossary;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is found of a word, found once: notes and queries repeat theirs. At most 20,000 words are
 * remembered, then all are forgotten. Safe for any thread.
 *
 * @param <T> what is found; depends on the word alone
 */
public final class Remembered<T> {
  private static final int MOST = 20_000;

  private final Map<String, T> known = new ConcurrentHashMap<>();
  private final Function<String, T> find;

  /** Remembers what {@code find} says, which may be asked for a word more than once. */
  public Remembered(Function<String, T> find) {
    this.find = find;
  }

  /** What is found of a word. */
  public T of(String word) {
    T remembered = known.get(word);
    if (remembered != null) {
      return remembered;
    }
    T found = find.apply(word);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(word, found);
    return found;
  }
}
