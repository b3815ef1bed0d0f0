package dev.terakoya.playground;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the page can ask of the machinery behind the app: time, and notes. */
public interface Controls {
  /** Real time, no notes. */
  Controls NONE = new Controls() {};

  /** Now, in the workspace's pretend time. */
  default Instant now() {
    return Instant.now();
  }

  /** Moves time to the next daily post and runs what is due; answers the new time. */
  default Instant nextWorkingDay() {
    return now();
  }

  /** Moves time to today's closing and runs what is due; answers the new time. */
  default Instant closeToday() {
    return now();
  }

  /** Reads dropped notes (path with {@code /} → bytes) and says what came out. */
  default NotesSummary notes(Map<String, byte[]> files) {
    return new NotesSummary(files.size(), 0, 0, 0, List.of());
  }

  /**
   * What came out of dropped notes.
   *
   * @param lookups words worth looking up, at most three
   */
  record NotesSummary(int files, int sections, int problems, int questions, List<String> lookups) {
    /** Copies. */
    public NotesSummary {
      lookups = List.copyOf(lookups);
    }
  }
}
