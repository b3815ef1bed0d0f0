package dev.terakoya.quiz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks in English about sections in which no Japanese stands: for the thing that a definition is
 * of, for a cell of a table, for a limit, and whether something can be done.
 */
final class English implements Maker {
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\w.,/-])(\\d{1,3}(?:,\\d{3})+|\\d+)"
              + " (seconds?|minutes?|hours?|days?|years?|KB|MB|GB|TB|MiB|GiB|IOPS)(?![\\w/])");

  /** Lengths of time by their English names; written so that none has a smaller unit. */
  private static final Map<String, String> LADDERS =
      Map.of("second", "秒間", "minute", "分間", "hour", "時間の", "day", "日間", "year", "年間");

  private static final Pattern LIMIT =
      Pattern.compile("by default|default|up to|at most|longest|largest|maximum|within");
  private static final Pattern NOUN =
      Pattern.compile(
          "(?:[A-Za-z]+"
              + " )?(?:limit|size|period|layers?|protocols?|default|maximum|duration|time|range|storage|engine|target|scope|unit|throughput|latency|IOPS|type|level|key|order|retention|format|role|port|purpose)");
  private static final Pattern POINTS =
      Pattern.compile("^(?:It|This|That|These|Those|They|Here)\\b");

  /** Whether no Japanese stands in the section of a statement. */
  static boolean of(Statement statement) {
    return statement.section().lines().stream().noneMatch(Text::japanese);
  }

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.harvests().stream()
        .filter(h -> h.section().lines().stream().noneMatch(Text::japanese))
        .flatMap(h ->
            Stream.of(
                    h.families().stream().flatMap(f -> definitions(field, f)),
                    h.grids().stream().flatMap(English::cells),
                    h.statements().stream().flatMap(s -> number(s).stream()))
                .flatMap(candidates -> candidates));
  }

  private static Stream<Candidate> definitions(Field field, Family family) {
    boolean told =
        family.kind() == Family.Kind.COLON
            && family.members().size() >= 3
            && !field.attributes(family)
            && family.members().stream().allMatch(m -> tells(m.says().getFirst().text()));
    return told
        ? family.members().stream()
            .filter(m -> m.says().size() == 1)
            .map(m -> definition(family, m))
        : Stream.empty();
  }

  /** Whether a text goes on from "this is" or "this one", so that it can be asked for. */
  private static boolean tells(String what) {
    return what.matches("(?:an?|the) .*|[a-z]+[^s]s .*") && WorthKnowing.weight(what) >= 3;
  }

  private static Candidate definition(Family family, Family.Member member) {
    Statement said = member.says().getFirst();
    String name = member.label().name();
    String what = said.text().strip().replaceFirst("\\.$", "");
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(name, what));
    List<Family.Member> others =
        family.members().stream().filter(m -> !m.label().name().equals(name)).toList();
    Chance.shuffled(others, name).stream()
        .limit(3)
        .forEach(
            m -> options.add(new Candidate.Option(m.label().name(), m.says().getFirst().text())));
    String is = what.matches("(?:an?|the) .*") ? "is " : "";
    return candidate(
        dev.terakoya.quiz.Pattern.DEFINITION,
        name,
        "Which of these " + is + what + "?",
        what,
        options,
        name + ": " + what,
        said);
  }

  private static Stream<Candidate> cells(Harvest.Grid grid) {
    return grid.rows().size() < 3
        ? Stream.empty()
        : grid.rows().stream()
            .flatMap(row ->
                IntStream.range(1, row.size())
                    .mapToObj(c -> cell(grid, row, c))
                    .flatMap(Optional::stream));
  }

  private static Optional<Candidate> cell(Harvest.Grid grid, List<Statement> row, int column) {
    String thing = row.getFirst().text();
    String value = row.get(column).text();
    Map<String, String> others = new LinkedHashMap<>();
    grid.rows().stream()
        .filter(r -> !r.equals(row))
        .forEach(r -> others.putIfAbsent(r.get(column).text(), r.getFirst().text()));
    others.keySet().removeIf(v -> far(value, v));
    if (others.containsKey(value) || others.size() < 2 || value.length() < 3) {
      return Optional.empty();
    }
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(value, thing));
    Chance.shuffled(List.copyOf(others.keySet()), thing).stream()
        .limit(3)
        .forEach(v -> options.add(new Candidate.Option(v, others.getOrDefault(v, ""))));
    String header = lower(grid.header().get(column));
    String entry = thing + ", " + header + ": " + value;
    return asked(common(thing), header)
        .map(stem ->
            candidate(
                dev.terakoya.quiz.Pattern.TABLE,
                thing,
                stem,
                entry,
                options,
                entry,
                row.get(column)));
  }

  /** Whether two plain numbers differ so much that nobody takes the one for the other. */
  private static boolean far(String one, String other) {
    return Stream.of(one, other).allMatch(v -> v.matches("[\\d,]{1,15}"))
        && Math.abs(Math.log10(number(one) / number(other))) > 1.7;
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(",", ""));
  }

  /** Asks for a thing's entry in a column: a noun, or a verb with its preposition. */
  private static Optional<String> asked(String thing, String header) {
    Matcher verb = Pattern.compile("([a-z]+[a-z])s (with|to|for|on|in)").matcher(header);
    if (verb.matches()) {
      return Optional.of("What does " + thing + " " + verb.group(1) + " " + verb.group(2) + "?");
    }
    if (header.matches("(?!used)[a-z]+(?:ed|en|nt|lt) (?:by|to|for|from|with|of|on|in)")) {
      return Optional.of("What is " + thing + " " + header + "?");
    }
    return NOUN.matcher(header).matches()
        ? Optional.of("What is the " + header + " of " + thing + "?")
        : Optional.empty();
  }

  /** A common noun with its article; a proper name as it is. */
  private static String common(String thing) {
    boolean proper =
        thing.matches("(?:AWS|Amazon) .*") || !thing.matches(".* (?:[a-z]+|ACL|Balancer|Gateway)");
    String noun = thing.matches("[A-Z][a-z-]+ (?:[a-z]|ACL).*") ? lower(thing) : thing;
    return proper ? thing : (noun.matches("[AEIOUaeiou].*") ? "an " : "a ") + noun;
  }

  private static String lower(String header) {
    return header.matches("[A-Z][a-z -].*")
        ? header.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + header.substring(1)
        : header;
  }

  private static Optional<Candidate> number(Statement statement) {
    String said = statement.text().strip();
    Matcher m = AMOUNT.matcher(said);
    if (!LIMIT.matcher(said).find()
        || POINTS.matcher(said).find()
        || !said.endsWith(".")
        || !m.find()
        || said.substring(m.end()).matches(".*\\d (?:[a-z]|[KMGT]).*")
        || said.substring(0, m.start()).matches(".*\\d to $")) {
      return Optional.empty();
    }
    String unit = m.group(2).replaceFirst("s$", "");
    Amount amount =
        new Amount(
            new BigDecimal(m.group(1).replace(",", "")),
            LADDERS.getOrDefault(unit, m.group(2)),
            m.start(),
            m.end());
    String gap = said.substring(0, m.start()) + "( ? )" + said.substring(m.end());
    return amount
        .among(List.of(), List.of(), said)
        .map(texts -> {
          List<String> values = texts.stream().map(t -> value(t, amount.unit(), unit)).toList();
          String key = value(amount.text(amount.value()), amount.unit(), unit);
          List<Candidate.Option> options = new ArrayList<>();
          options.add(new Candidate.Option(key, said));
          values.stream()
              .filter(v -> !v.equals(key))
              .forEach(v -> options.add(new Candidate.Option(v, "")));
          return candidate(
              dev.terakoya.quiz.Pattern.NUMBER,
              "",
              "Which value belongs in the gap? “" + gap + "”",
              said,
              options,
              said,
              statement);
        });
  }

  private static String value(String text, String ladder, String unit) {
    if (!text.endsWith(ladder)) {
      return text.replaceFirst("(?<=\\d)(?=\\D+$)", " ");
    }
    String number = text.substring(0, text.length() - ladder.length());
    boolean one = number.equals("1") || unit.matches("[A-Z].*");
    return number + " " + unit + (one ? "" : "s");
  }

  private static Candidate candidate(
      dev.terakoya.quiz.Pattern pattern,
      String subject,
      String stem,
      String claim,
      List<Candidate.Option> options,
      String explanation,
      Statement source) {
    List<Label> above =
        Label.of(source.section().heading()).filter(l -> !tells(options, l.name())).stream()
            .toList();
    return new Candidate(
        pattern,
        "a section in English",
        "its siblings, or amounts of the same unit",
        subject,
        above,
        stem,
        claim,
        options,
        explanation,
        source);
  }

  /** Whether a heading has a word of the right option that not all options share. */
  private static boolean tells(List<Candidate.Option> options, String heading) {
    return NoLeak.shared(options.getFirst().text(), heading).stream()
        .anyMatch(w -> options.stream().anyMatch(o -> !NoLeak.said(w, Text.words(o.text()))));
  }
}
