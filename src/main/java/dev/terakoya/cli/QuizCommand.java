package dev.terakoya.cli;

import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The questions that the notes yield, without a database. */
@Command(
    name = "quiz",
    description = "The questions that the notes yield; the same for the same notes and seed.",
    mixinStandardHelpOptions = true)
final class QuizCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "so many, drawn at random; all if not given")
  private @Nullable Integer count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "of the draw (default 1)")
  private long seed;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Option(
      names = "--why",
      paramLabel = "ID",
      description = "how a question was made and what it passed")
  private @Nullable String why;

  @Option(names = "--rejected", description = "what was thrown away, and by which gate")
  private boolean rejected;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Quiz quiz = Quiz.of(places.notes(), places.glossary());
    if (why != null) {
      return why(quiz, why, out);
    }
    if (rejected) {
      quiz.rejected().forEach(r -> out.println(rejected(r)));
    } else {
      List<Question> questions = count == null ? quiz.questions() : quiz.sample(count, seed);
      questions.forEach(
          q -> out.println(json ? Json.line(Json.question(q)) : Terminal.of().question(q)));
    }
    out.flush();
    return Main.OK;
  }

  private String rejected(Quiz.Rejected rejected) {
    if (json) {
      var object = Json.question(rejected.question());
      object.addProperty("gate", rejected.gate());
      object.addProperty("reason", rejected.reason());
      return Json.line(object);
    }
    return "%-18s %s  (%s)"
        .formatted(rejected.gate(), rejected.question().stem(), rejected.reason());
  }

  private Integer why(Quiz quiz, String id, PrintWriter out) {
    var found = quiz.why(id);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no question has the id " + id);
    }
    Quiz.Why answer = found.get();
    List<String> lines = new ArrayList<>();
    lines.add(Terminal.of().question(answer.question()));
    lines.add("pattern  " + answer.question().pattern());
    lines.add("rule     " + answer.rule());
    lines.add("options  " + answer.origin());
    lines.add("passed   " + String.join(", ", answer.gates()));
    lines.forEach(out::println);
    out.flush();
    return Main.OK;
  }
}
