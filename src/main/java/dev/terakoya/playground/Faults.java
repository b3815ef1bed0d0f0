package dev.terakoya.playground;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the Web API shall fail: a queue of planned faults for each method. */
public final class Faults {
  private final Map<String, Queue<Fault>> planned = new ConcurrentHashMap<>();

  /** The ways in which a call fails. */
  public sealed interface Fault {
    /** The work is done, the answer never arrives: the connection closes. */
    record LostReply() implements Fault {}

    /** HTTP 429 with {@code Retry-After} in whole seconds. */
    record TooMany(Duration retryAfter) implements Fault {}

    /** HTTP 500 without a useful body. */
    record ServerError() implements Fault {}

    /** HTTP 200 with a page of HTML, as a proxy sends it. */
    record Html() implements Fault {}

    /** Never answers. */
    record Hang() implements Fault {}

    /** The connection closes, nothing is done. */
    record Reset() implements Fault {}

    /** Slack says no: {@code ok} is false with this error. */
    record Refusal(String error) implements Fault {}
  }

  /** Plans a fault for the next calls of a method, after those planned before. */
  public void next(String method, int calls, Fault fault) {
    Queue<Fault> queue = planned.computeIfAbsent(method, m -> new ArrayDeque<>());
    synchronized (queue) {
      queue.addAll(Collections.nCopies(calls, fault));
    }
  }

  /** Forgets every planned fault. */
  public void none() {
    planned.clear();
  }

  @Nullable Fault take(String method) {
    Queue<Fault> queue = planned.get(method);
    if (queue == null) {
      return null;
    }
    synchronized (queue) {
      return queue.poll();
    }
  }
}
