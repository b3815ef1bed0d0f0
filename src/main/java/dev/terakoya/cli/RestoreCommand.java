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

/** Everything of a backup, in the place of what the database holds. */
@Command(
    name = "restore",
    description = "Puts a backup in the place of everything in the database, SQLite or PostgreSQL.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Parameters(paramLabel = "FILE", description = "the file to read")
  private Path file;

  @Override
  public Integer call() {
    try (Database database = Database.open(places.database())) {
      new Backup(database).read(file);
    }
    spec.commandLine().getErr().println("terakoya: restored " + file);
    return Main.OK;
  }
}
