package dev.terakoya.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code limits.txt} and checks JSON against it; the file explains its own notation. */
final class Grammar {
  private final Map<String, String> shared = new HashMap<>();
  private final Map<String, Map<String, Field>> objects = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** What one value must be; adds its faults, each with where. */
  interface Rule {
    void check(JsonElement value, String at, List<String> faults);
  }

  private record Field(Rule rule, boolean needed) {}

  Grammar(String table) {
    table.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(this::line);
  }

  /** The grammar of a file beside this class. */
  static Grammar read(String name) {
    try (var in = Grammar.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new Grammar(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private void line(String line) {
    int colon = line.indexOf(": ");
    if (colon < 0) {
      String[] sides = line.split(" = ", 2);
      groups.put(sides[0], List.of(sides[1].split(" ", -1)));
    } else if (line.startsWith("+")) {
      shared.put(line.substring(0, colon), line.substring(colon + 2));
    } else {
      objects.put(line.substring(0, colon), fields(line.substring(colon + 2)));
    }
  }

  private Map<String, Field> fields(String text) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (String one : text.split("; ", -1)) {
      if (one.startsWith("+")) {
        fields.putAll(fields(shared.getOrDefault(one, "unknown " + one)));
      } else {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(one.split(" ", -1)));
        String name = words.pop();
        fields.put(name.replace("?", ""), new Field(rule(words), !name.endsWith("?")));
      }
    }
    return fields;
  }

  private Rule rule(Deque<String> words) {
    String word = words.pop();
    return switch (word) {
      case "plain" -> text(words.pop(), Set.of("plain_text"));
      case "words" -> text(words.pop(), Set.of("plain_text", "mrkdwn"));
      case "list" -> list(words.pop(), rule(words));
      case "one" -> oneOf(List.copyOf(words));
      case "flag" -> primitive("a boolean", JsonPrimitive::isBoolean);
      case "positive" -> primitive("a positive number", p -> p.isNumber() && p.getAsDouble() > 0);
      case "number" -> number(words.isEmpty() ? "" : words.pop());
      default -> Character.isDigit(word.charAt(0)) ? string(word) : named(word);
    };
  }

  private static long[] range(String range) {
    return Arrays.stream(range.split("\\.\\.", -1)).mapToLong(Long::parseLong).toArray();
  }

  private static Rule string(String range) {
    long[] sizes = range(range);
    return (value, at, faults) -> {
      if (!(value instanceof JsonPrimitive text) || !text.isString()) {
        fault("must be a string", at, faults);
      } else if (text.getAsString().length() > sizes[1]) {
        fault("must be less than " + (sizes[1] + 1) + " characters", at, faults);
      } else if (text.getAsString().length() < sizes[0]) {
        fault("must be more than " + (sizes[0] - 1) + " characters", at, faults);
      }
    };
  }

  private static Rule primitive(String what, Predicate<JsonPrimitive> test) {
    return (value, at, faults) -> {
      if (!(value instanceof JsonPrimitive primitive) || !test.test(primitive)) {
        fault("must be " + what, at, faults);
      }
    };
  }

  private static Rule number(String range) {
    if (range.isEmpty()) {
      return primitive("a number", JsonPrimitive::isNumber);
    }
    long[] sizes = range(range);
    return primitive(
        "a number from " + sizes[0] + " to " + sizes[1],
        p -> p.isNumber() && p.getAsLong() >= sizes[0] && p.getAsLong() <= sizes[1]);
  }

  private static Rule oneOf(List<String> values) {
    return primitive("one of " + String.join(", ", values), p -> values.contains(p.getAsString()));
  }

  private static Rule text(String most, Set<String> types) {
    Rule length = string("1.." + most);
    Rule flag = primitive("a boolean", JsonPrimitive::isBoolean);
    return (value, at, faults) -> {
      String type = type(value);
      if (!types.contains(type)) {
        fault("unsupported type: " + type, at + "/type", faults);
        return;
      }
      String option = type.equals("mrkdwn") ? "verbatim" : "emoji";
      check(
          Map.of("text", new Field(length, true), option, new Field(flag, false)),
          value,
          at,
          faults);
    };
  }

  private static Rule list(String range, Rule rule) {
    long[] sizes = range(range);
    return (value, at, faults) -> {
      if (!(value instanceof JsonArray array)) {
        fault("must be an array", at, faults);
        return;
      }
      if (array.size() > sizes[1]) {
        fault("no more than " + sizes[1] + " items allowed", at, faults);
      }
      if (array.size() < sizes[0]) {
        fault("no less than " + sizes[0] + " items allowed", at, faults);
      }
      for (int i = 0; i < array.size(); i++) {
        rule.check(array.get(i), at + "/" + i, faults);
      }
    };
  }

  /** The rule of a kind, a group or an object without a type. */
  Rule named(String name) {
    used.add(name);
    return (value, at, faults) -> {
      boolean typed = groups.containsKey(name) || Character.isLowerCase(name.charAt(0));
      String object = typed ? kind(name, type(value)) : name;
      Map<String, Field> fields = objects.get(object);
      if (fields == null) {
        fault("unsupported type: " + type(value), at + "/type", faults);
      } else {
        check(fields, value, at, faults);
      }
    };
  }

  /** The object in a group whose last part is the type; empty when there is none. */
  private String kind(String name, String type) {
    List<String> members = groups.get(name);
    if (members == null) {
      return name.substring(name.indexOf('.') + 1).equals(type) ? name : "";
    }
    return members.stream()
        .map(m -> kind(m, type))
        .filter(m -> !m.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String type(JsonElement value) {
    return value instanceof JsonObject object ? Json.text(object, "type") : "";
  }

  private static void check(
      Map<String, Field> fields, JsonElement value, String at, List<String> faults) {
    if (!(value instanceof JsonObject object)) {
      fault("must be an object", at, faults);
      return;
    }
    fields.forEach((name, field) -> {
      if (object.has(name)) {
        field.rule().check(object.get(name), at + "/" + name, faults);
      } else if (field.needed()) {
        fault("missing required field: " + name, at, faults);
      }
    });
    Set<String> more = new HashSet<>(object.keySet());
    more.removeAll(fields.keySet());
    more.remove("type");
    more.forEach(name -> fault("invalid additional property: " + name, at, faults));
  }

  /** Adds a fault in Slack's words. */
  static void fault(String what, String at, List<String> faults) {
    faults.add("[ERROR] " + what + " [json-pointer:" + at + "]");
  }

  /** Every name that the table uses and does not define; empty in a whole table. */
  List<String> undefined() {
    List<String> names = new ArrayList<>(used);
    groups.values().forEach(names::addAll);
    names.removeIf(n -> groups.containsKey(n) || objects.containsKey(n));
    return names;
  }
}
