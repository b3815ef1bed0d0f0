package dev.terakoya.quiz;

import java.util.List;
import java.util.Optional;

/** Two to five options of at most 75 characters, none standing out by its length or form. */
final class FitsButtons implements Gate {
  private static final int LONGEST = 75;

  @Override
  public String name() {
    return "fits-buttons";
  }

  @Override
  public Optional<String> refuses(Candidate candidate) {
    List<Integer> lengths =
        candidate.options().stream()
            .map(o -> o.text().codePointCount(0, o.text().length()))
            .toList();
    int least = candidate.judged() ? 2 : 3;
    if (lengths.size() < least || lengths.size() > 5) {
      return Optional.of(lengths.size() + " options");
    }
    if (lengths.stream().anyMatch(l -> l > LONGEST) || candidate.asked().length() > 220) {
      return Optional.of("too long");
    }
    int key = lengths.getFirst();
    int longest = lengths.stream().skip(1).max(Integer::compare).orElse(key);
    int shortest = lengths.stream().skip(1).min(Integer::compare).orElse(key);
    return Gate.when(
        !candidate.judged()
            && ((key > 12 && key > longest * 1.6) || (shortest > 16 && key < shortest * 0.5)),
        "the key stands out by its length");
  }
}
