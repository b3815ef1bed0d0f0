package dev.terakoya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** To be. */
@Command(name = "lint", description = "to be", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return Main.FAILED;
  }
}
