package dev.terakoya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** To be. */
@Command(name = "index", description = "to be", mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return Main.FAILED;
  }
}
