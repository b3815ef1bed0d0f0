package dev.terakoya.cli;

import dev.terakoya.db.Backup;
import dev.terakoya.db.Database;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything in the database, into one portable file. */
@Command(
    name = "backup",
    description = "Writes everything in the database to a file, while the program runs.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(paramLabel = "FILE", description = "the file to write")
  private Path file;

  @Override
  public Integer call() {
    try (Database database = Database.open(places.database())) {
      new Backup(database).write(file);
    }
    spec.commandLine().getErr().println("terakoya: wrote " + file);
    return Main.OK;
  }
}
