package dev.terakoya.cli;

/** The configuration is wrong; the message names every variable or option that is, one a line. */
final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConfigurationException(String message) {
    super(message);
  }
}
