package dev.terakoya.learner;

import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import dev.terakoya.quiz.Pattern;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quote;
import java.util.Collections;
import java.util.List;

/** Questions for tests. */
public final class Questions {
  private Questions() {}

  /** A question with three options about a fact of its own; option 1 is right. */
  public static Question of(String name) {
    return of(name, "fact-" + name, "section-" + name, "topic");
  }

  /** A wording of a fact in a section under a topic. */
  public static Question of(String name, String fact, String section, String topic) {
    return of(name, fact, section, topic, 3);
  }

  /** A wording with so many options; option 1 is right. */
  public static Question of(String name, String fact, String section, String topic, int options) {
    return new Question(
        "question-" + name,
        fact,
        Pattern.CONTRAST,
        "どれが「" + name + "」ですか😀",
        List.of("甲 " + name, "乙", "丙", "丁").subList(0, options),
        1,
        "乙です。",
        Collections.nCopies(options, ""),
        new Quote(
            new SectionId(section),
            new Source("notes/" + topic + ".md", 3, 4),
            List.of(topic, "heading of " + section),
            "乙は" + name));
  }
}
