package dev.terakoya.playground;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Blocks seen from the one who presses: their elements, and the values they hold. */
final class Blocks {
  /** For each stateful element what its value is called before and after somebody chose. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          value("plain_text_input", "initial_value", "value"),
          value("number_input", "initial_value", "value"),
          value("email_text_input", "initial_value", "value"),
          value("url_text_input", "initial_value", "value"),
          value("static_select", "initial_option", "selected_option"),
          value("external_select", "initial_option", "selected_option"),
          value("radio_buttons", "initial_option", "selected_option"),
          value("checkboxes", "initial_options", "selected_options"),
          value("multi_static_select", "initial_options", "selected_options"),
          value("multi_external_select", "initial_options", "selected_options"),
          value("users_select", "initial_user", "selected_user"),
          value("channels_select", "initial_channel", "selected_channel"),
          value("conversations_select", "initial_conversation", "selected_conversation"),
          value("multi_users_select", "initial_users", "selected_users"),
          value("multi_channels_select", "initial_channels", "selected_channels"),
          value("multi_conversations_select", "initial_conversations", "selected_conversations"),
          value("datepicker", "initial_date", "selected_date"),
          value("timepicker", "initial_time", "selected_time"),
          value("datetimepicker", "initial_date_time", "selected_date_time"));

  private static final AtomicLong NAMES = new AtomicLong(1);

  private Blocks() {}

  /** An element with the block it stands in. */
  record Place(JsonObject block, JsonObject element) {}

  private static Map.Entry<String, List<String>> value(String type, String before, String after) {
    return Map.entry(type, List.of(before, after));
  }

  /** A copy in which every block and every element has an id, as Slack hands it out. */
  static JsonArray named(JsonArray blocks) {
    JsonArray copy = blocks.deepCopy();
    for (JsonElement item : copy) {
      JsonObject block = item.getAsJsonObject();
      name(block, "block_id");
      elements(block).forEach(element -> name(element, "action_id"));
    }
    return copy;
  }

  private static void name(JsonObject object, String key) {
    if (!object.has(key)) {
      object.addProperty(key, "x" + Long.toString(NAMES.getAndIncrement(), 36));
    }
  }

  /** The interactive elements of a block. */
  static Stream<JsonObject> elements(JsonObject block) {
    Stream<JsonObject> one =
        Stream.of("accessory", "element").filter(block::has).map(key -> Json.object(block, key));
    boolean rich = Json.text(block, "type").equals("rich_text");
    return Stream.concat(one, rich ? Stream.empty() : Json.objects(block, "elements"))
        .filter(e -> !Json.text(e, "type").matches("image|mrkdwn|plain_text"));
  }

  /** The options of a choice, in groups or not. */
  static List<JsonObject> options(JsonObject element) {
    return Stream.concat(Stream.of(element), Json.objects(element, "option_groups"))
        .flatMap(o -> Json.objects(o, "options"))
        .toList();
  }

  /** The elements with an action id, in any block or in one. */
  static List<Place> find(List<JsonObject> blocks, String actionId, String blockId) {
    List<Place> found = new ArrayList<>();
    for (JsonObject block : blocks) {
      if (blockId.isEmpty() || Json.text(block, "block_id").equals(blockId)) {
        elements(block)
            .filter(e -> Json.text(e, "action_id").equals(actionId))
            .forEach(e -> found.add(new Place(block, e)));
      }
    }
    return found;
  }

  /** The action that a press makes of an element; {@code chosen} overrides and completes. */
  static JsonObject action(Place place, JsonObject chosen, String ts) {
    JsonObject element = place.element();
    String type = Json.text(element, "type");
    JsonObject action =
        Json.of(
            "type",
            type,
            "action_id",
            Json.text(element, "action_id"),
            "block_id",
            Json.text(place.block(), "block_id"),
            "action_ts",
            ts);
    if (type.equals("button") || type.equals("icon_button")) {
      Stream.of("text", "value", "style", "url")
          .filter(element::has)
          .forEach(key -> action.add(key, element.get(key)));
    }
    chosen.entrySet().forEach(e -> action.add(e.getKey(), e.getValue()));
    return action;
  }

  /** What a press on a value chooses: a button's, an option's, or what was typed. */
  static @Nullable JsonObject choose(JsonObject element, String value) {
    String type = Json.text(element, "type");
    if (type.equals("button") || type.equals("icon_button")) {
      return Json.text(element, "value").equals(value) ? new JsonObject() : null;
    }
    if (type.equals("feedback_buttons")) {
      return Stream.of("positive_button", "negative_button")
          .map(key -> Json.object(element, key))
          .filter(b -> Json.text(b, "value").equals(value))
          .map(b -> Json.of("value", value, "text", b.get("text")))
          .findFirst()
          .orElse(null);
    }
    String name =
        type.equals("overflow")
            ? "selected_option"
            : VALUES.getOrDefault(type, List.of("", "value")).get(1);
    if (!name.startsWith("selected_option")) {
      return Json.of(name, value);
    }
    JsonObject option =
        options(element).stream()
            .filter(o -> Json.text(o, "value").equals(value))
            .findFirst()
            .orElse(null);
    if (option == null) {
      return null;
    }
    return name.endsWith("s") ? Json.of(name, List.of(option)) : Json.of(name, option);
  }

  /** {@code state.values}: what stands in the elements, with what somebody changed laid over. */
  static JsonObject state(List<JsonObject> blocks, JsonObject changed) {
    JsonObject values = new JsonObject();
    for (JsonObject block : blocks) {
      JsonObject held = new JsonObject();
      elements(block).forEach(element -> hold(element, held));
      String id = Json.text(block, "block_id");
      Json.object(changed, id).entrySet().forEach(e -> lay(e, held));
      if (!held.isEmpty()) {
        values.add(id, held);
      }
    }
    return Json.of("values", values);
  }

  private static void hold(JsonObject element, JsonObject held) {
    String type = Json.text(element, "type");
    List<String> names = VALUES.get(type);
    if (names != null) {
      JsonElement before = element.get(names.get(0));
      JsonElement none =
          names.get(1).endsWith("s") ? new JsonArray() : com.google.gson.JsonNull.INSTANCE;
      held.add(
          Json.text(element, "action_id"),
          Json.of("type", type, names.get(1), before == null ? none : before));
    }
  }

  private static void lay(Map.Entry<String, JsonElement> changed, JsonObject held) {
    if (held.get(changed.getKey()) instanceof JsonObject value
        && changed.getValue() instanceof JsonObject over) {
      over.entrySet().forEach(e -> value.add(e.getKey(), e.getValue()));
    }
  }

  /** The blocks of inputs that must be filled and are not. */
  static List<String> missing(List<JsonObject> blocks, JsonObject state) {
    JsonObject values = Json.object(state, "values");
    return blocks.stream()
        .filter(b -> Json.text(b, "type").equals("input") && !Json.flag(b, "optional"))
        .map(b -> Json.text(b, "block_id"))
        .filter(id -> Json.object(values, id).asMap().values().stream().anyMatch(Blocks::empty))
        .toList();
  }

  private static boolean empty(JsonElement value) {
    return value.getAsJsonObject().entrySet().stream()
        .filter(e -> !e.getKey().equals("type"))
        .map(Map.Entry::getValue)
        .allMatch(v ->
            v.isJsonNull()
                || (v instanceof JsonArray array && array.isEmpty())
                || (v.isJsonPrimitive() && v.getAsString().isBlank()));
  }
}
