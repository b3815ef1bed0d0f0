package dev.terakoya.playground;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Slack accepts in a message or a view, as a table that is read downward.
 *
 * <p>From Slack's reference (docs.slack.dev, 2026) and {@code @slack/types} 3.2.0. Where the two
 * leave something open the stricter reading is taken, so that what passes here passes there.
 * Lengths are counted in UTF-16 units. Faults read as Slack's do: {@code [ERROR] must be less than
 * 151 characters [json-pointer:/blocks/0/text/text]}.
 */
final class Limits {
  /** All text of a message's blocks together. */
  static final int MESSAGE_BLOCKS = 13_200;

  /** A message's {@code text}. */
  static final int MESSAGE_TEXT = 40_000;

  private static final Rule FLAG = Limits::flag;
  private static final Rule ID = string(1, 255);
  private static final Rule URL = string(1, 3000);
  private static final Rule BORDER = number(0, 1);
  private static final Rule CONFIRM =
      object(
          need("title", plain(100)),
          need("text", words(300)),
          need("confirm", plain(30)),
          need("deny", plain(30)),
          may("style", oneOf("primary", "danger")));
  private static final Rule OPTION =
      object(
          need("text", words(75)),
          need("value", string(1, 150)),
          may("description", words(75)),
          may("url", URL));
  private static final Rule GROUP =
      object(need("label", plain(75)), need("options", list(1, 100, OPTION)));
  private static final Rule FILTER =
      object(
          may("include", list(1, 4, oneOf("im", "mpim", "private", "public"))),
          may("exclude_external_shared_channels", FLAG),
          may("exclude_bot_users", FLAG));
  private static final Rule ON =
      object(
          may("trigger_actions_on", list(1, 2, oneOf("on_enter_pressed", "on_character_entered"))));
  private static final Rule FEEDBACK =
      object(
          need("text", plain(75)),
          need("value", string(1, 2000)),
          may("accessibility_label", string(1, 75)));

  private static final Kind IMAGE =
      kind("image", need("image_url", URL), need("alt_text", string(1, 2000)));
  private static final Kind BUTTON =
      element(
          "button",
          need("text", plain(75)),
          may("value", string(1, 2000)),
          may("url", URL),
          may("style", oneOf("primary", "danger")),
          may("confirm", CONFIRM),
          may("accessibility_label", string(1, 75)));
  private static final List<Kind> CHOICES =
      List.of(
          select("static_select", options(100), groups(), may("initial_option", OPTION)),
          select("external_select", length(), may("initial_option", OPTION)),
          select("users_select", may("initial_user", ID)),
          select("channels_select", may("initial_channel", ID), may("response_url_enabled", FLAG)),
          select(
              "conversations_select",
              may("initial_conversation", ID),
              may("default_to_current_conversation", FLAG),
              may("response_url_enabled", FLAG),
              may("filter", FILTER)),
          select("multi_static_select", options(100), groups(), many(), initials(100)),
          select("multi_external_select", length(), many(), initials(100)),
          select("multi_users_select", many(), may("initial_users", list(1, 100, ID))),
          select("multi_channels_select", many(), may("initial_channels", list(1, 100, ID))),
          select(
              "multi_conversations_select",
              many(),
              may("initial_conversations", list(1, 100, ID)),
              may("default_to_current_conversation", FLAG),
              may("filter", FILTER)),
          element("checkboxes", options(10), initials(10), may("confirm", CONFIRM), focus()),
          element(
              "radio_buttons",
              options(10),
              may("initial_option", OPTION),
              may("confirm", CONFIRM),
              focus()),
          select("datepicker", may("initial_date", string(10, 10))),
          select("timepicker", may("initial_time", string(5, 5)), may("timezone", ID)),
          element(
              "datetimepicker",
              may("initial_date_time", number(1_000_000_000, 9_999_999_999L)),
              may("confirm", CONFIRM),
              focus()));
  private static final List<Kind> ACTIONS =
      join(CHOICES, BUTTON, element("overflow", options(5), may("confirm", CONFIRM)));
  private static final List<Kind> INPUTS =
      join(
          CHOICES,
          input(
              "plain_text_input",
              may("multiline", FLAG),
              may("min_length", number(0, 3000)),
              may("max_length", number(1, 3000))),
          input(
              "number_input",
              need("is_decimal_allowed", FLAG),
              may("min_value", ID),
              may("max_value", ID)),
          input("email_text_input"),
          input("url_text_input"));
  private static final List<Kind> FEEDBACKS =
      List.of(
          element(
              "feedback_buttons",
              need("positive_button", FEEDBACK),
              need("negative_button", FEEDBACK)),
          element(
              "icon_button",
              need("icon", oneOf("trash")),
              need("text", plain(75)),
              may("value", string(1, 2000)),
              may("confirm", CONFIRM),
              may("accessibility_label", string(1, 75)),
              may("visible_to_user_ids", list(1, 100, ID))));

