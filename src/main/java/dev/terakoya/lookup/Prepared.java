package dev.terakoya.lookup;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What takes a while to make and not every look-up needs: made behind, once, when first wanted. */
final class Prepared<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable CompletableFuture<T> made;

  Prepared(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Begins to make it, unless that is done. */
  synchronized CompletableFuture<T> begin() {
    CompletableFuture<T> begun = made == null ? CompletableFuture.supplyAsync(maker) : made;
    made = begun;
    return begun;
  }

  /** Waits for it. */
  @Override
  public T get() {
    return begin().join();
  }
}
