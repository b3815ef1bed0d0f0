package dev.terakoya.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.notes.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading a team's own glossary, and refusing what contradicts. */
class GlossaryFilesTest {
  private static final Glossary BUNDLED = Glossary.bundled();

  @TempDir Path folder;

  @Test
  void aTeamsFileAddsTermsNamesAndFacts() throws Exception {
    Reading reading =
        plus(
            """
            terms:
              - kind: in-house system
                family: shop
                terms:
                  kaimono: [買い物くん, Kaimono]
                  uketori: {names: [受け取りくん], former: [うけとり君]}
            kinds:
              load-balancer: [kaimono]
            also:
              nlb: [うちの入口]
            purposes:
              買い物くん: [備品を注文する]
              nlb: [入口を一つにする]
            facts:
              nlb:
                - says: [[固定資産], [台帳]]
                  now: 台帳はない。
                  url: https://example.com/
            """);
    Glossary glossary = reading.glossary();
    Term nlb = glossary.find("うちの入口").orElseThrow();
    assertThat(reading.faults()).isEmpty();
    assertThat(glossary.siblings(glossary.find("kaimono").orElseThrow()))
        .extracting(Term::id)
        .containsExactly("uketori");
    assertThat(glossary.ofKind(glossary.find("Load Balancer").orElseThrow()))
        .extracting(Term::id)
        .containsExactly("alb", "nlb", "clb", "gwlb", "elb", "kaimono");
    assertThat(glossary.purposes()).containsEntry("kaimono", List.of("備品を注文する"));
    assertThat(glossary.purposes().get("nlb")).contains("入口を一つにする").hasSizeGreaterThan(1);
    assertThat(glossary.factsAgainst(nlb, "NLBは固定資産の台帳に載せる")).hasSize(1);
    assertThat(glossary.fingerprint()).isNotEqualTo(BUNDLED.fingerprint());
  }

