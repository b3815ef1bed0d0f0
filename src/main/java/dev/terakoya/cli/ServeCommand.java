package dev.terakoya.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.terakoya.db.Database;
import dev.terakoya.lookup.Analysis;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.NotesWatch;
import dev.terakoya.notes.Pace;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The Slack app. */
@Command(
    name = "serve",
    description = "The Slack app: over HTTP, or Socket Mode when SLACK_APP_TOKEN is set.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();

  /** Begins what takes long first, each beside the others: a start has two processors or more. */
  @Override
  public Integer call() throws InterruptedException {
    Thread.ofPlatform().daemon().name("dictionary").start(Analysis::prepare);
    // Before anybody logs: the dictionary's thread does not.
    Logging.begin();
    if (System.getenv("TERAKOYA_LOG_LEVEL") == null) {
      ((Logger) LoggerFactory.getLogger("dev.terakoya")).setLevel(Level.INFO);
    }
    CompletableFuture<Study> study = new CompletableFuture<>();
    CompletableFuture<NotesWatch> watching = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("opening").start(() -> open(watching, study));
    Settings settings = Settings.of(System.getenv());
    Wiring wiring =
        new Wiring(
            settings, study, Database.at(places.database()), "0.0.0.0", InstantSource.system());
    begun(study);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              var _ = watching.thenAccept(NotesWatch::close);
              wiring.close();
              stopped.countDown();
            }));
    if (wiring.start()) {
      System.err.println("terakoya: listening on port " + wiring.port());
    }
    stopped.await();
    return Main.OK;
  }

  private void open(CompletableFuture<NotesWatch> watching, CompletableFuture<Study> study) {
    try {
      NotesFolder notes = places.notes();
      Runnable watch = () -> watch(notes, watching, study);
      study.complete(Study.open(notes, places.index(), places.glossary(), watch));
    } catch (Throwable e) { // told where it is waited for
      study.completeExceptionally(e);
      return;
    }
    study.join().rehearse();
  }

  /** Before the notes are read, so that no change between the two is missed. */
  private static void watch(
      NotesFolder notes, CompletableFuture<NotesWatch> watching, CompletableFuture<Study> study) {
    try {
      watching.complete(NotesWatch.start(notes.root(), Pace.usual(), () -> study.join().refresh()));
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(ServeCommand.class)
          .error("changes of the notes are seen after the next start only", e);
    }
  }

  /** What was begun beside the rest; or why it was not. */
  private static <T> T begun(CompletableFuture<T> beside) {
    try {
      return beside.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : e;
    }
  }
}
