package dev.terakoya.lookup;

import java.time.Duration;
import java.util.List;

/** What a look-up found. */
public sealed interface Found {
  /** The query as asked. */
  String query();

  /** Time from query analysis to hits. */
  Duration took();

  /** Terms that the notes do have and that are near to the query; empty where nothing is near. */
  List<String> didYouMean();

  /** Sections that answer, best first; at least one. */
  record Hits(String query, List<Hit> hits, List<String> didYouMean, Duration took)
      implements Found {
    public Hits {
      hits = List.copyOf(hits);
      didYouMean = List.copyOf(didYouMean);
    }
  }

  /** The notes say nothing about it. */
  record Nothing(String query, List<String> didYouMean, Duration took) implements Found {
    public Nothing {
      didYouMean = List.copyOf(didYouMean);
    }
  }
}
