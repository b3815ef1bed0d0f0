package dev.terakoya.playground;

import java.util.List;

/** A call that Slack would refuse, with its error word and the reasons in detail. */
final class Refused extends RuntimeException {
  private final List<String> reasons;

  Refused(String error, List<String> reasons) {
    super(error, null, false, false);
    this.reasons = List.copyOf(reasons);
  }

  Refused(String error) {
    this(error, List.of());
  }

  /** The error word, such as {@code channel_not_found}. */
  String error() {
    return String.valueOf(getMessage());
  }

  /** For people: what exactly is wrong, and where. */
  List<String> reasons() {
    return reasons;
  }
}
