package dev.terakoya.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the program read out of the notes, one section a line. */
@Command(
    name = "sections",
    description = "What the program reads out of the notes, one section a line.",
    mixinStandardHelpOptions = true)
final class SectionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    places
        .notes()
        .read(note ->
            note.sections()
                .forEach(section ->
                    out.println(
                        json ? Json.line(Json.section(section)) : Terminal.of().section(section))));
    out.flush();
    return Main.OK;
  }
}
