package dev.terakoya.lookup;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Hands words that are already cut to Lucene. Both attributes are set for each, so they are not
 * cleared, which takes long.
 */
final class WordStream extends TokenStream {
  private final List<String> words;
  private final int counted;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private int at;

  WordStream(List<String> words) {
    this(words, words.size());
  }

  /** The words from {@code counted} on do not make the text longer, by which matches weigh less. */
  WordStream(List<String> words, int counted) {
    this.counted = counted;
    this.words = words;
  }

  @Override
  public boolean incrementToken() {
    if (at == words.size()) {
      return false;
    }
    term.setEmpty().append(words.get(at));
    increment.setPositionIncrement(at > 0 && at >= counted ? 0 : 1);
    at++;
    return true;
  }

  @Override
  public void reset() {
    at = 0;
  }
}
