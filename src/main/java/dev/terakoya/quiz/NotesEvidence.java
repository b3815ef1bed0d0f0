package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that the notes say, by what they say it of. */
final class NotesEvidence implements Evidence {
  private static final double SAME = 0.6;
  private final Glossary glossary;
  private final Map<String, List<Set<String>>> said = new HashMap<>();

  NotesEvidence(Glossary glossary) {
    this.glossary = glossary;
  }

  /** Takes in what one section says. */
  void add(Harvest harvest) {
    for (Statement statement : harvest.statements()) {
      Set<String> words = Text.words(statement.text());
      if (!statement.scope().isEmpty()) {
        statement.scope().getLast().names().forEach(name -> put(name, words));
      }
      for (Sentence sentence : statement.sentences()) {
        sentence.subject().ifPresent(s -> put(s, Text.words(sentence.text())));
      }
    }
  }

  private void put(String name, Set<String> words) {
    said.computeIfAbsent(id(name), n -> new ArrayList<>()).add(words);
  }

  private String id(String name) {
    return glossary.find(name).map(t -> "=" + t.id()).orElseGet(() -> Text.key(name));
  }

  @Override
  public boolean says(String subject, String statement) {
    Set<String> words = Text.words(statement);
    words.removeAll(Text.words(subject));
    if (words.isEmpty()) {
      return true;
    }
    for (Set<String> other : said.getOrDefault(id(subject), List.of())) {
      long common = words.stream().filter(other::contains).count();
      if (common >= SAME * words.size()) {
        return true;
      }
    }
    return false;
  }
}
