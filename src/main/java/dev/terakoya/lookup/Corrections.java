package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Pack;
import dev.terakoya.quiz.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of the glossary that somebody only began to type ({@code nat g}), typed with slips ({@code
 * beanstark}), or in the other script ({@code ナットゲートウェイ}).
 */
final class Corrections {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;

  /**
   * From this length on one slip is believed although the notes know each word, perhaps with the
   * same slip.
   */
  private static final int LONG = 7;

  /** What a slip, or another script, costs in characters left out at the end. */
  private static final int SLIP = 10;

  private static final int SCRIPT = 5;
  private static final double SURE = 0.9;
  private static final String PACK = "names";
  private static final Pattern RUN =
      Pattern.compile("[ァ-ヿｦ-ﾟ・]{4,}|[A-Za-z0-9][A-Za-z0-9 @./-]{3,}");

  /** By first character, as a beginning and a slip keep it; by sound, for the other script. */
  private final Map<Character, List<Name>> byFirst;

  private final Map<String, List<Name>> bySound;

  /**
   * The names of a glossary; of the one that comes with the program as the build packed them, for
   * how all of them sound takes a while to find out.
   */
  static List<Name> names(Glossary glossary) {
    return Pack.read(
        Corrections.class,
        PACK,
        pack -> pack.text().equals(glossary.fingerprint()) ? unpacked(pack) : heard(glossary),
        () -> heard(glossary));
  }

  static Corrections of(Glossary glossary) {
    return new Corrections(names(glossary));
  }

  private Corrections(List<Name> names) {
    byFirst = names.stream().collect(Collectors.groupingBy(n -> n.name().charAt(0)));
    bySound =
        names.stream()
            .filter(n -> !n.sound().isEmpty())
            .collect(Collectors.groupingBy(Name::sound));
  }

  /** The names, each listened to now. */
  static List<Name> heard(Glossary glossary) {
    return glossary.terms().stream()
        .flatMap(t -> t.names().stream().map(n -> Name.of(n, t.id(), glossary.vendors())))
        .filter(n -> !n.name().isEmpty())
        .toList();
  }

  private static List<Name> unpacked(Pack pack) {
    return pack.list(() -> {
      String name = pack.text();
      return new Name(name, pack.text(), pack.text(), lettersOf(name));
    });
  }

  /**
   * Packs the names of the glossary that comes with the program; the build does.
   *
   * @throws IOException if there is no place to write to
   */
  static void pack(Glossary glossary, Path classes) throws IOException {
    Pack.write(
        classes,
        Corrections.class,
        PACK,
        pack -> {
          pack.text(glossary.fingerprint());
          pack.list(
              heard(glossary),
              name -> {
                pack.text(name.name());
                pack.text(name.sound());
                pack.text(name.id());
              });
        });
  }

  /**
   * A name as it is compared.
   *
   * @param letters which letters it has, as bits; a slip changes at most two of them
   */
  record Name(String name, String sound, String id, long letters) {
    static Name of(String written, String id, Collection<String> vendors) {
      String whole = Folded.name(written);
      String name =
          vendors.stream()
              .filter(v -> whole.startsWith(v) && whole.length() > v.length())
              .map(v -> whole.substring(v.length()))
              .findFirst()
              .orElse(whole);
      return new Name(name, soundOf(name), id, lettersOf(name));
    }
  }

  private static long lettersOf(String name) {
    return name.chars().mapToLong(c -> 1L << c).reduce(0, (one, other) -> one | other);
  }

  /** The sound of a name all in one script that has one; empty otherwise. */
  private static String soundOf(String name) {
    boolean one =
        !name.isEmpty()
            && (name.chars().allMatch(c -> c >= 'a' && c <= 'z')
                || name.chars().allMatch(Kana::isKatakana));
    String sound = one ? Kana.sound(name) : "";
    return sound.length() < SHORTEST ? "" : sound;
  }

  /**
   * Terms that a query means beyond those already found, which do not cover it: of the whole query,
   * else of a run in one script.
   */
  List<QueryReader.Named> of(
      String query, List<Token> words, List<QueryReader.Named> named, Vocabulary vocabulary) {
    Optional<QueryReader.Named> whole = correct(query, 0, query.length(), words, vocabulary);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<QueryReader.Named> found = new ArrayList<>();
    Matcher runs = RUN.matcher(query);
    while (runs.find()) {
      if (!covered(runs.start(), runs.end(), words, named)) {
        correct(query, runs.start(), runs.end(), words, vocabulary).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether all that says something between these places is known by a name. */
  static boolean covered(int from, int to, List<Token> words, List<QueryReader.Named> named) {
    return words.stream()
        .filter(w -> w.content() && from <= w.from() && w.to() <= to)
        .allMatch(w -> AskingWords.asks(w.text()) || named.stream().anyMatch(n -> n.covers(w)));
  }

  private Optional<QueryReader.Named> correct(
      String query, int from, int to, List<Token> words, Vocabulary vocabulary) {
    String asked = Folded.name(query.substring(from, to));
    if (asked.length() < SHORTEST || asked.length() > LONGEST) {
      return Optional.empty();
    }
    boolean known =
        words.stream()
            .filter(w -> w.content() && from <= w.from() && w.to() <= to)
            .allMatch(w -> vocabulary.sections(Fields.WORDS, w.text()) > 0);
    Best best = new Best(asked, !known, from == 0 && to == query.length());
    byFirst.getOrDefault(asked.charAt(0), List.of()).forEach(n -> best.consider(n, vocabulary));
    bySound.getOrDefault(best.sound, List.of()).forEach(n -> best.consider(n, vocabulary));
    return Optional.ofNullable(best.id).map(id -> new QueryReader.Named(id, from, to, SURE));
  }

  /** The nearest name so far. */
  private static final class Best {
    private final String asked;
    private final String sound;
    private final long letters;
    private final boolean slips;
    private final boolean begun;

    /** How many slips are believed; negative where not even the very name is. */
    private final int most;

    private int cost = Integer.MAX_VALUE;
    private @Nullable String id;

    Best(String asked, boolean slips, boolean begun) {
      this.asked = asked;
      this.sound = soundOf(asked);
      this.letters = lettersOf(asked);
      this.slips = slips;
      this.begun = begun;
      boolean believed = slips ? asked.length() > SHORTEST : asked.length() >= LONG;
      this.most = !believed ? -1 : slips && asked.length() >= 9 ? 2 : 1;
    }

    void consider(Name name, Vocabulary vocabulary) {
      int costs = cost(name);
      if (costs < cost && vocabulary.sections(Fields.WORDS, SectionWords.CONCEPT + name.id()) > 0) {
        cost = costs;
        id = name.id();
      }
    }

    /** Most names are none of it by their letters alone, which is told first. */
    private int cost(Name name) {
      if (begun && (letters & ~name.letters) == 0 && name.name().startsWith(asked)) {
        return name.name().length() - asked.length();
      }
      if (slips && !sound.isEmpty() && sound.equals(name.sound()) && inOtherScript(name.name())) {
        return SCRIPT;
      }
      boolean near =
          Long.bitCount(letters ^ name.letters) <= 2 * most
              && Math.abs(name.name().length() - asked.length()) <= most
              && name.name().charAt(0) == asked.charAt(0);
      int distance = near ? Spelling.distance(asked, name.name()) : most + 1;
      return distance <= most ? SLIP * distance : Integer.MAX_VALUE;
    }

    private boolean inOtherScript(String name) {
      return asked.charAt(0) < 128 != name.charAt(0) < 128;
    }
  }
}
