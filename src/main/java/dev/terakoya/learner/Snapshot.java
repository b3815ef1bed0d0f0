package dev.terakoya.learner;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.terakoya.quiz.Question;

/** A question as text in the database. */
public final class Snapshot {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Snapshot() {}

  /** As text. PostgreSQL takes no NUL in text; notes may hold any character. */
  public static String write(Question question) {
    return GSON.toJson(question).replace("\\u0000", "\\ufffd");
  }

  /** Out of text. */
  public static Question read(String json) {
    return GSON.fromJson(json, Question.class);
  }
}
