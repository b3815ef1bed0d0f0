package dev.terakoya.cli;

import dev.terakoya.db.Database;
import dev.terakoya.learner.Flags;
import dev.terakoya.learner.Lookups;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What people look for and do not find, and the questions they find odd: the list of notes to write
 * and to mend.
 */
@Command(
    name = "report",
    description = "What people look for and do not find, and flagged questions.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private static final Duration KEPT = Duration.ofDays(90);

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = Database.open(places.database())) {
      Lookups lookups = new Lookups(database);
      for (String team : lookups.teams()) {
        gaps(out, lookups.report(team, Instant.now().minus(KEPT)));
        flagged(out, new Flags(database).open(team));
      }
    }
    out.flush();
    return Main.OK;
  }

  private static void gaps(PrintWriter out, List<Lookups.Gap> gaps) {
    out.println("Looked for and not found (90 days)");
    for (Lookups.Gap gap : gaps) {
      out.printf(
          "  %4d times  %3d people  %3d wishes  %3d not useful  %s%n",
          gap.times(), gap.people(), gap.wishes(), gap.useless(), gap.query());
    }
  }

  private static void flagged(PrintWriter out, List<Flags.Flagged> flagged) {
    out.println("Questions that people find odd");
    for (Flags.Flagged each : flagged) {
      var source = each.question().source().source();
      out.printf(
          "  %s  %s%n      %s:%d  %s%n",
          each.question().id(),
          each.question().stem(),
          source.file(),
          source.from(),
          (each.withdrawn() ? "withdrawn; " : "") + String.join("; ", each.reasons()));
    }
  }
}
