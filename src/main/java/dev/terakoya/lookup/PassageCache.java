package dev.terakoya.lookup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passages of the sections asked for lately, bounded by their words. Safe for any thread. */
final class PassageCache {
  private final int mostWords;
  private final Map<Key, Passage> passages = new LinkedHashMap<>(1024, 0.75f, true);
  private int words;

  PassageCache(int mostWords) {
    this.mostWords = mostWords;
  }

  /** A document of one state of the index. */
  record Key(Object reader, int document) {}

  synchronized @Nullable Passage get(Key key) {
    return passages.get(key);
  }

  synchronized void put(Key key, Passage passage) {
    if (passages.put(key, passage) == null) {
      words += passage.size();
    }
    var oldest = passages.entrySet().iterator();
    while (words > mostWords && passages.size() > 1) {
      words -= oldest.next().getValue().size();
      oldest.remove();
    }
  }
}
