package dev.terakoya.learner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How many people chose each option; no names.
 *
 * @param counts people an option, in the order of the options; those nobody chose may be missing at
 *     the end
 */
public record Shares(List<Integer> counts) {
  public Shares {
    counts = List.copyOf(counts);
  }

  static Shares of(Handle handle, AskedId id) {
    List<Integer> counts = new ArrayList<>();
    handle
        .select(
            "select choice, count(*) as people from answer"
                + " where asked = ? and counts = 1 and in_time = 1 group by choice",
            id.value())
        .map((row, _) -> new int[] {row.getInt("choice"), row.getInt("people")})
        .forEach(row -> {
          counts.addAll(Collections.nCopies(Math.max(0, row[0] + 1 - counts.size()), 0));
          counts.set(row[0], row[1]);
        });
    return new Shares(counts);
  }

  /** How many people answered. */
  public int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** How many people chose an option. */
  public int of(int option) {
    return option < counts.size() ? counts.get(option) : 0;
  }
}
