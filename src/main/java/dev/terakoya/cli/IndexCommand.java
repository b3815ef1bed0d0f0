package dev.terakoya.cli;

import dev.terakoya.lookup.Lookup;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds or refreshes the search index. */
@Command(
    name = "index",
    description = "Builds or refreshes the search index.",
    mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Override
  public Integer call() {
    Map<String, Long> sizes = places.notes().sizes();
    long start = System.nanoTime();
    try (ProgressBar progress = progress(sizes);
        Lookup lookup =
            Lookup.open(
                places.notes(),
                places.index(),
                places.glossary(),
                note -> progress.stepBy(sizes.getOrDefault(note.file(), 0L)))) {
      progress.stepTo(progress.getMax());
      spec.commandLine()
          .getOut()
          .printf(
              "%d sections of %d files in %s (%.1f s)%n",
              lookup.sections(), sizes.size(), places.index(), (System.nanoTime() - start) / 1e9);
    }
    spec.commandLine().getOut().flush();
    return Main.OK;
  }

  /** On standard error, and only where that is a terminal. */
  private static ProgressBar progress(Map<String, Long> sizes) {
    return new ProgressBarBuilder()
        .setTaskName("indexing " + sizes.size() + " files")
        .setInitialMax(sizes.values().stream().mapToLong(size -> size).sum())
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(Ansi.AUTO.enabled() ? 100 : 3_600_000)
        .setUnit(" MB", 1_000_000)
        .build();
  }
}
