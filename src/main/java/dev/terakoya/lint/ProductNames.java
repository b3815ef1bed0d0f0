package dev.terakoya.lint;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import dev.terakoya.notes.Note;
import dev.terakoya.notes.Problem;
import dev.terakoya.quiz.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of products that lack their plural s, or begin with the wrong vendor. */
final class ProductNames implements Check {
  private final Glossary glossary;

  /** The makers' names, and one right in front of a product's. */
  private final String vendors;

  private final Pattern before;
  private final Map<String, String> singular = new TreeMap<>();

  ProductNames(Glossary glossary) {
    this.glossary = glossary;
    this.vendors = glossary.vendors().stream().collect(Collectors.joining("|", "(?i:", ")"));
    this.before = Pattern.compile("(" + vendors + ")[ 　]?$");
    glossary.terms().stream()
        .flatMap(t -> t.names().stream())
        .filter(n -> glossary.isProduct(n) && n.matches(".*[a-z]s(?: .*)?"))
        .forEach(n -> singular.putIfAbsent(n.replaceAll("(?<=[a-z])s(?= |$)", ""), n));
    glossary.terms().forEach(t -> t.allNames().forEach(singular::remove));
  }

  @Override
  public Stream<Problem> problems(Note note) {
    return Stream.concat(Prose.headings(note), Prose.of(note)).flatMap(this::of).distinct();
  }

  private Stream<Problem> of(Prose line) {
    return Stream.concat(
        glossary.mentions(line.text()).stream().flatMap(m -> of(line, m).stream()),
        singular.keySet().stream()
            .filter(name -> stands(name, line.text()))
            .map(name -> lacking(line, name)));
  }

  /** Whether a name stands in a text and ends there. */
  private static boolean stands(String name, String text) {
    int at = text.indexOf(name);
    int end = at + name.length();
    return at >= 0
        && (end == text.length()
            || !Character.isLetter(text.charAt(end))
            || text.charAt(end) > 'z');
  }

  private Problem lacking(Prose line, String name) {
    return new Problem(
        line.section().source().file(),
        line.number(),
        Problem.Kind.TYPO,
        name,
        "正しい名前は " + singular.getOrDefault(name, ""));
  }

  private Optional<Problem> of(Prose line, Mention mention) {
    String text = line.text();
    String written = text.substring(mention.from(), mention.to());
    Matcher vendor = before.matcher(text.substring(0, mention.from()));
    String whole = vendor.find() ? vendor.group(1) + " " + written : written;
    if (!whole.matches(vendors + "[ 　]?[A-Za-z][A-Za-z -]{3,}")) {
      return Optional.empty();
    }
    List<String> right = mention.term().allNames().stream().filter(glossary::isProduct).toList();
    boolean known = right.stream().anyMatch(n -> Text.key(n).equals(Text.key(whole)));
    return known
        ? Optional.empty()
        : right.stream().flatMap(n -> fault(line, whole, n, mention.term()).stream()).findFirst();
  }

  /** What is wrong with a name as written, measured against a right one. */
  private Optional<Problem> fault(Prose line, String written, String right, Term term) {
    String a = Text.key(written);
    String b = Text.key(right);
    boolean plural = a.length() < b.length() && a.replace("s", "").equals(b.replace("s", ""));
    boolean vendor = !plural && bare(a).equals(bare(b));
    Problem.Kind kind = plural ? Problem.Kind.TYPO : Problem.Kind.ERROR;
    String now = term.former().contains(right) ? "、いまは " + term.name() : "";
    return plural || vendor
        ? Optional.of(
            new Problem(
                line.section().source().file(),
                line.number(),
                kind,
                written,
                "正しい名前は " + right + now))
        : Optional.empty();
  }

  private String bare(String key) {
    return key.replaceFirst("^" + vendors, "");
  }
}
