package dev.terakoya.cli;

import dev.terakoya.lint.Lint;
import dev.terakoya.notes.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Problems in the notes. */
@Command(
    name = "lint",
    description =
        "Problems in the notes. Ends with 0 when there are none, 1 when there are, 3 when it could"
            + " not run.",
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  private static final int PROBLEMS = 1;
  private static final int COULD_NOT_RUN = 3;

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> problems;
    try {
      problems = Lint.of(places.notes(), places.glossary());
    } catch (RuntimeException e) {
      spec.commandLine().getErr().println("terakoya: lint could not run: " + e.getMessage());
      return COULD_NOT_RUN;
    }
    problems.forEach(
        p -> out.println(json ? Json.line(Json.problem(p)) : Terminal.of().problem(p)));
    out.flush();
    if (!json) {
      spec.commandLine().getErr().println(problems.size() + " problems");
    }
    return problems.isEmpty() ? Main.OK : PROBLEMS;
  }
}
