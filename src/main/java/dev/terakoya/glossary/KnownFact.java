package dev.terakoya.glossary;

import java.util.List;

/**
 * What notes say that is known to hold, with the question that asks for it.
 *
 * @param of id of the term it is about, which the note has to name; empty where {@code says} does
 * @param says how notes say it: each group needs one of its phrases in the sentence or above it,
 *     the last one in the sentence itself
 * @param unless phrases that show something else is meant
 * @param asks the question in one or more wordings, each understandable without the note; a note is
 *     asked for in those whose words it has
 * @param key the right answer
 * @param others wrong answers of one kind with the key, two to four
 * @param because why, or what tells the key from the others; one or two sentences
 */
public record KnownFact(
    String of,
    List<List<String>> says,
    List<String> unless,
    List<String> asks,
    String key,
    List<String> others,
    String because) {
  public KnownFact {
    says = says.stream().map(List::copyOf).toList();
    unless = List.copyOf(unless);
    asks = List.copyOf(asks);
    others = List.copyOf(others);
  }

  /** The question in its first wording, by which the fact is known. */
  public String ask() {
    return asks.isEmpty() ? "" : asks.getFirst();
  }

  /** How many things a note has to say, the term's name among them. */
  public int conditions() {
    return says.size() + (of.isEmpty() ? 0 : 1);
  }

  /** The same about a term of this id. */
  KnownFact of(String id) {
    return new KnownFact(id, says, unless, asks, key, others, because);
  }
}
