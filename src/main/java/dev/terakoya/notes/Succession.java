package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says under which new id an old section lives on, when it was edited, renamed or moved. A pure
 * function of what is remembered of the old sections and what stands there now; whoever asks
 * decides once and writes the answer down.
 *
 * <p>Two sections are the same when their texts have half in common, or a fifth when their headings
 * are the same too. An old section has at most one successor, and a new one at most one
 * predecessor: the most alike go together first.
 */
public final class Succession {
  private static final double TEXT_ALONE = 0.5;
  private static final double WITH_PATH = 0.2;
  private static final int MOST_IN_A_GROUP = 200;

  /** Two sections that may be one, and how alike they are, 0 to 2. */
  private record Pair(SectionTrace old, SectionTrace now, double alike) {}

  private Succession() {}

  /**
   * The successors of those old sections that stand there no more under their own id. Old sections
   * that were deleted are not in it.
   */
  public static Map<SectionId, SectionId> between(
      Collection<SectionTrace> old, Collection<SectionTrace> now) {
    Set<SectionId> before = ids(old);
    Set<SectionId> after = ids(now);
    List<SectionTrace> gone = old.stream().filter(t -> !after.contains(t.id())).toList();
    List<SectionTrace> come = now.stream().filter(t -> !before.contains(t.id())).toList();
    return matched(pairs(gone, come));
  }

  private static Set<SectionId> ids(Collection<SectionTrace> traces) {
    Set<SectionId> ids = new HashSet<>();
    traces.forEach(trace -> ids.add(trace.id()));
    return ids;
  }

  private static Map<SectionId, SectionId> matched(Collection<Pair> pairs) {
    Map<SectionId, SectionId> successors = new LinkedHashMap<>();
    Set<SectionId> taken = new HashSet<>();
    pairs.stream()
        .sorted(
            Comparator.comparingDouble(Pair::alike)
                .reversed()
                .thenComparing(pair -> pair.old().id().value())
                .thenComparing(pair -> pair.now().id().value()))
        .filter(pair -> !successors.containsKey(pair.old().id()) && taken.add(pair.now().id()))
        .forEach(pair -> successors.put(pair.old().id(), pair.now().id()));
    return successors;
  }

  /** Only sections that share a value of their fingerprints, or their headings, are compared. */
  private static Collection<Pair> pairs(List<SectionTrace> gone, List<SectionTrace> come) {
    Map<Object, List<SectionTrace>> groups = new HashMap<>();
    for (SectionTrace trace : come) {
      for (Object key : keys(trace)) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(trace);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (SectionTrace old : gone) {
      for (SectionTrace now : candidates(old, groups)) {
        double alike = alike(old, now, old.similarity(now));
        if (alike > 0) {
          pairs.add(new Pair(old, now, alike));
        }
      }
    }
    return pairs;
  }

  private static Set<SectionTrace> candidates(
      SectionTrace old, Map<Object, List<SectionTrace>> groups) {
    Set<SectionTrace> candidates = new HashSet<>();
    for (Object key : keys(old)) {
      List<SectionTrace> group = groups.getOrDefault(key, List.of());
      candidates.addAll(group.subList(0, Math.min(group.size(), MOST_IN_A_GROUP)));
    }
    return candidates;
  }

  private static List<Object> keys(SectionTrace trace) {
    List<Object> keys = new ArrayList<>();
    keys.add(trace.path());
    for (int n = 0; n < SectionTrace.VALUES; n++) {
      if (trace.has(n)) {
        keys.add(n + trace.value(n));
      }
    }
    return keys;
  }

  private static double alike(SectionTrace old, SectionTrace now, double text) {
    boolean path = old.path().equals(now.path());
    boolean heading =
        !old.path().isEmpty()
            && !now.path().isEmpty()
            && old.path().getLast().equals(now.path().getLast());
    double least = path || heading ? WITH_PATH : TEXT_ALONE;
    double bonus =
        (path ? 0.5 : 0) + (heading ? 0.3 : 0) + (old.file().equals(now.file()) ? 0.2 : 0);
    return text < least ? 0 : text + bonus;
  }
}
