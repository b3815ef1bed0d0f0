package dev.terakoya.daily;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What hangs on a board: messages, each visible from some moment on. Safe for any thread. */
final class Paper {
  /** A message. */
  record Message(String ts, String key, String question, Instant from) {}

  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Integer> accepted = new HashMap<>();
  private final Set<String> closed = new HashSet<>();
  private int count;

  synchronized String pin(String key, String question, Instant from) {
    String ts = String.format("%010d.%06d", from.getEpochSecond(), ++count);
    messages.add(new Message(ts, key, question, from));
    accepted.merge(key, 1, Integer::sum);
    notifyAll();
    return ts;
  }

  synchronized List<String> find(String key, Instant now) {
    return messages.stream()
        .filter(m -> m.key().equals(key) && !m.from().isAfter(now))
        .map(Message::ts)
        .toList();
  }

  synchronized boolean remove(String ts) {
    return messages.removeIf(m -> m.ts().equals(ts));
  }

  synchronized void close(String key) {
    closed.add(key);
    notifyAll();
  }

  /** Waits until a key's post is closed; false after the given time. */
  synchronized boolean awaitClosed(String key, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!closed.contains(key) && System.nanoTime() < end) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    return closed.contains(key);
  }

  /** Waits until a key's post hangs there; false after the given time. */
  synchronized boolean awaitPinned(String key, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!accepted.containsKey(key) && System.nanoTime() < end) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    return accepted.containsKey(key);
  }

  synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** How often each key was accepted. */
  synchronized Map<String, Integer> accepted() {
    return Map.copyOf(accepted);
  }
}
