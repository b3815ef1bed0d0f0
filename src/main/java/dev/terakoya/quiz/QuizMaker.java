package dev.terakoya.quiz;

import dev.terakoya.glossary.Confirmation;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Refutation;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the questions of a folder, again whenever its notes change: of sections that are as they
 * were it remembers what they say. Works on all processors; within a {@code ForkJoinPool}, on that.
 * Not for several threads at once.
 */
public final class QuizMaker {
  /** The gates for a question that the notes' author wrote. */
  private static final Set<String> WRITTEN =
      Set.of("clean-text", "fits-buttons", "no-leak", "one-key", "still-true", "well-spelt");

  /** The gates for one that the glossary's author wrote: the notes' spelling is not its. */
  private static final Set<String> KNOWN =
      Set.of("clean-text", "fits-buttons", "no-leak", "one-key", "still-true", "grounded");

  private final NotesFolder notes;
  private final Glossary glossary;

  /** Read when questions are first made: a start does not wait for it. */
  private @Nullable Purposes purposes;

  /** What the sections said the last time, unless the memory was needed for something else. */
  private SoftReference<Map<Section, Harvest>> last = new SoftReference<>(Map.of());

  /** A maker of questions from this folder. */
  public QuizMaker(NotesFolder notes, Glossary glossary) {
    this.notes = notes;
    this.glossary = glossary;
  }

  /** Makes the questions; the same notes and glossary give the same questions. */
  public Quiz make() {
    ForkJoinTask<Confirmation> confirmation = meanwhile(glossary::confirmation);
    List<Harvest> harvests = new ArrayList<>(harvests());
    if (harvests.stream().anyMatch(h -> !aboutTheFolder(h))) {
      harvests.removeIf(QuizMaker::aboutTheFolder);
    }
    ForkJoinTask<Spelling> spelling = meanwhile(() -> spelling(harvests));
    Field field = Field.of(harvests, glossary);
    return of(field, spelling.join(), confirmation.join());
  }

  /** Begins something that is wanted later, on another processor if there is one. */
  private static <T> ForkJoinTask<T> meanwhile(Callable<T> task) {
    return ForkJoinTask.adapt(task).fork();
  }

  /** What each section says, in the order of the notes. */
  List<Harvest> harvests() {
    List<Section> sections = new ArrayList<>();
    notes.read(note -> sections.addAll(note.sections()));
    Map<Section, Harvest> before = Optional.ofNullable(last.get()).orElse(Map.of());
    List<Harvest> harvests =
        sections.parallelStream()
            .map(s -> before.containsKey(s) ? before.get(s) : Harvest.of(s, glossary))
            .toList();
    last =
        new SoftReference<>(
            harvests.stream()
                .collect(Collectors.toMap(Harvest::section, Function.identity(), (a, b) -> a)));
    return harvests;
  }

  /** Whether a section stands in the README at the top of the folder, which tells how to use it. */
  private static boolean aboutTheFolder(Harvest harvest) {
    return harvest
        .section()
        .source()
        .file()
        .matches("(?i)readme(?:\\.[a-z]{2})?\\.(?:md|txt|markdown)");
  }

  private Quiz of(Field field, Spelling spelling, Confirmation confirmation) {
    Purposes read = purposes == null ? new Purposes(glossary) : purposes;
    purposes = read;
    List<Gate> gates = gates(field, spelling, read);
    List<Verdict> verdicts =
        makers(read, confirmation).parallelStream()
            .flatMap(m ->
                m.candidates(field)
                    .filter(c -> written(c) || English.of(c.source()) == m instanceof English))
            .map(c -> Verdict.of(mended(Spacing.even(c), spelling), gates))
            .toList();
    Map<String, Quiz.Why> whys = new LinkedHashMap<>();
    verdicts.stream()
        .filter(v -> v.refusal().isEmpty())
        .forEach(v -> whys.putIfAbsent(v.question().id(), v.why(gates)));
    leaveOutJudgedTwice(whys.values());
    List<Quiz.Rejected> rejected =
        new ArrayList<>(verdicts.stream().flatMap(v -> v.refusal().stream()).toList());
    List<Quiz.Rejected> doubles =
        Doubles.among(whys.values().stream().map(Quiz.Why::question).toList());
    doubles.forEach(d -> whys.remove(d.question().id()));
    rejected.addAll(doubles);
    return new Quiz(whys.values().stream().map(Quiz.Why::question).toList(), whys, rejected);
  }

  /** The most precise first. */
  private static List<Maker> makers(Purposes purposes, Confirmation confirmation) {
    return List.of(
        new Cards(),
        new Known(confirmation),
        new Contrasts(),
        new Numbers(),
        new Tables(),
        new Definitions(),
        field -> new Uses(field, purposes).candidates(field),
        new Orders(),
        new English());
  }

  private static List<Gate> gates(Field field, Spelling spelling, Purposes purposes) {
    List<Section> sections = field.harvests().stream().map(Harvest::section).toList();
    return List.of(
        new CleanText(),
        new WellSpelt(spelling),
        new SelfContained(field.glossary()),
        new NaturalJapanese(),
        new WorthKnowing(),
        new NoLeak(field.glossary()),
        new FitsButtons(),
        new OneKey(field.glossary(), field.evidence()),
        new StillTrue(new Refutation(field.glossary()), sections.stream()),
        new Grounded(field.glossary()),
        new BorneOut(field.glossary(), purposes, sections));
  }

  /** What the gates say of a candidate. */
  private record Verdict(Candidate candidate, Question question, Optional<Quiz.Rejected> refusal) {
    static Verdict of(Candidate candidate, List<Gate> gates) {
      Question question = Phrasing.question(candidate);
      return new Verdict(
          candidate,
          question,
          gates.stream()
              .filter(g -> judges(g, candidate))
              .flatMap(g ->
                  g.refuses(candidate).stream().map(r -> new Quiz.Rejected(question, g.name(), r)))
              .findFirst());
    }

    Quiz.Why why(List<Gate> gates) {
      return new Quiz.Why(
          question,
          candidate.rule(),
          candidate.origin(),
          gates.stream().filter(g -> judges(g, candidate)).map(Gate::name).toList());
    }
  }

  /** Takes out true or false about a fact that is also asked otherwise. */
  private static void leaveOutJudgedTwice(Collection<Quiz.Why> whys) {
    Set<String> asked =
        whys.stream()
            .map(Quiz.Why::question)
            .filter(q -> q.pattern() != Pattern.TRUE_FALSE)
            .map(Question::fact)
            .collect(Collectors.toSet());
    whys.removeIf(
        w -> w.question().pattern() == Pattern.TRUE_FALSE && asked.contains(w.question().fact()));
  }

  private static Candidate mended(Candidate candidate, Spelling spelling) {
    return candidate.pattern() == Pattern.KNOWN ? candidate : candidate.worded(spelling::mended);
  }

  private static boolean judges(Gate gate, Candidate candidate) {
    return switch (candidate.pattern()) {
      case CARD -> WRITTEN.contains(gate.name());
      case KNOWN -> KNOWN.contains(gate.name());
      default -> true;
    };
  }

  private static boolean written(Candidate candidate) {
    return candidate.pattern() == Pattern.CARD || candidate.pattern() == Pattern.KNOWN;
  }

  private Spelling spelling(List<Harvest> harvests) {
    Spelling.Builder vocabulary = Spelling.learning();
    harvests.stream()
        .flatMap(h ->
            Stream.concat(
                Stream.of(h.section().heading()), h.statements().stream().map(Statement::text)))
        .forEach(vocabulary::read);
    return vocabulary.with(glossary);
  }
}
