package dev.terakoya.playground;

/** A counter that pages wait on: it rises with everything that a page would show. */
final class Changes {
  private long revision = 1;
  private boolean closed;

  synchronized void happened() {
    revision++;
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** The revision, as soon as it is another one than {@code seen}, or when the wait is over. */
  synchronized long after(long seen, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (revision == seen && !closed && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return revision;
  }
}
