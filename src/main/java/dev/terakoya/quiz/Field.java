package dev.terakoya.quiz;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that questions are made from.
 *
 * @param harvests the sections, in the order of the notes
 * @param families what the notes set side by side, across sections
 * @param byMember the same by their members' names, as {@link Text#key} writes them
 * @param used the names of terms that stand in the notes, written likewise
 * @param retired what a line of the notes says is over, written likewise
 * @param compared for each term the terms that stand beside it in a heading or a table's header
 */
record Field(
    Glossary glossary,
    Evidence evidence,
    List<Harvest> harvests,
    List<Family> families,
    Map<String, List<Family>> byMember,
    Set<String> used,
    Set<String> retired,
    Map<Term, Set<Term>> compared) {
  private static final Pattern LOOSE = Pattern.compile("における|による|との|について|に関する|^デプロイ$|および|[?？]");

  /** A heading over everything, which says nothing. */
  private static final Pattern VENDOR = Pattern.compile("Amazon Web Services?|AWS");

  private static final Pattern SERVICE =
      Pattern.compile(
          "service|database|storage|streaming|queue|CDN|compute|container|monitoring|registry");

  /** What is said of a thing whose time is over. */
  private static final Pattern OVER =
      Pattern.compile(
          "^(?!.*再開).*(?:Classic"
              + " に(?:なり|なった|改名)|新規の?(?:受け?付け?|利用|申し込み)?(?:を|は|が)?(?:終了|終え|停止)|(?:提供|サポート|受け?付け?)(?:を|は|が)?(?:終了|終え)|[年月]に終(?:了した|えた)|廃止(?:され|予定|になっ|した$|$)|後継(?:は|が)|旧世代)");

  /** A beginning that tells where something holds, not of what: {@code 他のリージョンには…}. */
  private static final Pattern PLACE = Pattern.compile("^(?!デフォルト|既定)[^は、]{2,30}(?:に|で|から|と)は");

  Field {
    harvests = List.copyOf(harvests);
    families = List.copyOf(families);
    byMember = Map.copyOf(byMember);
    used = Set.copyOf(used);
    retired = Set.copyOf(retired);
    compared = Map.copyOf(compared);
  }

  static Field of(List<Harvest> harvests, Glossary glossary) {
    NotesEvidence evidence = new NotesEvidence(glossary);
    harvests.forEach(evidence::add);
    List<Family> families = new ArrayList<>();
    harvests.forEach(h -> families.addAll(h.families()));
    families.addAll(headings(harvests));
    Map<String, List<Family>> byMember = new HashMap<>();
    families.forEach(f ->
        f.members().stream()
            .map(m -> Text.key(m.label().name()))
            .distinct()
            .forEach(key -> byMember.computeIfAbsent(key, k -> new ArrayList<>()).add(f)));
    return new Field(
        glossary,
        evidence,
        harvests,
        families,
        byMember,
        used(harvests, glossary),
        retired(harvests),
        compared(harvests, glossary));
  }

  private static Map<Term, Set<Term>> compared(List<Harvest> harvests, Glossary glossary) {
    Map<Term, Set<Term>> compared = new HashMap<>();
    harvests.stream()
        .flatMap(h ->
            Stream.concat(
                Stream.of(h.section().heading()),
                h.grids().stream().map(g -> String.join("、", g.header()))))
        .map(glossary::mentions)
        .filter(all -> all.size() > 1)
        .map(all -> all.stream().map(Mention::term).collect(Collectors.toSet()))
        .forEach(
            all -> all.forEach(t -> compared.computeIfAbsent(t, k -> new HashSet<>()).addAll(all)));
    return compared;
  }

  /** Whether the notes compare one thing with another, as a heading does: {@code AとBの違い}. */
  boolean compares(String one, String other) {
    Optional<Term> term = glossary.find(other);
    return glossary
        .find(one)
        .flatMap(t -> term.map(compared.getOrDefault(t, Set.of())::contains))
        .orElse(false);
  }

  private static Set<String> used(List<Harvest> harvests, Glossary glossary) {
    return harvests.parallelStream()
        .flatMap(h -> h.section().lines().stream())
        .flatMap(
            line -> glossary.mentions(line).stream().map(m -> line.substring(m.from(), m.to())))
        .map(Text::key)
        .collect(Collectors.toSet());
  }

  /** What a maker makes of each sentence of each statement, in the order of the notes. */
  Stream<Candidate> ofSentences(BiFunction<Statement, Sentence, Stream<Candidate>> maker) {
    return harvests.stream()
        .flatMap(harvest -> harvest.statements().stream())
        .flatMap(
            statement -> alone(statement).flatMap(sentence -> maker.apply(statement, sentence)));
  }

  /**
   * The sentences of a statement that can be understood without those before them: the first, and
   * those that name what they are about and a thing of the field.
   */
  Stream<Sentence> alone(Statement statement) {
    List<Sentence> all = statement.sentences();
    return all.stream()
        .filter(s ->
            s.equals(all.getFirst())
                || (s.subject().isPresent()
                    && !PLACE.matcher(s.text()).find()
                    && !glossary.mentions(s.text()).isEmpty()));
  }

  /** The headings under one heading, each with the text below it. */
  private static final class Siblinghood {
    private final List<Label> scope;
    private final String caption;
    private final Map<String, Family.Member> members = new LinkedHashMap<>();

    Siblinghood(Harvest first, List<String> parents) {
      this.scope =
          first.scope().isEmpty() ? List.of() : first.scope().subList(0, first.scope().size() - 1);
      this.caption = parents.isEmpty() ? "" : parents.getLast();
    }

    Family family() {
      return new Family(scope, caption, Family.Kind.HEADINGS, List.copyOf(members.values()));
    }
  }

  private static List<Family> headings(List<Harvest> harvests) {
    Map<String, Siblinghood> byParent = new LinkedHashMap<>();
    for (Harvest harvest : harvests) {
      Optional<Label> label = Label.of(harvest.section().heading());
      if (label.isPresent() && !harvest.own().isEmpty()) {
        List<String> parents = parents(harvest.section().path(), label.get());
        String parent = harvest.section().source().file() + "\n" + String.join("\n", parents);
        byParent
            .computeIfAbsent(parent, p -> new Siblinghood(harvest, parents))
            .members
            .putIfAbsent(
                Text.key(label.get().name()), new Family.Member(label.get(), harvest.own()));
      }
    }
    return byParent.values().stream().map(Siblinghood::family).toList();
  }

  /** The headings above one, without a heading that only repeats its name: {@code X > Xとは}. */
  private static List<String> parents(List<String> path, Label label) {
    List<String> parents = path.subList(0, path.size() - 1);
    boolean repeats =
        !parents.isEmpty()
            && Label.of(parents.getLast())
                .filter(p -> Text.key(p.name()).equals(Text.key(label.name())))
                .isPresent();
    return repeats ? parents.subList(0, parents.size() - 1) : parents;
  }

  /** How many words of a text tell something that what stands above it does not. */
  long telling(List<Label> scope, String text) {
    Set<String> above = new HashSet<>();
    scope.forEach(l -> l.names().forEach(n -> above.addAll(Text.words(n))));
    return Text.telling(Text.words(text)).stream().filter(w -> !NoLeak.said(w, above)).count();
  }

  /** Whether some line of the notes says of a thing that its time is over. */
  boolean retired(Label label) {
    return label.names().map(Text::key).anyMatch(retired::contains);
  }

  private static Set<String> retired(List<Harvest> harvests) {
    return harvests.stream()
        .flatMap(h -> h.statements().stream())
        .flatMap(s ->
            s.sentences().stream()
                .filter(x -> OVER.matcher(x.text()).find())
                .flatMap(x -> x.subject().stream()))
        .map(Text::key)
        .collect(Collectors.toSet());
  }

  /** The families that have a member of this name. */
  List<Family> familiesOf(String name) {
    return byMember.getOrDefault(Text.key(name), List.of());
  }

  /**
   * Whether a family's names are what is told of one thing after another, such as price and size:
   * names that come again, or that no glossary knows and half of which stand side by side
   * elsewhere, too.
   */
  boolean attributes(Family family) {
    long again =
        family.members().stream()
            .map(Family.Member::label)
            .filter(l ->
                term(l).isEmpty()
                    && familiesOf(l.name()).stream().anyMatch(f -> !f.repeats(family)))
            .count();
    long names = family.members().stream().map(m -> Text.key(m.label().name())).distinct().count();
    return (again >= 2 && again * 2 >= family.members().size()) || names < family.members().size();
  }

  /** The term of a label, under any of its names. */
  Optional<Term> term(Label label) {
    return label.names().map(glossary::find).flatMap(Optional::stream).findFirst();
  }

  /**
   * Whether a label's own name, not only what stands in its brackets, is a term's: データストア（DynamoDB）
   * is a store of something else, and バックアップ only sounds like a product.
   */
  private boolean called(Label label, Term term) {
    return glossary.find(label.name()).filter(term::equals).isPresent()
        && (label.name().matches(".*[A-Za-z].*")
            || term.allNames().stream().anyMatch(n -> Text.key(n).equals(Text.key(label.name()))));
  }

  /** Whether a label names a thing of the field that one can ask about. */
  private boolean names(Label label) {
    return term(label)
        .filter(t -> called(label, t))
        .filter(t ->
            !LOOSE.matcher(label.name()).find()
                && !glossary.isVendor(t)
                && !t.kind().contains("concept"))
        .isPresent();
  }

  /**
   * A label as the glossary writes it, where the note's own way of writing is none of its names.
   */
  private Label spelt(Label label) {
    String key = Text.key(label.name());
    return term(label)
        .filter(t -> CleanText.plain(label.name()) && called(label, t))
        .map(t ->
            t.written(label.name())
                .or(() -> t.allNames().stream().filter(n -> Text.key(n).equals(key)).findFirst())
                .orElse(t.name()))
        .map(n -> new Label(n, label.others(), label.folder()))
        .orElse(label);
  }

  /** Whether a label names something by a product's full name. */
  private boolean product(Label label) {
    return names(label) && term(label).filter(t -> offered(t, glossary)).isPresent();
  }

  /** Whether a term is, as far as its kind tells, a part of the service that stands above it. */
  boolean belongs(Term term, List<Label> scope) {
    Set<Term> owners =
        glossary.mentions(term.kind()).stream()
            .map(Mention::term)
            .filter(Field::service)
            .collect(Collectors.toSet());
    Set<Term> above =
        scope.stream()
            .filter(this::service)
            .flatMap(l -> term(l).stream())
            .collect(Collectors.toSet());
    return owners.isEmpty() || above.isEmpty() || above.stream().anyMatch(owners::contains);
  }

  /** Whether a label names a service, not a part of one. */
  private boolean service(Label label) {
    return product(label) && term(label).filter(Field::service).isPresent();
  }

  /** Whether a term is a service or a product, not a part of one. */
  static boolean offered(Term term, Glossary glossary) {
    return service(term) || glossary.isProduct(term.name());
  }

  private static boolean service(Term term) {
    return SERVICE.matcher(term.kind()).find();
  }

  /**
   * What to show in front of a stem so that people know what it is about: the service, the thing
   * and the nearest heading, without those that give the key away. The file's name counts where no
   * heading names a service.
   */
  List<Label> shown(List<Label> scope, List<String> options) {
    boolean told = scope.stream().anyMatch(l -> !l.folder() && product(l));
    List<Label> fit =
        scope.stream()
            .filter(l -> !told || !l.folder())
            .filter(l -> !VENDOR.matcher(l.name()).matches())
            .filter(l ->
                !l.name()
                    .matches(
                        "(?:その)?(?:他|ほか).*|.*(?:比較|(?<!エンド|アクセス|マウント|チェック|リストア|リカバリ|復旧)ポイント|観点|まとめ|サマリ|など|の解説|詳細).*"))
            .map(this::spelt)
            .map(l ->
                l.name().length() <= 24
                    ? l
                    : term(l).map(t -> new Label(t.name(), List.of())).orElse(l))
            .filter(l -> l.name().length() <= 30)
            .filter(l ->
                options.isEmpty()
                    || NoLeak.shared(options.getFirst(), l.name()).stream()
                        .allMatch(
                            w -> options.stream().allMatch(o -> NoLeak.said(w, Text.words(o)))))
            .toList();
    Optional<Label> thing = fit.reversed().stream().filter(this::names).findFirst();
    Optional<Label> nearest =
        fit.reversed().stream()
            .findFirst()
            .filter(l ->
                thing.isPresent()
                    || (!l.folder() && l.name().equals(spelt(scope.getLast()).name())));
    boolean bare = nearest.equals(thing);
    Optional<Label> service =
        fit.stream()
            .filter(l -> bare || thing.filter(t -> !service(t) && below(t, l, fit)).isPresent())
            .filter(l -> !term(l).equals(thing.flatMap(this::term)))
            .filter(l -> service(l) || (bare && !l.folder() && names(l)))
            .max(Comparator.comparing(this::service));
    Optional<Label> outer =
        service
            .or(() -> thing)
            .or(() ->
                nearest.flatMap(
                    n -> fit.reversed().stream().filter(l -> !l.folder()).skip(1).findFirst()));
    Optional<Label> last =
        nearest
            .filter(l -> bare || thing.isEmpty() || below(l, thing.get(), fit))
            .or(() -> thing)
            .filter(l -> outer.isEmpty() || below(l, outer.get(), fit));
    List<Label> shown = new ArrayList<>();
    outer.filter(o -> last.isEmpty() || !rivals(o, last.get())).ifPresent(shown::add);
    thing.filter(t -> last.isPresent() && !outer.equals(thing)).ifPresent(shown::add);
    last.flatMap(l -> parent(l, outer, fit)).ifPresent(shown::add);
    last.ifPresent(shown::add);
    return shown.stream().distinct().toList();
  }

  /** Whether a label says more than the outer one does. */
  private boolean below(Label label, Label outer, List<Label> fit) {
    return fit.indexOf(label) > fit.indexOf(outer)
        && !Text.key(label.name()).equals(Text.key(outer.name()))
        && (term(label).isEmpty() || !term(label).equals(term(outer)))
        && !outer.name().endsWith(" " + label.name());
  }

  /** Whether two are named as siblings are, so that one cannot stand above the other. */
  private boolean rivals(Label outer, Label label) {
    return term(outer).isPresent()
        && !service(outer)
        && label.names().anyMatch(n -> outer.names().anyMatch(o -> head(o).equals(head(n))));
  }

  /** The end of a name, in which the kind of thing is told. */
  private static String head(String name) {
    return name.substring(Math.max(0, name.length() - 5));
  }

  /** The kind of thing that stands above a bare word that no glossary knows. */
  private Optional<Label> parent(Label label, Optional<Label> outer, List<Label> fit) {
    int at = fit.indexOf(label) - 1;
    return at < 0 || outer.isEmpty() || !label.name().matches("[A-Za-z0-9-]+")
        ? Optional.empty()
        : Optional.of(fit.get(at))
            .filter(p -> term(label).isEmpty() && below(p, outer.get(), fit))
            .filter(p -> Kin.captioned(p.name()));
  }
}
