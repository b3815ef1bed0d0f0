package dev.terakoya.quiz;

import dev.terakoya.glossary.DatedFact;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import java.util.List;
import java.util.stream.Stream;

/** A small glossary and candidates to plant faults in. */
final class Planted {
  static final Glossary GLOSSARY =
      Glossary.of(
          List.of(
              term("alb", "elb", "ALB"),
              term(
                  "nlb",
                  "elb",
                  "NLB",
                  new DatedFact(
                      List.of(List.of("固定")),
                      List.of(),
                      "2024-09",
                      "いまは変更できる。",
                      "https://docs.aws.amazon.com/")),
              term("clb", "elb", "CLB"),
              term("lambda", "compute", "AWS Lambda")));

  private Planted() {}

  private static Term term(String id, String family, String name, DatedFact... facts) {
    return new Term(id, List.of(name), family, family, List.of(), "", List.of(facts));
  }

  /** A candidate whose wrong options are the last. */
  static Candidate candidate(Pattern pattern, String stem, String claim, String... options) {
    return candidate(List.of("NLB"), pattern, stem, claim, options);
  }

  /** A sound one that stands under other headings. */
  static Candidate under(Pattern pattern, String... headings) {
    String claim = "送られてきたパケットを数えて記録する";
    return candidate(List.of(headings), pattern, claim + "のはどれですか。", claim, "甲", "乙", "丙");
  }

  /** A sound one that shows these scopes. */
  static Candidate showing(String key, String... scope) {
    Candidate c =
        candidate(Pattern.DEFINITION, "数えて記録するのはどれですか。", "数えて記録する", key, "甲カウンター", "乙カウンター");
    return new Candidate(
        c.pattern(),
        c.rule(),
        c.origin(),
        c.subject(),
        Stream.of(scope).map(s -> new Label(s, List.of())).toList(),
        c.stem(),
        c.claim(),
        c.options(),
        c.explanation(),
        c.source());
  }

  static Candidate candidate(
      List<String> path, Pattern pattern, String stem, String claim, String... options) {
    Section section =
        new Section(
            new SectionId("0"), 1, path, 1, List.of("# NLB", claim), new Source("a.md", 1, 2));
    return new Candidate(
        pattern,
        "rule",
        "origin",
        path.getLast(),
        List.of(new Label(path.getLast(), List.of())),
        stem,
        claim,
        Stream.of(options).map(o -> new Candidate.Option(o, "")).toList(),
        claim,
        new Statement(List.of(), claim, section, 2, 2, false));
  }
}
