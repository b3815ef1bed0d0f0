package dev.terakoya.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Hit;
import dev.terakoya.notes.Problem;
import dev.terakoya.notes.Section;
import dev.terakoya.quiz.Question;
import java.util.List;

/** The JSON that commands print, one object a line; its shape is kept from release to release. */
final class Json {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Json() {}

  static String line(JsonObject object) {
    return GSON.toJson(object);
  }

  static JsonObject answer(Found found) {
    JsonObject answer = new JsonObject();
    answer.addProperty("query", found.query());
    JsonArray hits = new JsonArray();
    switch (found) {
      case Found.Hits all -> {
        answer.addProperty("outcome", "hits");
        all.hits().forEach(hit -> hits.add(hit(hit)));
      }
      case Found.Nothing nothing -> answer.addProperty("outcome", "nothing");
    }
    answer.add("hits", hits);
    answer.add("didYouMean", GSON.toJsonTree(found.didYouMean()));
    answer.addProperty("micros", found.took().toNanos() / 1000);
    return answer;
  }

  private static JsonObject hit(Hit hit) {
    JsonObject json = place(hit.section());
    json.add("headings", GSON.toJsonTree(hit.section().path()));
    json.addProperty("score", Math.round(hit.score() * 1000) / 1000.0);
    if (hit.focus() != null) {
      JsonObject focus = new JsonObject();
      focus.addProperty("from", hit.focus().from());
      focus.addProperty("to", hit.focus().to());
      json.add("focus", focus);
    }
    json.addProperty("snippet", hit.snippet());
    return json;
  }

  private static JsonObject place(Section section) {
    JsonObject json = new JsonObject();
    json.addProperty("file", section.source().file());
    json.addProperty("from", section.source().from());
    json.addProperty("to", section.source().to());
    return json;
  }

  static JsonObject section(Section section) {
    JsonObject json = place(section);
    json.addProperty("level", section.level());
    json.addProperty("heading", section.heading());
    json.add("path", GSON.toJsonTree(section.path()));
    return json;
  }

  static JsonObject problem(Problem problem) {
    JsonObject json = new JsonObject();
    json.addProperty("file", problem.file());
    json.addProperty("line", problem.line());
    json.addProperty("kind", problem.kind().toString());
    json.addProperty("text", problem.text());
    json.addProperty("comment", problem.comment());
    return json;
  }

  static JsonObject question(Question question) {
    JsonObject json = new JsonObject();
    json.addProperty("id", question.id());
    json.addProperty("fact", question.fact());
    json.addProperty(
        "pattern", question.pattern().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    json.addProperty("stem", question.stem());
    json.add("options", GSON.toJsonTree(question.options()));
    json.addProperty("answer", question.answer());
    json.addProperty("explanation", question.explanation());
    JsonObject source = new JsonObject();
    source.addProperty("file", question.source().source().file());
    source.addProperty("from", question.source().source().from());
    source.addProperty("to", question.source().source().to());
    source.add("headings", GSON.toJsonTree(question.source().headings()));
    source.addProperty("quote", question.source().text());
    json.add("source", source);
    return json;
  }

  static JsonArray array(List<String> texts) {
    return GSON.toJsonTree(texts).getAsJsonArray();
  }
}
