package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import dev.terakoya.quiz.Pattern;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import dev.terakoya.quiz.Quote;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Slack takes every message and window that notes can lead to. */
class BlockKitTest {
  private static final Glossary GLOSSARY = Glossary.bundled();

  @Test
  void everyQuestionOfOurOwnNotesFits() {
    List<Question> questions = Quiz.of(new NotesFolder(Path.of("notes")), GLOSSARY).questions();
    assertThat(questions).hasSizeGreaterThan(50);
    questions.forEach(q -> assertThat(Emitted.of(q)).allSatisfy(BlockKitTest::fits));
  }

  @Test
  void theLongestAndStrangestQuestionFits() {
    for (String text : List.of("<!channel> *_~`*", "設".repeat(40_000), "🏳️‍🌈".repeat(500), "？")) {
      assertThat(Emitted.of(strange(text))).allSatisfy(BlockKitTest::fits);
    }
  }

  @Test
  void whatIsTooLongIsFound() {
    JsonObject message = new JsonObject();
    JsonArray blocks = new JsonArray();
    blocks.add(
        JsonParser.parseString(
            "{'type':'header','text':{'type':'plain_text','text':'%s'}}"
                .formatted("x".repeat(151))));
    message.add("blocks", blocks);
    assertThat(new Emitted.One("message", message).objection()).startsWith("invalid_blocks");
  }

  private static Question strange(String text) {
    String option = Cut.to(text.strip() + " option", 74);
    List<String> options = List.of(option, option + "1", "B", "C", "D");
    Source source = new Source("notes/" + Cut.to(text, 120) + ".md", 1, 2);
    Quote quote = new Quote(new SectionId("s"), source, Collections.nCopies(7, text), text);
    return new Question(
        "id", "fact", Pattern.CARD, text, options, 1, text, List.of(text, text), quote);
  }

  private static void fits(Emitted.One one) {
    assertThat(one.objection()).isEmpty();
    if (one.kind().equals("message")) {
      assertThat(one.json().get("text").getAsString())
          .isNotBlank()
          .hasSizeLessThanOrEqualTo(SlackLimits.MESSAGE_TEXT);
    }
  }

  /**
   * The same over any notes, and all of it written down for {@code checks/slack/run}: {@code
   * -Dblocks=FILE -Dnotes=DIR,DIR}.
   */
  @Test
  @EnabledIfSystemProperty(named = "blocks", matches = ".+")
  void everythingOfTheseNotesFitsAndIsWrittenDown() throws IOException {
    List<String> objections = new ArrayList<>();
    Path to = Path.of(System.getProperty("blocks"));
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(to), true, StandardCharsets.UTF_8)) {
      for (String notes : System.getProperty("notes", "notes").split(",", -1)) {
        objections.addAll(objections(Path.of(notes), one -> out.println(written(one))));
      }
    }
    assertThat(objections).isEmpty();
  }

  private static JsonObject written(Emitted.One one) {
    JsonObject line = new JsonObject();
    line.addProperty("kind", one.kind());
    line.add("json", one.json());
    return line;
  }

  private interface Each {
    void take(Emitted.One one);
  }

  private static List<String> objections(Path notes, Each each) {
    List<String> objections = new ArrayList<>();
    NotesFolder folder = new NotesFolder(notes);
    folder.read(note ->
        note.sections()
            .forEach(section ->
                take(Emitted.of(section, "NLB とは", GLOSSARY).stream(), objections, each)));
    Quiz.of(folder, GLOSSARY)
        .questions()
        .forEach(question -> take(Emitted.of(question).stream(), objections, each));
    return objections;
  }

  private static void take(Stream<Emitted.One> emitted, List<String> objections, Each each) {
    emitted.forEach(one -> {
      each.take(one);
      if (!one.objection().isEmpty()) {
        objections.add(one.objection() + " " + Cut.to(one.json().toString(), 300));
      }
    });
  }
}
