package dev.terakoya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** To be. */
@Command(name = "report", description = "to be", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return Main.FAILED;
  }
}
