package dev.terakoya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** To be. */
@Command(name = "quiz", description = "to be", mixinStandardHelpOptions = true)
final class QuizCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return Main.FAILED;
  }
}
