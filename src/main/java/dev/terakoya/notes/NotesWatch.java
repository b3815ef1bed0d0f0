package dev.terakoya.notes;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a folder of notes has changed: as soon as the system reports it, by sizes and times
 * where the system reports nothing (network mounts), and by contents now and then. A burst of saves
 * is told once. A folder that vanishes or is emptied is told only after it stayed so, for a mount
 * may blink.
 */
public final class NotesWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotesWatch.class);

  private static final int LONGEST_BURST = 3;

  private final Path root;
  private final Pace pace;
  private final Runnable changed;
  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final Thread thread;
  private Looks told;
  private long contents;
  private long awaySince;
  private boolean away;

  private NotesWatch(Path root, Pace pace, Runnable changed) throws IOException {
    this.root = root;
    this.pace = pace;
    this.changed = changed;
    this.service = root.getFileSystem().newWatchService();
    this.thread = Thread.ofPlatform().daemon().name("notes-watch").unstarted(this::run);
    this.told = Looks.of(root, this::report);
    this.contents = Looks.contents(root);
  }

  /**
   * Begins to watch; changes from now on are told.
   *
   * @param changed is called on the watch's own thread; while it runs, nothing else is told
   * @throws UncheckedIOException when the system refuses
   */
  public static NotesWatch start(Path root, Pace pace, Runnable changed) {
    try {
      NotesWatch watch = new NotesWatch(root, pace, changed);
      watch.thread.start();
      return watch;
    } catch (IOException e) {
      throw new UncheckedIOException("watching the notes in " + root, e);
    }
  }

  /** Ends the watch; what is being told is told to its end. */
  @Override
  public void close() {
    try {
      service.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException("ending the watch of " + root, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      long next = System.nanoTime() + pace.content().toNanos();
      while (!Thread.interrupted()) {
        await();
        boolean due = System.nanoTime() - next >= 0;
        compare(due);
        next = due ? System.nanoTime() + pace.content().toNanos() : next;
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      keys.clear();
    }
  }

  /** Waits for a report of the system and the end of its burst, or until it is time to look. */
  private void await() throws InterruptedException {
    Duration shortest =
        Stream.of(pace.poll(), pace.content(), pace.away()).min(naturalOrder()).get();
    WatchKey key = service.poll(shortest.toNanos(), TimeUnit.NANOSECONDS);
    long end = System.nanoTime() + pace.quiet().toNanos() * LONGEST_BURST;
    while (key != null) {
      key.pollEvents();
      key.reset();
      long left = Math.min(pace.quiet().toNanos(), end - System.nanoTime());
      key = left <= 0 ? null : service.poll(left, TimeUnit.NANOSECONDS);
    }
  }

  private void compare(boolean byContent) {
    keys.values().removeIf(key -> !key.isValid());
    Looks now = Looks.of(root, this::report);
    if (isAway(now)) {
      return;
    }
    if (!now.equals(told) || (byContent && Looks.contents(root) != contents)) {
      tell(now);
    }
  }

  /** A change that could not be taken in, as when the disk is full, is told again. */
  private void tell(Looks now) {
    try {
      long read = Looks.contents(root);
      changed.run();
      told = now;
      contents = read;
    } catch (RuntimeException e) {
      LOG.warn("a change of the notes could not be taken in; trying again", e);
    }
  }

  /** Whether the folder is gone or bare, but not yet for long enough to believe it. */
  private boolean isAway(Looks now) {
    boolean gone = now.notes() == 0 && (told.notes() > 1 || !Files.isDirectory(root));
    if (gone && !away) {
      awaySince = System.nanoTime();
    }
    away = gone;
    return gone && System.nanoTime() - awaySince < pace.away().toNanos();
  }

  /**
   * Asks the system to report a folder's changes; where it cannot, looking now and then must do.
   */
  private void report(Path folder) {
    WatchKey known = keys.get(folder);
    if (known == null || !known.isValid()) {
      try {
        keys.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
      } catch (IOException e) {
        keys.remove(folder);
      }
    }
  }
}
