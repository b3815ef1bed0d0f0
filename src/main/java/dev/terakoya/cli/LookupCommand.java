package dev.terakoya.cli;

import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Lookup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the notes say about a query. */
@Command(
    name = "lookup",
    description = "What the notes say about a query.",
    mixinStandardHelpOptions = true)
final class LookupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "what to look up")
  private List<String> query = List.of();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "hits at most (default 10)")
  private int limit;

  @Option(names = "--batch", paramLabel = "FILE", description = "a file of queries, one a line")
  private @Nullable Path batch;

  @Override
  public Integer call() throws IOException {
    if (batch == null == query.isEmpty() || (batch != null && !json) || limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "give a QUERY, or --batch FILE with --json; --limit is at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Lookup lookup = places.lookup()) {
      if (batch == null) {
        Found found = lookup.find(String.join(" ", query), limit);
        out.println(json ? Json.line(Json.answer(found)) : Terminal.of().answer(found));
      } else {
        for (String line : Files.readAllLines(batch)) {
          out.println(Json.line(Json.answer(lookup.find(line, limit))));
        }
      }
    }
    out.flush();
    return Main.OK;
  }
}
