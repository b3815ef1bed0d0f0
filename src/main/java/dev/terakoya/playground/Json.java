package dev.terakoya.playground;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON, written and read in one line. */
final class Json {
  private Json() {}

  /** An object of names and values in turn; a null value leaves its name out. */
  static JsonObject of(@Nullable Object... pairs) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] instanceof String name && pairs[i + 1] != null) {
        object.add(name, element(pairs[i + 1]));
      }
    }
    return object;
  }

  private static JsonElement element(@Nullable Object value) {
    return switch (value) {
      case JsonElement element -> element;
      case Boolean flag -> new JsonPrimitive(flag);
      case Number number -> new JsonPrimitive(number);
      case List<?> list -> array(list);
      case null, default -> new JsonPrimitive(String.valueOf(value));
    };
  }

  private static JsonArray array(List<?> list) {
    JsonArray array = new JsonArray();
    list.forEach(item -> array.add(element(item)));
    return array;
  }

  /** The text under a name; empty when there is none. */
  static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  /** Whether a flag is set, as a boolean or as the text "true". */
  static boolean flag(JsonObject object, String name) {
    return text(object, name).equals("true") || text(object, name).equals("1");
  }

  /** The object under a name, also when it is sent as text; empty when there is none. */
  static JsonObject object(JsonObject object, String name) {
    return read(object, name) instanceof JsonObject value ? value : new JsonObject();
  }

  /** The array under a name, also when it is sent as text; empty when there is none. */
  static JsonArray array(JsonObject object, String name) {
    return read(object, name) instanceof JsonArray value ? value : new JsonArray();
  }

  /** The objects of the array under a name. */
  static Stream<JsonObject> objects(JsonObject object, String name) {
    return array(object, name).asList().stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  /** An object from text; empty when the text holds none. */
  static JsonObject parse(String text) {
    return read(text) instanceof JsonObject object ? object : new JsonObject();
  }

  private static @Nullable JsonElement read(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value instanceof JsonPrimitive primitive && primitive.isString()
        ? read(primitive.getAsString())
        : value;
  }

  private static @Nullable JsonElement read(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (com.google.gson.JsonParseException e) {
      return null;
    }
  }
}
