package dev.terakoya.cli;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs the command that the arguments name and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(0);
  }
}
