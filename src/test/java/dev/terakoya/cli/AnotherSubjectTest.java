package dev.terakoya.cli;

import static dev.terakoya.cli.PretendWorkspace.CHANNEL;
import static dev.terakoya.cli.PretendWorkspace.SATO;
import static dev.terakoya.cli.PretendWorkspace.SUZUKI;
import static dev.terakoya.cli.PretendWorkspace.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Reading;
import dev.terakoya.lint.Lint;
import dev.terakoya.lookup.Found;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Problem;
import dev.terakoya.playground.Message;
import dev.terakoya.quiz.Question;
import dev.terakoya.quiz.Quiz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing is tied to AWS: notes about Kubernetes, with no glossary but their own, the whole way
 * from look-up to the question of the day, under {@code /k8s}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnotherSubjectTest {
  private static final Path NOTES = Path.of("src/test/resources/subjects/k8s");
  private static final double FLOOR = 0.9;
  private static final String AWS =
      "(?is).*(?:\\baws\\b|amazon|\\bec2\\b|\\beks\\b|\\bnlb\\b|\\bvpc\\b|lambda).*";

  private PretendWorkspace workspace;
  private Glossary glossary;

  @BeforeAll
  void open(@TempDir Path folder) {
    Reading reading = Glossary.bundled().plus(NOTES.resolve("glossary.yaml"));
    assertThat(reading.faults()).isEmpty();
    glossary = reading.glossary();
    workspace =
        new PretendWorkspace(
            NOTES, folder, "jdbc:sqlite:" + folder.resolve("terakoya.db"), "/k8s", glossary);
  }

  @AfterAll
  void slackWouldHaveRefusedNothing() {
    workspace.close();
    assertThat(workspace.slack.refused()).isEmpty();
  }

  @Test
  void theGlossaryIsTheTeamsOwn() {
    assertThat(glossary.find("PV")).isPresent();
    assertThat(glossary.find("NLB")).isEmpty();
    assertThat(workspace.study.lookup().sections()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void theFirstHitIsTheSectionThatAReaderWouldOpen() throws IOException {
    List<String[]> judged =
        Files.readAllLines(NOTES.resolveSibling("k8s.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();
    List<String> missed =
        judged.stream().filter(look -> !isFirst(look)).map(look -> look[0]).toList();
    assertThat(judged).hasSizeGreaterThanOrEqualTo(12);
    assertThat(1 - (double) missed.size() / judged.size())
        .as("share answered first; missed: %s", missed)
        .isGreaterThanOrEqualTo(FLOOR);
  }

  private boolean isFirst(String[] look) {
    return workspace.study.lookup().find(look[0], 1) instanceof Found.Hits hits
        && hits.hits().getFirst().section().source().file().equals(look[1])
        && hits.hits().getFirst().section().heading().equals(look[2]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NLB", "S3", "Amazon EKS", "Lambda", "Docker Swarm", "Helm", "東京の天気"})
  void whatTheNotesDoNotHaveIsNotFound(String query) {
    assertThat(workspace.study.lookup().find(query, 5)).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void theNotesYieldQuestionsOfTheirOwnSubject() {
    List<Question> questions = workspace.study.quiz().questions();
    assertThat(questions.stream().map(Question::fact).distinct()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(questions).allSatisfy(q -> assertThat(shown(q)).doesNotMatch(AWS));
    assertThat("VPC の中の Lambda").matches(AWS);
    assertThat(Quiz.of(new NotesFolder(NOTES), glossary).questions()).isEqualTo(questions);
  }

  private static String shown(Question question) {
    return question.stem() + " " + question.options() + " " + question.explanation();
  }

  @Test
  void lintFindsWhatWasPlantedAndNothingElse(@TempDir Path folder) throws IOException {
    for (Path note : notes()) {
      Files.copy(note, folder.resolve(note.getFileName()));
    }
    assertThat(Lint.of(new NotesFolder(folder), glossary)).isEmpty();
    Path file = folder.resolve("storage.md");
    String planted =
        Files.readString(file).replace("PersistentVolume は、名前空間", "PersistentVolme は、名前空間")
            + "\n## スナップショット\n";
    Files.writeString(file, planted);
    assertThat(Lint.of(new NotesFolder(folder), glossary))
        .extracting(p -> p.kind() + " " + p.text())
        .containsExactlyInAnyOrder(
            Problem.Kind.TYPO + " Volme", Problem.Kind.EMPTY_SECTION + " スナップショット");
  }

  private static List<Path> notes() throws IOException {
    try (var files = Files.list(NOTES)) {
      return files.filter(f -> f.toString().endsWith(".md")).collect(Collectors.toList());
    }
  }

  @Test
  void theCommandLooksUpInSlack() {
    assertThat(typed("PV").blocks().toString()).contains("PersistentVolume", "storage.md");
    assertThat(typed("NLB").text()).contains("見つかりませんでした");
  }

  @Test
  void theCommandExplainsItselfByItsOwnName() {
    assertThat(typed("help").blocks().toString()).contains("/k8s quiz").doesNotContain("/aws");
  }

  @Test
  void theCommandAsksOneQuestion() {
    assertThat(typed("quiz").blocks().toString()).contains("quiz_answer").doesNotMatch(AWS);
  }

  private Message typed(String text) {
    workspace.slack.command(SATO, CHANNEL, "/k8s", text);
    return workspace.seenBy(SATO).getLast();
  }

  @Test
  void theQuestionOfTheDayIsPostedAndAnswered() {
    workspace.nextQuestion();
    Message question = workspace.seenBy(SUZUKI).getLast();
    assertThat(question.blocks().toString()).contains("quiz_answer").doesNotMatch(AWS);
    workspace.slack.press(SUZUKI, question, "quiz_answer_0");
    eventually(() -> workspace.seenBy(SUZUKI).getLast().text().contains("正解です"));
  }
}
