package dev.terakoya.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with their units. A line that says one carries marks for the unit, its kind, and any
 * number, so that a question for a number (<i>how many seconds</i>) asks for such a line.
 */
final class Measures {
  /** Begins a mark. */
  private static final char MARK = '=';

  private static final String ANY = MARK + "any";
  private static final List<Kind> KINDS = read();
  private static final Map<String, Kind> BY_UNIT = byUnit();

  /** A line of {@code measures.txt}. */
  private record Kind(String name, Set<String> units, Set<String> asking) {}

  private Measures() {}

  /** The marks of a line of words: one for each unit, each kind, and any number. */
  static Set<String> marks(List<Token> words) {
    Set<String> marks = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (isNumber(words.get(i))) {
        marks.add(ANY);
        String unit = i + 1 < words.size() ? words.get(i + 1).text() : "";
        Kind kind = kind(unit);
        marks.add(MARK + (kind == null ? "count" : kind.name()));
        if (kind != null) {
          marks.add(MARK + unit);
        }
      }
    }
    return marks;
  }

  private static boolean isNumber(Token word) {
    return word.kind() == Token.Kind.WORD
        && Character.isDigit(word.text().charAt(0))
        && word.text().chars().allMatch(Character::isDigit);
  }

  private static @Nullable Kind kind(String unit) {
    return BY_UNIT.get(unit);
  }

  /**
   * The marks that a question asks for, with how well each answers it; none if it asks for no
   * number.
   */
  static Map<String, Double> asked(List<Token> words) {
    Map<String, Double> marks = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      String unit = unitAsked(word, i + 1 < words.size() ? words.get(i + 1).text() : "");
      Kind measured = kind(unit);
      if (measured != null) {
        marks.put(MARK + unit, 1.0);
        marks.put(MARK + measured.name(), 0.8);
        marks.putIfAbsent(ANY, 0.5);
      }
      for (Kind kind : KINDS) {
        boolean asks = kind.asking().contains(word);
        if (asks && !kind.name().equals("any")) {
          marks.putIfAbsent(MARK + kind.name(), 0.8);
        }
        if (asks) {
          marks.putIfAbsent(ANY, 0.5);
        }
      }
    }
    return marks;
  }

  /** The unit in 何分, whether or not it is cut, and in "how many minutes"; empty if none. */
  private static String unitAsked(String word, String next) {
    if (word.equals("何") || word.equals("many")) {
      return next;
    }
    return word.startsWith("何") ? word.substring(1) : "";
  }

  /** Whether a word only asks for a number. */
  static boolean onlyAsks(String word) {
    return kind(unitAsked(word, "")) != null;
  }

  private static List<Kind> read() {
    try (InputStream in =
        Objects.requireNonNull(Measures.class.getResourceAsStream("measures.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Measures::kindOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading measures.txt", e);
    }
  }

  private static Map<String, Kind> byUnit() {
    Map<String, Kind> kinds = new HashMap<>();
    KINDS.forEach(kind -> kind.units().forEach(unit -> kinds.putIfAbsent(unit, kind)));
    return Map.copyOf(kinds);
  }

  private static Kind kindOf(String line) {
    int bar = line.indexOf('|');
    List<String> units = Arrays.asList(line.substring(0, bar).strip().split(" +"));
    return new Kind(
        units.getFirst(),
        units.stream().skip(1).map(Measures::plain).collect(Collectors.toUnmodifiableSet()),
        Set.of(line.substring(bar + 1).strip().split(" +")));
  }

  private static String plain(String unit) {
    return unit.length() > 1 && unit.chars().allMatch(Kana::isKatakana) ? Kana.plain(unit) : unit;
  }
}
