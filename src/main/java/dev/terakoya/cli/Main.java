package dev.terakoya.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the program starts: one class a command. */
@Command(
    name = "terakoya",
    description = "A team's study notes answer in Slack, and ask one question a day.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private static final List<Class<?>> COMMANDS =
      List.of(
          PlaygroundCommand.class,
          ServeCommand.class,
          LookupCommand.class,
          SectionsCommand.class,
          LintCommand.class,
          QuizCommand.class,
          IndexCommand.class,
          ReportCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          DoctorCommand.class,
          ManifestCommand.class,
          TrainCommand.class);

  private Main() {}

  /** Runs the command that the arguments name and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The exit status of a command: 0 success, 1 failure, 2 wrong usage. */
  static int run(String... arguments) {
    if (List.of(arguments).equals(List.of("serve"))) {
      return serve();
    }
    Logging.begin();
    CommandLine commands = new CommandLine(new Main());
    wanted(arguments.length == 0 ? "" : arguments[0]).forEach(commands::addSubcommand);
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commands.setExecutionExceptionHandler(Main::explain);
    if (arguments.length == 0) {
      commands.usage(commands.getErr());
      return WRONG_USAGE;
    }
    return commands.execute(arguments);
  }

  /**
   * What a container starts. It has no arguments to read, and an archive cannot keep picocli, whose
   * classes are too old for it.
   */
  private static int serve() {
    try {
      return new ServeCommand().call();
    } catch (Exception e) {
      new PrintWriter(System.err, true, StandardCharsets.UTF_8).println(message(e));
      return status(e);
    }
  }

  /** The command of a name; all where none has it. To read what each can do takes time. */
  private static List<Class<?>> wanted(String name) {
    List<Class<?>> one =
        COMMANDS.stream()
            .filter(c -> c.getSimpleName().equalsIgnoreCase(name + "Command"))
            .toList();
    return one.isEmpty() ? COMMANDS : one;
  }

  /** One clear line; the stack trace only for those who ask. */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(message(e));
    boolean verbose = parsed.originalArgs().contains("--verbose");
    if (verbose) {
      e.printStackTrace(command.getErr());
    }
    return status(e);
  }

  private static String message(Exception e) {
    return "terakoya: " + (e.getMessage() == null ? e.toString() : e.getMessage());
  }

  private static int status(Exception e) {
    return e instanceof ConfigurationException ? WRONG_USAGE : FAILED;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"terakoya " + (version == null ? "(not packaged)" : version)};
    }
  }
}
