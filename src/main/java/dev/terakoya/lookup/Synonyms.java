package dev.terakoya.lookup;

import dev.terakoya.glossary.Wordbook;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The general words that mean the same, spelt as they are indexed. */
final class Synonyms {
  private final Map<String, Set<String>> same = new HashMap<>();

  Synonyms(Wordbook words) {
    for (List<String> group : words.groups()) {
      List<String> indexed = group.stream().map(Synonyms::indexed).toList();
      indexed.forEach(word -> same.computeIfAbsent(word, w -> new LinkedHashSet<>()).addAll(indexed));
    }
    same.forEach((word, others) -> others.remove(word));
  }

  private static String indexed(String word) {
    return word.length() > 1 && word.chars().allMatch(Kana::isKatakana) ? Kana.plain(word) : word;
  }

  /** The other words of all groups that an indexed word is in; none for an unknown word. */
  Set<String> of(String word) {
    return same.getOrDefault(word, Set.of());
  }
}
