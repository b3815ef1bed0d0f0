package dev.terakoya.glossary;

import dev.terakoya.notes.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One glossary file as written, before anything is held against other files. */
final class GlossaryFile {
  private static final List<String> TOP =
      List.of(
          "alone",
          "vendors",
          "ordinary",
          "bound",
          "everyday",
          "foreign",
          "terms",
          "kinds",
          "also",
          "facts",
          "known",
          "phrases",
          "purposes");
  private static final List<String> GROUP = List.of("kind", "family", "terms");
  private static final List<String> TERM =
      List.of("names", "kind", "family", "former", "successor");
  private static final List<String> KNOWN =
      List.of("of", "says", "unless", "ask", "key", "others", "because");
  private static final List<String> FACT = List.of("says", "unless", "until", "now", "url");

  final String name;
  final List<Placed<Term>> terms = new ArrayList<>();
  final List<Placed<List<String>>> kinds = new ArrayList<>();
  final List<Placed<List<String>>> also = new ArrayList<>();
  final List<Placed<List<String>>> purposes = new ArrayList<>();
  final List<Placed<DatedFact>> facts = new ArrayList<>();
  final List<Placed<KnownFact>> known = new ArrayList<>();
  final List<Problem> faults = new ArrayList<>();
  Usage usage = Usage.PLAIN;

  /** Whether it is about another field and wants none of the terms known before. */
  boolean alone;

  private final Page page;

  /** Something in a file, with the id of the term it is about and its line. */
  record Placed<T>(String id, T what, int line) {}

  GlossaryFile(String name, String text) {
    this.name = name;
    this.page = new Page(name, faults);
    page.root(text).ifPresent(this::read);
  }

  /** Reads a file; one that cannot be read is an empty one with a fault. */
  static GlossaryFile read(Path path) {
    String name = String.valueOf(path.getFileName());
    try {
      return new GlossaryFile(name, Files.readString(path));
    } catch (IOException e) {
      GlossaryFile nothing = new GlossaryFile(name, "");
      nothing.faults.add(new Problem(name, 1, Problem.Kind.UNREADABLE, "", e.toString()));
      return nothing;
    }
  }

  private void read(Node root) {
    Map<String, Node> top = page.fields(root, TOP);
    alone = text(top, "alone", "").equals("true");
    usage =
        Usage.of(
            texts(top, "vendors"),
            texts(top, "ordinary"),
            texts(top, "bound"),
            texts(top, "everyday"),
            texts(top, "foreign"));
    items(top, "terms").forEach(this::group);
    each(top, "kinds", (id, members) -> kinds.add(placed(id, page.texts(members))));
    each(top, "also", (id, more) -> also.add(placed(id, page.texts(more))));
    each(top, "purposes", (id, uses) -> purposes.add(placed(id, page.texts(uses))));
    each(top, "facts", (id, list) -> page.items(list).forEach(fact -> facts.add(fact(id, fact))));
    items(top, "known").forEach(node -> known.add(known(node)));
  }

  private List<Node> items(Map<String, Node> fields, String key) {
    Node node = fields.get(key);
    return node == null ? List.of() : page.items(node);
  }

  private void each(Map<String, Node> fields, String key, BiConsumer<ScalarNode, Node> use) {
    Node node = fields.get(key);
    if (node != null) {
      page.each(node, use);
    }
  }

  private void group(Node node) {
    Map<String, Node> fields = page.fields(node, GROUP);
    Node members = fields.get("terms");
    if (members == null) {
      page.fault(Page.line(node), "", "a group needs terms");
      return;
    }
    page.each(members, (id, term) -> terms.add(placed(id, term(id, term, fields))));
  }

  /** A term is a mapping, or just its names; what it does not say it has from its group. */
  private Term term(ScalarNode id, Node node, Map<String, Node> group) {
    Map<String, Node> own =
        node instanceof MappingNode ? page.fields(node, TERM) : Map.of("names", node);
    return new Term(
        id.getValue(),
        texts(own, "names"),
        text(own, "kind", text(group, "kind", "")),
        text(own, "family", text(group, "family", "")),
        texts(own, "former"),
        text(own, "successor", ""),
        List.of());
  }

  private Placed<DatedFact> fact(ScalarNode id, Node node) {
    Map<String, Node> own = page.fields(node, FACT);
    DatedFact fact =
        new DatedFact(
            groups(own),
            texts(own, "unless"),
            text(own, "until", ""),
            text(own, "now", ""),
            text(own, "url", ""));
    return new Placed<>(id.getValue(), fact, Page.line(node));
  }

  private Placed<KnownFact> known(Node node) {
    Map<String, Node> own = page.fields(node, KNOWN);
    KnownFact fact =
        new KnownFact(
            text(own, "of", ""),
            groups(own),
            texts(own, "unless"),
            texts(own, "ask"),
            text(own, "key", ""),
            texts(own, "others"),
            text(own, "because", ""));
    return new Placed<>(fact.ask(), fact, Page.line(node));
  }

  private List<List<String>> groups(Map<String, Node> fact) {
    return items(fact, "says").stream().map(page::texts).toList();
  }

  private List<String> texts(Map<String, Node> fields, String key) {
    Node node = fields.get(key);
    return node == null ? List.of() : page.texts(node);
  }

  private static String text(Map<String, Node> fields, String key, String otherwise) {
    Node node = fields.get(key);
    return node == null ? otherwise : Page.text(node);
  }

  private static <T> Placed<T> placed(ScalarNode id, T what) {
    return new Placed<>(id.getValue(), what, Page.line(id));
  }
}
