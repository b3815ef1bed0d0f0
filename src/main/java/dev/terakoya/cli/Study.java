package dev.terakoya.cli;

import dev.terakoya.db.DatabaseException;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.lookup.Lookup;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.SectionTrace;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import dev.terakoya.quiz.QuizMaker;
import dev.terakoya.slack.Language;
import dev.terakoya.slack.LookupBlocks;
import dev.terakoya.slack.LookupRoutes;
import dev.terakoya.slack.NoteLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One notes folder at work: its index at once, its questions as soon as they are made. */
final class Study implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Study.class);

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofMillis(500);

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final NotesFolder notes;
  private final Glossary glossary;
  private final QuizMaker maker;

  /** One thread makes all questions: the other processors are for look-ups. */
  private final ForkJoinPool pool = new ForkJoinPool(1);

  /** A start waits so long for all notes to be searchable. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Lookup lookup;
  private volatile CompletableFuture<Quiz> quiz;
  private volatile Follower follower = (traces, questions) -> {};

  /** Told how the notes stand, before anybody is asked from them. */
  interface Follower {
    /** Compares sections and questions with what was known. */
    void follow(List<SectionTrace> traces, List<Question> questions);
  }

  private volatile Counts counted = new Counts(0, 0, 0);

  private Study(NotesFolder notes, Glossary glossary, Lookup lookup) {
    this.notes = notes;
    this.glossary = glossary;
    this.lookup = lookup;
    maker = new QuizMaker(notes, glossary);
    quiz = make();
  }

  static Study open(NotesFolder notes, Path index, Glossary glossary) {
    return open(notes, index, glossary, () -> {});
  }

  /**
   * The same.
   *
   * @param before is called before the notes are read
   */
  static Study open(NotesFolder notes, Path index, Glossary glossary, Runnable before) {
    return new Study(notes, glossary, Lookup.openWithin(PATIENCE, notes, index, glossary, before));
  }

  /** Bears what the first look-ups cost; then, a moment later, makes what only some need. */
  void rehearse() {
    try {
      LookupRoutes.rehearse(
          lookup, new LookupBlocks.Maker(new NoteLink(""), () -> glossary), Language.JA);
    } catch (RuntimeException e) {
      LOG.warn("the first look-up, to nobody, failed", e);
    }
    CompletableFuture.delayedExecutor(SOON.toMillis(), TimeUnit.MILLISECONDS)
        .execute(lookup::prepare);
  }

  private CompletableFuture<Quiz> make() {
    return CompletableFuture.supplyAsync(
        () -> {
          pause();
          counted = counts();
          return maker.make();
        },
        pool);
  }

  /** The first look-ups after a start need the processor more. */
  private void pause() {
    try {
      var _ = wanted.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw (CancellationException) new CancellationException("the program ends").initCause(e);
    }
  }

  /** Tells somebody how the notes stand, and again whenever they change. */
  void followedBy(Follower told) {
    follower = told;
    quiz = told(quiz);
  }

  private CompletableFuture<Quiz> told(CompletableFuture<Quiz> made) {
    return made.thenApply(q -> {
      List<SectionTrace> traces = new ArrayList<>();
      try {
        notes.read(note -> note.sections().stream().map(SectionTrace::of).forEach(traces::add));
        follower.follow(traces, q.questions());
      } catch (DatabaseException e) {
        LOG.warn("what became of the old questions is found out at the next change", e);
      }
      return q;
    });
  }

  Lookup lookup() {
    return lookup;
  }

  Glossary glossary() {
    return glossary;
  }

  /**
   * The questions; waits for them after the start, and goes on with the old ones while new ones are
   * made.
   */
  Quiz quiz() {
    wanted.countDown();
    return quiz.join();
  }

  /** Whether the questions are made; waits for them a moment, not as long as Slack waits for us. */
  boolean soon() {
    wanted.countDown();
    return quiz.handle((made, failure) -> true)
        .completeOnTimeout(false, PAUSE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** Whether the questions are made. */
  boolean ready() {
    return quiz.isDone();
  }

  /** The notes have changed: searchable at once, new questions a little later. */
  void refresh() {
    lookup.refresh();
    CompletableFuture<Quiz> made = told(make());
    var _ = made.thenRun(() -> quiz = made);
  }

  /** How many files, sections and problems there were when the questions were last made. */
  Counts counted() {
    return counted;
  }

  /** How many files, sections and problems there are. */
  Counts counts() {
    int[] counts = new int[3];
    notes.read(note -> count(note, counts));
    return new Counts(counts[0], counts[1], counts[2]);
  }

  private static void count(Note note, int[] counts) {
    counts[0]++;
    counts[1] += note.sections().size();
    counts[2] += note.problems().size();
  }

  /** What a folder holds. */
  record Counts(int files, int sections, int problems) {}

  @Override
  public void close() {
    pool.shutdownNow();
    lookup.close();
  }
}
