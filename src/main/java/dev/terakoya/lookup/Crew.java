package dev.terakoya.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * As many workers as there are processors, each with its own {@link Analysis}. Whoever brings more
 * work than they can take does some of it himself, so that little of it waits in memory.
 */
final class Crew implements AutoCloseable {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          PROCESSORS - 1,
          Math.max(1, PROCESSORS - 1),
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(4 * PROCESSORS),
          Thread.ofPlatform().daemon().name("indexing-", 1).factory(),
          new ThreadPoolExecutor.CallerRunsPolicy());

  private final ThreadLocal<Analysis> analysis = ThreadLocal.withInitial(Analysis::new);
  private final List<CompletableFuture<Void>> open = new ArrayList<>();

  void submit(Consumer<Analysis> work) {
    open.add(CompletableFuture.runAsync(() -> work.accept(analysis.get()), workers));
  }

  /**
   * Waits until all that was submitted is done.
   *
   * @throws CompletionException with the first failure of any worker
   */
  void finish() {
    CompletableFuture.allOf(open.toArray(CompletableFuture<?>[]::new)).join();
    open.clear();
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