  private static final Rule STYLE =
      object(
          Stream.of(
                  "bold italic strike code underline highlight client_highlight unlink".split(" "))
              .map(name -> may(name, FLAG))
              .toArray(Field[]::new));
  private static final Kind TEXT =
      kind("text", need("text", string(1, 12_000)), may("style", STYLE));
  private static final Kind LINK =
      kind(
          "link",
          need("url", URL),
          may("text", string(1, 3000)),
          may("unsafe", FLAG),
          may("style", STYLE));
  private static final List<Kind> INLINE =
      List.of(
          TEXT,
          LINK,
          kind("user", need("user_id", ID), may("style", STYLE)),
          kind("usergroup", need("usergroup_id", ID), may("style", STYLE)),
          kind("channel", need("channel_id", ID), may("style", STYLE)),
          kind("emoji", need("name", ID), may("unicode", ID), may("style", STYLE)),
          kind("broadcast", need("range", oneOf("here", "channel", "everyone"))),
          kind("color", need("value", string(4, 9))),
          kind(
              "date",
              need("timestamp", number(0, 9_999_999_999L)),
              need("format", ID),
              may("url", URL),
              may("fallback", ID)));
  private static final Kind SPAN = kind("rich_text_section", need("elements", runs(INLINE)));
  private static final Kind RICH_TEXT =
      kind(
          "rich_text",
          need(
              "elements",
              list(
                  1,
                  1000,
                  typed(
                      List.of(
                          SPAN,
                          kind(
                              "rich_text_list",
                              need("style", oneOf("bullet", "ordered")),
                              need("elements", list(1, 1000, typed(List.of(SPAN)))),
                              may("indent", number(0, 8)),
                              may("offset", number(0, 9999)),
                              may("border", BORDER)),
                          kind(
                              "rich_text_quote",
                              need("elements", runs(INLINE)),
                              may("border", BORDER)),
                          kind(
                              "rich_text_preformatted",
                              need("elements", runs(List.of(TEXT, LINK))),
                              may("language", ID),
                              may("border", BORDER)))))));
  private static final Rule CELL =
      typed(
          List.of(
              kind("raw_text", need("text", string(1, 10_000))),
              kind("raw_number", need("value", Limits::anyNumber), may("text", string(1, 100))),
              RICH_TEXT));
  private static final Rule SERIES =
      list(
          1,
          6,
          object(
              need("name", string(1, 20)),
              need(
                  "data",
                  list(
                      1,
                      20,
                      object(need("label", string(1, 20)), need("value", Limits::anyNumber))))));
  private static final Rule AXES =
      object(
          need("categories", list(1, 20, string(1, 20))),
          may("x_label", string(1, 50)),
          may("y_label", string(1, 50)));
  private static final Rule CHART =
      typed(
          List.of(
              kind("bar", need("series", SERIES), need("axis_config", AXES)),
              kind("line", need("series", SERIES), need("axis_config", AXES)),
              kind("area", need("series", SERIES), need("axis_config", AXES)),
              kind(
                  "pie",
                  need(
                      "segments",
                      list(
                          1,
                          6,
                          object(
                              need("label", string(1, 20)), need("value", Limits::positive)))))));

