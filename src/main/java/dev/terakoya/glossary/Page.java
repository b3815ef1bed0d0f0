package dev.terakoya.glossary;

import dev.terakoya.notes.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file whose faults are collected with their lines instead of being thrown. */
final class Page {
  private static final int ALIASES = 1_000;

  /** A list of lists is as deep as it gets: an alias may also point back at its own list. */
  private static final int DEPTH = 3;

  private final String file;
  private final List<Problem> faults;

  Page(String file, List<Problem> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The root of the file; none if it is empty or no YAML, which is then a fault. */
  Optional<Node> root(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(ALIASES).build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Page::line).orElse(1);
      fault(line, "", e.getProblem());
    } catch (YamlEngineException e) {
      fault(1, "", String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** Hands on each key and value of a mapping; anything else is a fault. */
  void each(Node node, BiConsumer<ScalarNode, Node> use) {
    if (!(node instanceof MappingNode mapping)) {
      fault(line(node), text(node), "a mapping (key: value) belongs here");
      return;
    }
    mapping
        .getValue()
        .forEach(pair -> {
          if (pair.getKeyNode() instanceof ScalarNode key) {
            use.accept(key, pair.getValueNode());
          } else {
            fault(line(pair.getKeyNode()), "", "a plain word belongs here as key");
          }
        });
  }

  /** The fields of a mapping by name; unknown names and doubles are faults. */
  Map<String, Node> fields(Node node, List<String> known) {
    Map<String, Node> fields = new HashMap<>();
    each(
        node,
        (key, value) -> {
          if (!known.contains(key.getValue())) {
            fault(line(key), key.getValue(), "unknown key; known are " + String.join(", ", known));
          } else if (fields.putIfAbsent(key.getValue(), value) != null) {
            fault(line(key), key.getValue(), "stands twice");
          }
        });
    return fields;
  }

  /** The items of a list; anything else is a fault. */
  List<Node> items(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    fault(line(node), text(node), "a list belongs here");
    return List.of();
  }

  /** All texts of a list, of lists within it, or of a single text. */
  List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    collect(node, DEPTH, texts);
    return texts;
  }

  private void collect(Node node, int depth, List<String> texts) {
    if (node instanceof SequenceNode list && depth > 0) {
      list.getValue().forEach(item -> collect(item, depth - 1, texts));
    } else if (node instanceof ScalarNode scalar) {
      texts.add(scalar.getValue().strip());
    } else {
      fault(line(node), "", "a text or a list of texts belongs here");
    }
  }

  void fault(int line, String text, String comment) {
    faults.add(new Problem(file, line, Problem.Kind.ERROR, text, comment));
  }

  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  static int line(Node node) {
    return node.getStartMark().map(Page::line).orElse(1);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
