package dev.terakoya.learner;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.terakoya.quiz.Question;

/** A question as text in the database. */
final class Snapshot {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Snapshot() {}

  /** PostgreSQL takes no NUL in text; notes may hold any character. */
  static String write(Question question) {
    return GSON.toJson(question).replace("\\u0000", "\\ufffd");
  }

  static Question read(String json) {
    return GSON.fromJson(json, Question.class);
  }
}