  private static final List<Kind> ANYWHERE =
      List.of(
          block("header", need("text", plain(150))),
          block(
              "section",
              may("text", words(3000)),
              may("fields", list(1, 10, words(2000))),
              may("accessory", typed(join(ACTIONS, IMAGE))),
              may("expand", FLAG)),
          block("divider"),
          block("context", need("elements", list(1, 10, typed(join(words(), IMAGE))))),
          block("actions", need("elements", list(1, 25, typed(ACTIONS)))),
          block(
              "image",
              need("image_url", URL),
              need("alt_text", string(1, 2000)),
              may("title", plain(2000))),
          new Kind("rich_text", join(RICH_TEXT.fields(), may("block_id", ID))),
          block(
              "input",
              need("label", plain(2000)),
              need("element", typed(INPUTS)),
              may("hint", plain(2000)),
              may("optional", FLAG),
              may("dispatch_action", FLAG)));
  private static final List<Kind> IN_MESSAGES =
      join(
          ANYWHERE,
          block("markdown", need("text", string(1, 12_000))),
          block(
              "table",
              need("rows", list(1, 100, list(1, 20, CELL))),
              may(
                  "column_settings",
                  list(
                      0,
                      20,
                      object(
                          may("align", oneOf("left", "center", "right")),
                          may("is_wrapped", FLAG))))),
          block(
              "data_table",
              need("rows", list(2, 201, list(1, 20, CELL))),
              need("caption", string(1, 255)),
              may("page_size", number(1, 100)),
              may("row_header_column_index", number(0, 19))),
          block("data_visualization", need("title", string(1, 50)), need("chart", CHART)),
          block("context_actions", need("elements", list(1, 5, typed(FEEDBACKS)))));
  private static final Field[] VIEW = {
    need("type", oneOf("modal", "home")),
    may("private_metadata", string(0, 3000)),
    may("callback_id", string(0, 255)),
    may("external_id", string(0, 255)),
    may("title", plain(24)),
    may("submit", plain(24)),
    may("close", plain(24)),
    may("clear_on_close", FLAG),
    may("notify_on_close", FLAG),
    may("submit_disabled", FLAG),
    need("blocks", list(1, 100, typed(ANYWHERE)))
  };

  private Limits() {}

  /** Refuses blocks that Slack would refuse in a message. */
  static void message(JsonArray blocks) {
    List<String> faults = new ArrayList<>();
    list(0, 50, typed(IN_MESSAGES)).check(blocks, "/blocks", faults);
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
    object(VIEW).check(view, "/view", faults);
    if (!Json.text(view, "type").equals(type)) {
      fault("must be " + type, "/view/type", faults);
    }
    if (type.equals("modal") && !view.has("title")) {
      fault("missing required field: title", "/view", faults);
    }
    JsonArray blocks = Json.array(view, "blocks");
    boolean asks = Json.objects(view, "blocks").anyMatch(b -> Json.text(b, "type").equals("input"));
    if (type.equals("modal") && asks && !view.has("submit")) {
      fault("missing required field: submit (there is an input block)", "/view", faults);
    }
    relations(blocks, faults);
    refuse("invalid_arguments", faults);
  }

  /** What one value must be; adds its faults, each with where. */
  interface Rule {
    void check(JsonElement value, String at, List<String> faults);
  }

  private record Field(String name, Rule rule, boolean needed) {}

  private record Kind(String type, List<Field> fields) {}

  private static Field need(String name, Rule rule) {
    return new Field(name, rule, true);
  }

  private static Field may(String name, Rule rule) {
    return new Field(name, rule, false);
  }

