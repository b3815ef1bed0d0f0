package dev.terakoya.playground;

/** A way to the app: HTTP or Socket Mode. */
interface Line {
  /**
   * Sends a request and waits for the answer.
   *
   * @param retry 0 for the first try
   */
  Delivery send(Delivery.Envelope envelope, int retry);
}
