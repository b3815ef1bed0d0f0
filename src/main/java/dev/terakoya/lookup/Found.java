package dev.terakoya.lookup;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look-up found. */
public sealed interface Found {
  /** The query as asked. */
  String query();

  /** Time from query analysis to hits. */
  Duration took();

  /** Terms that the notes do have and that are near to the query; empty where nothing is near. */
  List<String> didYouMean();

  /**
   * Sections that answer, best first; at least one.
   *
   * @param comparison how the things that the query compares stand side by side; null if it
   *     compares nothing
   */
  record Hits(String query, List<Hit> hits, @Nullable Comparison comparison, Duration took)
      implements Found {
    public Hits {
      hits = List.copyOf(hits);
    }

    @Override
    public List<String> didYouMean() {
      return List.of();
    }
  }

  /** The notes say nothing about it. */
  record Nothing(String query, List<String> didYouMean, Duration took) implements Found {
    public Nothing {
      didYouMean = List.copyOf(didYouMean);
    }
  }
}
