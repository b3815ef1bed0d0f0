package dev.terakoya.lookup;

/** The index cannot be read or written; the message says what was being done. */
public final class LookupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LookupException(String doing, Throwable cause) {
    super(doing + ": " + cause.getMessage(), cause);
  }
}
