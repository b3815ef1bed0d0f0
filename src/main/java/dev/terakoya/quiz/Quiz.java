package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.SectionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All questions that a folder of notes yields. Immutable, safe for any thread. */
public final class Quiz {
  private final List<Question> questions;
  private final Map<String, Why> whys;
  private final List<Rejected> rejected;

  /**
   * How a question came to be.
   *
   * @param rule what in the note made us ask
   * @param origin where the wrong options come from
   * @param gates the names of the gates it passed
   */
  public record Why(Question question, String rule, String origin, List<String> gates) {
    public Why {
      gates = List.copyOf(gates);
    }
  }

  /**
   * A candidate that was thrown away.
   *
   * @param question what would have been asked
   * @param gate the name of the gate that refused it
   * @param reason why
   */
  public record Rejected(Question question, String gate, String reason) {}

  Quiz(List<Question> questions, Map<String, Why> whys, List<Rejected> rejected) {
    this.questions = List.copyOf(questions);
    this.whys = Map.copyOf(whys);
    this.rejected = List.copyOf(rejected);
  }

  /** Makes the questions of a folder; the same folder and glossary give the same questions. */
  public static Quiz of(NotesFolder notes, Glossary glossary) {
    return new QuizMaker(notes, glossary).make();
  }

  /** The questions, the most precise patterns first. */
  public List<Question> questions() {
    return questions;
  }

  /** The questions of one section. */
  public List<Question> questionsOf(SectionId section) {
    return questions.stream().filter(q -> q.source().section().equals(section)).toList();
  }

  /** How a question came to be; nothing when there is no such question. */
  public Optional<Why> why(String id) {
    return Optional.ofNullable(whys.get(id));
  }

  /** What was thrown away, and by which gate. */
  public List<Rejected> rejected() {
    return rejected;
  }

  /** Some questions of different facts, at most two a section; the same for the same seed. */
  public List<Question> sample(int count, long seed) {
    Set<String> facts = new HashSet<>();
    Map<SectionId, Integer> taken = new HashMap<>();
    return Chance.shuffled(questions, Long.toString(seed)).stream()
        .filter(q -> facts.add(q.fact()))
        .filter(q -> taken.merge(q.source().section(), 1, Integer::sum) <= 2)
        .limit(count)
        .toList();
  }
}
