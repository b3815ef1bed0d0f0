package dev.terakoya.db;

/** The database did not do what was asked; the message says what was being done. */
public final class DatabaseException extends RuntimeException {
  /** Says what was being done, without a cause. */
  public DatabaseException(String doing) {
    super(doing);
  }

  /** Says what was being done when {@code cause} came up. */
  public DatabaseException(String doing, Throwable cause) {
    super(doing + ": " + cause.getMessage(), cause);
  }
}
