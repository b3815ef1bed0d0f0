package dev.terakoya.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.terakoya.db.Database;
import dev.terakoya.lookup.Lookup;
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

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = Settings.of(System.getenv());
    if (System.getenv("TERAKOYA_LOG_LEVEL") == null) {
      ((Logger) LoggerFactory.getLogger("dev.terakoya")).setLevel(Level.INFO);
    }
    Lookup.prepareAnalysis();
    CompletableFuture<Database> database =
        CompletableFuture.supplyAsync(() -> Database.open(places.database()));
    // Before the notes are read, so that no change between the two is missed.
    CompletableFuture<Study> opened = new CompletableFuture<>();
    CompletableFuture<NotesWatch> watching =
        CompletableFuture.supplyAsync(
            () ->
                NotesWatch.start(
                    places.notes().root(), Pace.usual(), () -> opened.join().refresh()),
            task -> Thread.ofPlatform().daemon().name("watching").start(task));
    Study study = Study.open(places.notes(), places.index(), places.glossary());
    opened.complete(study);
    Wiring wiring = new Wiring(settings, study, begun(database), "0.0.0.0", InstantSource.system());
    NotesWatch watch = begun(watching);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              watch.close();
              wiring.close();
              stopped.countDown();
            }));
    wiring.start();
    System.err.println("terakoya: listening on port " + wiring.port());
    stopped.await();
    return Main.OK;
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
