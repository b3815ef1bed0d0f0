package dev.terakoya.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The Slack app manifest for this configuration. */
@Command(
    name = "manifest",
    description = "Prints the Slack app manifest (YAML) for this configuration.",
    mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "https://terakoya.example.org",
      description = "where Slack reaches the program over HTTP; not needed for Socket Mode")
  private String url;

  @Override
  public Integer call() {
    Settings settings = Settings.of(System.getenv());
    spec.commandLine()
        .getOut()
        .print(Manifest.of(settings.command(), url, !settings.appToken().isEmpty()).yaml());
    spec.commandLine().getOut().flush();
    return Main.OK;
  }
}
