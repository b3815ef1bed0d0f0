package dev.terakoya.slack;

import java.time.Duration;
import java.util.Set;

/** Slack refused a call or could not be reached. */
public final class SlackException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Set<String> TRANSIENT =
      Set.of(
          "timeout",
          "unreachable",
          "failed",
          "not_json",
          "internal_error",
          "fatal_error",
          "service_unavailable");

  private final String error;
  private final Duration retryAfter;

  SlackException(String method, String error, Duration retryAfter) {
    super("Slack's " + method + " answered " + error);
    this.error = error;
    this.retryAfter = retryAfter;
  }

  static SlackException rateLimited(String method, long seconds) {
    return new SlackException(method, "ratelimited", Duration.ofSeconds(Math.max(1, seconds)));
  }

  /**
   * Slack's word for it, or {@code timeout}, {@code unreachable}, {@code not_json}, {@code
   * http_500}.
   */
  public String error() {
    return error;
  }

  /** How long Slack asks to wait; zero if it does not. */
  public Duration retryAfter() {
    return retryAfter;
  }

  boolean rateLimited() {
    return error.equals("ratelimited");
  }

  /** Whether the same call may well succeed a little later. */
  public boolean transientFault() {
    return rateLimited() || TRANSIENT.contains(error) || error.startsWith("http_5");
  }
}