  private static Kind kind(String type, Field... fields) {
    return new Kind(type, List.of(fields));
  }

  private static Kind block(String type, Field... fields) {
    return new Kind(type, join(List.of(fields), may("block_id", ID)));
  }

  private static Kind element(String type, Field... fields) {
    return new Kind(type, join(List.of(fields), may("action_id", ID)));
  }

  private static Kind select(String type, Field... fields) {
    Field[] common = {may("placeholder", plain(150)), may("confirm", CONFIRM), focus()};
    return new Kind(type, join(element(type, fields).fields(), common));
  }

  private static Kind input(String type, Field... fields) {
    Field[] common = {
      may("placeholder", plain(150)),
      may("initial_value", string(0, 3000)),
      may("dispatch_action_config", ON),
      focus()
    };
    return new Kind(type, join(element(type, fields).fields(), common));
  }

  private static Field options(int most) {
    return may("options", list(1, most, OPTION));
  }

  private static Field groups() {
    return may("option_groups", list(1, 100, GROUP));
  }

  private static Field initials(int most) {
    return may("initial_options", list(1, most, OPTION));
  }

  private static Field many() {
    return may("max_selected_items", number(1, 100));
  }

  private static Field length() {
    return may("min_query_length", number(0, 100));
  }

  private static Field focus() {
    return may("focus_on_load", FLAG);
  }

  @SafeVarargs
  private static <T> List<T> join(List<T> some, T... more) {
    List<T> all = new ArrayList<>(some);
    for (T one : more) {
      all.add(one);
    }
    return all;
  }

  private static List<Kind> words() {
    return List.of(
        kind("plain_text", need("text", string(1, 2000)), may("emoji", FLAG)),
        kind("mrkdwn", need("text", string(1, 2000)), may("verbatim", FLAG)));
  }

  private static Rule plain(int most) {
    return typed(List.of(kind("plain_text", need("text", string(1, most)), may("emoji", FLAG))));
  }

  private static Rule words(int most) {
    return typed(
        List.of(
            kind("plain_text", need("text", string(1, most)), may("emoji", FLAG)),
            kind("mrkdwn", need("text", string(1, most)), may("verbatim", FLAG))));
  }

  private static Rule runs(List<Kind> kinds) {
    return list(1, 1000, typed(kinds));
  }

  private static Rule typed(List<Kind> kinds) {
    Map<String, Rule> rules =
        kinds.stream()
            .collect(
                Collectors.toMap(
                    Kind::type, k -> object(join(k.fields(), need("type", string(1, 99))))));
    return (value, at, faults) -> {
      String type = value instanceof JsonObject object ? Json.text(object, "type") : "";
      Rule rule = rules.get(type);
      if (rule == null) {
        fault("unsupported type: " + type, at + "/type", faults);
      } else {
        rule.check(value, at, faults);
      }
    };
  }

  private static Rule object(Field... fields) {
    return object(List.of(fields));
  }

  private static Rule object(List<Field> fields) {
    Map<String, Field> known =
        fields.stream().collect(Collectors.toMap(Field::name, Function.identity()));
    return (value, at, faults) -> {
      if (!(value instanceof JsonObject object)) {
        fault("must be an object", at, faults);
        return;
      }
      for (Field field : fields) {
        if (object.has(field.name())) {
          field.rule().check(object.get(field.name()), at + "/" + field.name(), faults);
        } else if (field.needed()) {
          fault("missing required field: " + field.name(), at, faults);
        }
      }
      object.keySet().stream()
          .filter(name -> !known.containsKey(name))
          .forEach(name -> fault("invalid additional property: " + name, at, faults));
    };
  }