  @Test
  void aFileAboutAnotherFieldMayStandAlone() throws Exception {
    Reading reading = plus("alone: true\nterms: [{kind: harbour, terms: {alb: [NLB, 入口]}}]\n");
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.glossary().terms()).extracting(Term::id).containsExactly("alb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms: [{kind: a, terms: {x: [NLB]}}] | the name NLB belongs to nlb",
        "terms: [{kind: a, terms: {x: [ｎｌｂ]}}] | the name ｎｌｂ belongs to nlb",
        "terms: [{kind: a, terms: {x: [AWS NLB]}}] | the name AWS NLB belongs to nlb",
        "terms: [{kind: a, terms: {nlb: [Fresh]}}] | the id is taken by Network Load Balancer",
        "terms: [{kind: a, terms: {x: [Xyz], x: [Zyx]}}] | the id is taken by Xyz",
        "terms: [{kind: a, terms: {x: []}}] | a term needs a name",
        "terms: [{kind: a, terms: {x: ['・']}}] | a name needs a letter",
        "terms: [{terms: {x: [Xyz]}}] | a term needs a kind",
        "terms: [{kind: a}] | a group needs terms",
        "terms: [{kind: a, colour: red, terms: {}}] | unknown key; known are kind, family, terms",
        "terms: [{kind: a, family: lonely, terms: {x: [Xyz]}}] | nobody else is of the family"
            + " lonely",
        "terms: [{kind: a, terms: {x: {names: [Xyz], successor: nowhere}}}] | no term has the"
            + " successor's id nowhere",
        "terms: [{kind: a, terms: {x: {names: [Xyz], successor: x}}}] | it would be its own"
            + " successor",
        "kinds: {nowhere: [nlb]} | no term has this id",
        "kinds: {cdn: [nowhere]} | no term has this id",
        "kinds: {cdn: [cloudfront, cdn]} | it would be of its own kind",
        "also: {nowhere: [Xyz]} | no term has this id",
        "also: {alb: [NLB]} | the name NLB belongs to nlb",
        "facts: {nowhere: [{says: [[a]], now: b, url: 'https://x'}]} | no term has this id",
        "facts: {nlb: [{says: [], now: b, url: 'https://x'}]} | a fact needs groups of phrases"
            + " under says",
        "facts: {nlb: [{says: [['-']], now: b, url: 'https://x'}]} | a phrase needs a letter",
        "facts: {nlb: [{says: [[a]], url: 'https://x'}]} | a fact says what holds now",
        "facts: {nlb: [{says: [[a]], now: b}]} | a fact needs the url of its documentation",
        "facts: {nlb: [{says: [[a]], until: spring, now: b, url: 'https://x'}]} | until is a month"
            + " such as 2023-08, a year, or empty",
        "facts: {nlb: [{says: [[a]], now: a b, url: 'https://x'}]} | the fact contradicts what it"
            + " says itself under now",
        "known: [{of: nowhere, says: [[a]], ask: b, key: c, others: [d, e], because: f}] | no term"
            + " has this id or name: nowhere",
        "known: [{says: [[a]], ask: b, key: c, others: [d, c], because: f}] | a known fact needs a"
            + " key and two to four others, all different",
        "known: [{says: [[a]], ask: b, key: c, others: [d, e]}] | a known fact needs what to ask,"
            + " and because",
        "known: [{says: [], ask: b, key: c, others: [d, e], because: f}] | a fact needs groups of"
            + " phrases under says",
        "terms: here | a list belongs here",
        "[] | a mapping (key: value) belongs here",
        "names: {} | unknown key; known are alone, vendors, ordinary, bound, everyday, foreign,"
            + " terms, kinds, also, facts, known, phrases, purposes",
        "purposes: {nowhere: [何かをする]} | no term has this id or name",
      })
  void refusesAContradiction(String yaml, String complaint) throws Exception {
    assertThat(plus(yaml).faults()).extracting(Problem::comment).contains(complaint);
  }

  @Test
  void aCircleOfSuccessorsIsRefused() throws Exception {
    Reading reading =
        plus(
            """
            terms:
              - kind: a
                terms:
                  x: {names: [Xyz], successor: y}
                  y: {names: [Yzx], successor: x}
            """);
    assertThat(reading.faults())
        .extracting(Problem::comment)
        .containsExactly("it would be its own successor", "it would be its own successor");
  }

  @Test
  void allFaultsAreToldAtOnceWithFileAndLine() throws Exception {
    Reading reading =
        plus(
            """
            terms:
              - kind: a
                terms:
                  x: [NLB]
                  y: {names: [Yyy], successor: nowhere}
                  z: [Zzz]
            also:
              nowhere: [Aaa]
            """);
    assertThat(reading.faults())
        .extracting(p -> p.file() + ":" + p.line())
        .containsExactlyInAnyOrder("glossary.yaml:4", "glossary.yaml:5", "glossary.yaml:8");
    assertThat(reading.glossary().find("Zzz")).isPresent();
    assertThat(reading.glossary().find("NLB")).map(Term::id).contains("nlb");
  }

  @Test
  void whatIsNoYamlIsAFaultWithItsLine() throws Exception {
    assertThat(plus("terms:\n  - {kind: a\nfacts: {}\n").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(3));
  }

  @Test
  void anEmptyOrMissingFileChangesNothing() throws Exception {
    assertThat(plus("").glossary().fingerprint()).isEqualTo(BUNDLED.fingerprint());
    Reading missing = BUNDLED.plus(folder.resolve("nowhere.yaml"));
    assertThat(missing.faults()).extracting(Problem::kind).containsExactly(Problem.Kind.UNREADABLE);
    assertThat(missing.glossary().fingerprint()).isEqualTo(BUNDLED.fingerprint());
  }

  @Test
  void aliasesThatPointAtThemselvesOrMultiplyDoNotHang() throws Exception {
    String bomb =
        """
        phrases:
          - &a [x, x, x, x, x, x, x, x, x, x]
          - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
          - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
          - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
          - &e [*d, *e]
        also: {nlb: *e}
        """;
    Path file = Files.writeString(folder.resolve("glossary.yaml"), bomb);
    Reading reading =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> BUNDLED.plus(file));
    assertThat(reading.faults()).isNotEmpty();
  }

  @Test
  void severalFilesMakeAGlossaryOfTheirOwn() throws Exception {
    Path one =
        Files.writeString(
            folder.resolve("one.yaml"), "terms: [{kind: a, family: f, terms: {x: [Xyz]}}]");
    Path two =
        Files.writeString(
            folder.resolve("two.yaml"), "terms: [{kind: a, family: f, terms: {y: [Yzx]}}]");
    Reading reading = Glossary.read(List.of(one, two));
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.glossary().terms()).extracting(Term::id).containsExactly("x", "y");
  }

  private Reading plus(String yaml) throws Exception {
    return BUNDLED.plus(Files.writeString(folder.resolve("glossary.yaml"), yaml));
  }

  @Test
  void theBuildPacksWhatTheFilesSay() {
    assertThat(List.of("terms", "known", "dated", "purposes", "words"))
        .allSatisfy(
            part -> assertThat(BundledGlossary.class.getResource(part + ".pack")).isNotNull());
    Glossary packed = Glossary.bundled();
    Glossary yaml = BundledGlossary.yaml();
    assertThat(packed.terms()).isEqualTo(yaml.terms());
    assertThat(packed.usage()).isEqualTo(yaml.usage());
    assertThat(packed.kinds()).isEqualTo(yaml.kinds());
    assertThat(packed.terms())
        .flatMap(Term::allNames)
        .flatMap(name -> List.of(name, name + "s", name.toLowerCase(Locale.ROOT), name + "の設定"))
        .allSatisfy(name -> assertThat(packed.mentions(name)).isEqualTo(yaml.mentions(name)));
    assertThat(BundledGlossary.known())
        .isEqualTo(BundledGlossary.yaml(BundledGlossary.KNOWN).known());
    assertThat(BundledGlossary.dated())
        .isEqualTo(BundledGlossary.yaml(BundledGlossary.DATED).dated());
    assertThat(BundledGlossary.purposes())
        .isEqualTo(BundledGlossary.yaml(BundledGlossary.PURPOSES).purposes());
    assertThat(BundledGlossary.words()).isEqualTo(Wordbook.fromYaml());
  }

  @Test
  void readsEveryFileOfKnownFactsAndAsksNothingTwice() throws Exception {
    List<String> asked =
        Glossary.bundled().known().stream().flatMap(fact -> fact.asks().stream()).toList();
    assertThat(asked).doesNotHaveDuplicates();
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/dev/terakoya/glossary/known"))) {
      assertThat(files)
          .hasSizeGreaterThan(5)
          .allSatisfy(file ->
              assertThat(new GlossaryFile("known.yaml", Files.readString(file)).known)
                  .isNotEmpty()
                  .allSatisfy(fact -> assertThat(asked).containsAll(fact.what().asks())));
    }
  }

  /** One that no line can state, as one of its own phrases shows something else, is never asked. */
  @Test
  void findsEachKnownFactInALineOfItsOwnPhrases() {
    Glossary glossary = Glossary.bundled();
    Confirmation confirmation = glossary.confirmation();
    Map<String, String> names =
        glossary.terms().stream().collect(Collectors.toMap(Term::id, Term::name));
    assertThat(glossary.known())
        .allSatisfy(fact ->
            assertThat(IntStream.range(0, 4).mapToObj(n -> line(fact, n)))
                .as(fact.ask())
                .anyMatch(line ->
                    confirmation
                        .of(Stream.ofNullable(names.get(fact.of())).toList(), line)
                        .contains(fact)));
  }

  private static String line(KnownFact fact, int n) {
    return fact.says().stream()
        .map(group -> group.get(Math.min(n, group.size() - 1)))
        .collect(Collectors.joining("、"));
  }
}
