package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Refutation;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.SectionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All questions that a folder of notes yields. Immutable, safe for any thread. */
public final class Quiz {
  /** The gates for a question that somebody wrote: the notes' author or the glossary's. */
  private static final Set<String> WRITTEN =
      Set.of("clean-text", "fits-buttons", "no-leak", "one-key", "still-true", "well-spelt");

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

  private Quiz(List<Question> questions, Map<String, Why> whys, List<Rejected> rejected) {
    this.questions = List.copyOf(questions);
    this.whys = Map.copyOf(whys);
    this.rejected = List.copyOf(rejected);
  }

  /** Makes the questions of a folder; the same folder and glossary give the same questions. */
  public static Quiz of(NotesFolder notes, Glossary glossary) {
    List<Harvest> harvests = new ArrayList<>();
    notes.read(
        note -> note.sections().stream().map(s -> Harvest.of(s, glossary)).forEach(harvests::add));
    if (harvests.stream().anyMatch(h -> !aboutTheFolder(h))) {
      harvests.removeIf(Quiz::aboutTheFolder);
    }
    return of(Field.of(harvests, glossary));
  }

  /** Whether a section stands in the README at the top of the folder, which tells how to use it. */
  private static boolean aboutTheFolder(Harvest harvest) {
    return harvest
        .section()
        .source()
        .file()
        .matches("(?i)readme(?:\\.[a-z]{2})?\\.(?:md|txt|markdown)");
  }

  private static Quiz of(Field field) {
    List<Maker> makers =
        List.of(
            new Cards(),
            new Known(),
            new Contrasts(),
            new Numbers(),
            new Tables(),
            new Opposites(),
            new Definitions(),
            new Uses(field),
            new Orders(),
            new English());
    Spelling spelling = spelling(field);
    List<Gate> gates =
        List.of(
            new CleanText(),
            new WellSpelt(spelling),
            new SelfContained(field.glossary()),
            new NaturalJapanese(),
            new WorthKnowing(),
            new NoLeak(field.glossary()),
            new FitsButtons(),
            new OneKey(field.glossary(), field.evidence()),
            new StillTrue(
                new Refutation(field.glossary()), field.harvests().stream().map(Harvest::section)));
    List<String> names = gates.stream().map(Gate::name).toList();
    Map<String, Why> whys = new LinkedHashMap<>();
    List<Rejected> rejected = new ArrayList<>();
    makers.stream()
        .flatMap(m ->
            m.candidates(field)
                .filter(c -> written(c) || English.of(c.source()) == m instanceof English))
        .map(Spacing::even)
        .map(c -> c.worded(spelling::mended))
        .forEach(candidate -> {
          Question question = Phrasing.question(candidate);
          Optional<Rejected> refusal =
              gates.stream()
                  .filter(g -> !written(candidate) || WRITTEN.contains(g.name()))
                  .flatMap(g ->
                      g.refuses(candidate).stream().map(r -> new Rejected(question, g.name(), r)))
                  .findFirst();
          refusal.ifPresentOrElse(
              rejected::add,
              () ->
                  whys.putIfAbsent(
                      question.id(),
                      new Why(question, candidate.rule(), candidate.origin(), names)));
        });
    Set<String> chosen =
        whys.values().stream()
            .map(Why::question)
            .filter(q -> q.pattern() != Pattern.TRUE_FALSE)
            .map(Question::fact)
            .collect(Collectors.toSet());
    whys.values()
        .removeIf(w ->
            w.question().pattern() == Pattern.TRUE_FALSE && chosen.contains(w.question().fact()));
    List<Rejected> doubles = Doubles.among(whys.values().stream().map(Why::question).toList());
    doubles.forEach(d -> whys.remove(d.question().id()));
    rejected.addAll(doubles);
    return new Quiz(whys.values().stream().map(Why::question).toList(), whys, rejected);
  }

  private static boolean written(Candidate candidate) {
    return candidate.pattern() == Pattern.CARD || candidate.pattern() == Pattern.KNOWN;
  }

  private static Spelling spelling(Field field) {
    Spelling.Builder vocabulary = Spelling.learning();
    field.harvests().stream()
        .flatMap(h ->
            Stream.concat(
                Stream.of(h.section().heading()), h.statements().stream().map(Statement::text)))
        .forEach(vocabulary::read);
    return vocabulary.with(field.glossary());
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