  private static Rule list(int fewest, int most, Rule rule) {
    return (value, at, faults) -> {
      if (!(value instanceof JsonArray array)) {
        fault("must be an array", at, faults);
        return;
      }
      if (array.size() > most) {
        fault("no more than " + most + " items allowed", at, faults);
      }
      if (array.size() < fewest) {
        fault("no less than " + fewest + " items allowed", at, faults);
      }
      for (int i = 0; i < array.size(); i++) {
        rule.check(array.get(i), at + "/" + i, faults);
      }
    };
  }

  private static Rule string(int fewest, int most) {
    return (value, at, faults) -> {
      if (!(value instanceof JsonPrimitive text) || !text.isString()) {
        fault("must be a string", at, faults);
      } else if (text.getAsString().length() > most) {
        fault("must be less than " + (most + 1) + " characters", at, faults);
      } else if (text.getAsString().length() < fewest) {
        fault("must be more than " + (fewest - 1) + " characters", at, faults);
      }
    };
  }

  private static Rule oneOf(String... values) {
    Set<String> known = Set.of(values);
    return (value, at, faults) -> {
      if (!(value instanceof JsonPrimitive text) || !known.contains(text.getAsString())) {
        fault("must be one of " + String.join(", ", values), at, faults);
      }
    };
  }

  private static Rule number(long fewest, long most) {
    return (value, at, faults) -> {
      if (!(value instanceof JsonPrimitive number)
          || !number.isNumber()
          || number.getAsLong() < fewest
          || number.getAsLong() > most) {
        fault("must be a number from " + fewest + " to " + most, at, faults);
      }
    };
  }

  private static void anyNumber(JsonElement value, String at, List<String> faults) {
    if (!(value instanceof JsonPrimitive number) || !number.isNumber()) {
      fault("must be a number", at, faults);
    }
  }

  private static void positive(JsonElement value, String at, List<String> faults) {
    if (!(value instanceof JsonPrimitive number)
        || !number.isNumber()
        || number.getAsDouble() <= 0) {
      fault("must be a positive number", at, faults);
    }
  }

  private static void flag(JsonElement value, String at, List<String> faults) {
    if (!(value instanceof JsonPrimitive flag) || !flag.isBoolean()) {
      fault("must be a boolean", at, faults);
    }
  }

  /** What no single field shows: ids that repeat, choices without options, empty sections. */
  private static void relations(JsonArray blocks, List<String> faults) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof JsonObject block) {
        String at = "/blocks/" + i;
        if (block.has("block_id") && !ids.add(Json.text(block, "block_id"))) {
          fault("block_id already exists: " + Json.text(block, "block_id"), at, faults);
        }
        if (Json.text(block, "type").equals("section")
            && !block.has("text")
            && !block.has("fields")) {
          fault("missing required field: text or fields", at, faults);
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
      fault("action_id already exists in this block: " + id, at, faults);
    }
    boolean lists =
        Set.of("static_select", "multi_static_select", "checkboxes", "radio_buttons", "overflow")
            .contains(Json.text(element, "type"));
    if (lists && !element.has("options") && !element.has("option_groups")) {
      fault("missing required field: options", at, faults);
    }
    Stream<JsonElement> chosen =
        Stream.concat(
            Stream.ofNullable(element.get("initial_option")),
            Json.array(element, "initial_options").asList().stream());
    if (lists && !chosen.allMatch(Blocks.options(element)::contains)) {
      fault("initial option is not one of the options", at, faults);
    }
  }

  private static void most(JsonArray blocks, String type, int most, List<String> faults) {
    long found = ofType(blocks, type).count();
    if (found > most) {
      fault("no more than " + most + " " + type + " blocks allowed", "/blocks", faults);
    }
  }

  private static void atMost(int length, int most, String what, List<String> faults) {
    if (length > most) {
      fault(what + " hold " + length + " characters, at most " + most, "/blocks", faults);
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

  private static void fault(String what, String at, List<String> faults) {
    faults.add("[ERROR] " + what + " [json-pointer:" + at + "]");
  }

  private static void refuse(String error, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new Refused(error, faults);
    }
  }
}
