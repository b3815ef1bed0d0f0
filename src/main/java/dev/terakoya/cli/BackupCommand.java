package dev.terakoya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** To be. */
@Command(name = "backup", description = "to be", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return Main.FAILED;
  }
}
