package dev.terakoya.playground;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Slack accepts in a message or a view: the table {@code limits.txt}, and what no table shows.
 *
 * <p>Strict, so that what passes here passes there. Faults read as Slack's do: {@code [ERROR] must
 * be less than 151 characters [json-pointer:/blocks/0/text/text]}.
 */
final class Limits {
  /** All text of a message's blocks together. */
  static final int MESSAGE_BLOCKS = 13_200;

  /** A message's {@code text}. */
  static final int MESSAGE_TEXT = 40_000;

  private static final Grammar TABLE = Grammar.read("limits.txt");

  private Limits() {}

  /** Refuses blocks that Slack would refuse in a message. */
  static void message(JsonArray blocks) {
    List<String> faults = new ArrayList<>();
    Grammar.Rule block = TABLE.named("InMessages");
    for (int i = 0; i < blocks.size(); i++) {
      block.check(blocks.get(i), "/blocks/" + i, faults);
    }
    atMost(blocks.size(), 50, "blocks", faults);
    most(blocks, "table", 1, faults);
    most(blocks, "data_table", 1, faults);
    most(blocks, "data_visualization", 2, faults);
    atMost(texts(blocks, "markdown"), 12_000, "markdown blocks", faults);
    atMost(texts(blocks, "table"), 10_000, "table", faults);
    relations(blocks, faults);
    refuse("invalid_blocks", faults);
    if (length(blocks) > MESSAGE_BLOCKS) {
      throw new Refused(
          "msg_blocks_too_long",
          List.of("[ERROR] all blocks hold " + length(blocks) + " characters"));
    }
  }

  /** Refuses a view that Slack would refuse as a modal or as a Home tab. */
  static void view(JsonObject view, String type) {
    List<String> faults = new ArrayList<>();
    TABLE.named(type).check(view, "/view", faults);
    if (type.equals("modal") && !view.has("title")) {
      Grammar.fault("missing required field: title", "/view", faults);
    }
    JsonArray blocks = Json.array(view, "blocks");
    boolean asks = Json.objects(view, "blocks").anyMatch(b -> Json.text(b, "type").equals("input"));
    if (type.equals("modal") && asks && !view.has("submit")) {
      Grammar.fault("missing required field: submit (there is an input block)", "/view", faults);
    }
    relations(blocks, faults);
    refuse("invalid_arguments", faults);
  }

  /** What no single field shows: ids that repeat, choices without options, empty sections. */
  private static void relations(JsonArray blocks, List<String> faults) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof JsonObject block) {
        String at = "/blocks/" + i;
        if (block.has("block_id") && !ids.add(Json.text(block, "block_id"))) {
          Grammar.fault("block_id already exists: " + Json.text(block, "block_id"), at, faults);
        }
        if (Json.text(block, "type").equals("section")
            && !block.has("text")
            && !block.has("fields")) {
          Grammar.fault("missing required field: text or fields", at, faults);
        }
        Set<String> actions = new HashSet<>();
        Blocks.elements(block).forEach(element -> choice(element, at, actions, faults));
      }
    }
  }

  private static void choice(
      JsonObject element, String at, Set<String> actions, List<String> faults) {
    String id = Json.text(element, "action_id");
    if (!id.isEmpty() && !actions.add(id)) {
      Grammar.fault("action_id already exists in this block: " + id, at, faults);
    }
    boolean lists =
        Set.of("static_select", "multi_static_select", "checkboxes", "radio_buttons", "overflow")
            .contains(Json.text(element, "type"));
    if (lists && !element.has("options") && !element.has("option_groups")) {
      Grammar.fault("missing required field: options", at, faults);
    }
    Stream<JsonElement> chosen =
        Stream.concat(
            Stream.ofNullable(element.get("initial_option")),
            Json.array(element, "initial_options").asList().stream());
    if (lists && !chosen.allMatch(Blocks.options(element)::contains)) {
      Grammar.fault("initial option is not one of the options", at, faults);
    }
  }

  private static void most(JsonArray blocks, String type, int most, List<String> faults) {
    long found = ofType(blocks, type).count();
    if (found > most) {
      Grammar.fault("no more than " + most + " " + type + " blocks allowed", "/blocks", faults);
    }
  }

  private static void atMost(int length, int most, String what, List<String> faults) {
    if (length > most) {
      Grammar.fault(what + ": " + length + ", at most " + most, "/blocks", faults);
    }
  }

  private static int texts(JsonArray blocks, String type) {
    return ofType(blocks, type).mapToInt(Limits::length).sum();
  }

  private static Stream<JsonElement> ofType(JsonArray blocks, String type) {
    return blocks.asList().stream()
        .filter(b -> b instanceof JsonObject o && Json.text(o, "type").equals(type));
  }

  /** The characters that people read: every {@code text}, wherever it stands. */
  static int length(JsonElement element) {
    return switch (element) {
      case JsonArray array -> array.asList().stream().mapToInt(Limits::length).sum();
      case JsonObject object ->
          object.entrySet().stream()
              .mapToInt(e ->
                  e.getKey().equals("text") && e.getValue() instanceof JsonPrimitive text
                      ? text.getAsString().length()
                      : length(e.getValue()))
              .sum();
      default -> 0;
    };
  }

  private static void refuse(String error, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new Refused(error, faults);
    }
  }
}
