package dev.terakoya.cli;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.playground.Controls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The page's buttons that move time, and the notes dropped onto it. */
final class PlaygroundControls implements Controls {
  private final PretendClock clock;
  private final Supplier<Glossary> glossary;
  private @Nullable Wiring wiring;

  PlaygroundControls(PretendClock clock, Supplier<Glossary> glossary) {
    this.clock = clock;
    this.glossary = glossary;
  }

  /** Says which app the buttons are for. */
  void wired(Wiring app) {
    wiring = app;
  }

  private Wiring wiring() {
    return Objects.requireNonNull(wiring, "the app is not wired yet");
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Instant nextWorkingDay() {
    return forward(wiring().daily().next(clock.instant()));
  }

  @Override
  public Instant closeToday() {
    return forward(wiring().daily().nextClosing(clock.instant()));
  }

  private Instant forward(Optional<Instant> moment) {
    moment.ifPresent(clock::forwardTo);
    wiring().daily().tick();
    return clock.instant();
  }

  @Override
  public NotesSummary notes(Map<String, byte[]> files) {
    try {
      Path folder = Files.createTempDirectory("terakoya-notes-");
      for (var file : files.entrySet()) {
        Path to = folder.resolve(file.getKey()).normalize();
        if (to.startsWith(folder)) {
          Files.createDirectories(to.getParent());
          Files.write(to, file.getValue());
        }
      }
      return study(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("storing the dropped notes", e);
    }
  }

  private NotesSummary study(Path folder) {
    Study next =
        Study.open(
            new NotesFolder(folder),
            folder.resolveSibling(folder.getFileName() + "-index"),
            glossary.get());
    next.lookup().refresh();
    wiring().study(next);
    Study.Counts counts = next.counts();
    return new NotesSummary(
        counts.files(),
        counts.sections(),
        counts.problems(),
        next.quiz().questions().size(),
        next.lookup().worthTrying(3));
  }
}
