package dev.terakoya.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes in English are asked about in English, those in Japanese are not. */
class EnglishTest {
  private static final String NOTE =
      """
      # Bakery

      ## Loaves

      - Baguette: a long stick with a crisp crust
      - Brioche: a soft loaf that is rich in butter
      - Pumpernickel: a dark slice of coarse rye
      - Focaccia: spreads flat on a tray under olive oil

      ## Ovens

      - The stone oven keeps its heat for 12 hours by default.
      - It bakes up to 40 minutes.
      - A baguette cannot be frozen twice.

      | Oven | Fired with | Built for |
      | --- | --- | --- |
      | Stone oven | Beech logs | Rye and spelt |
      | Deck oven | Electric current | Rolls in the morning |
      | Tandoor | Charcoal | Flat bread on the wall |
      """;

  @TempDir private Path folder;

  private List<Question> questions(String note) throws IOException {
    Files.writeString(folder.resolve("note.md"), note);
    return Quiz.of(new NotesFolder(folder), Glossary.of(List.of())).questions();
  }

  private Question question(Pattern pattern, String word) throws IOException {
    return questions(NOTE).stream()
        .filter(q -> q.pattern() == pattern && q.stem().contains(word))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingShownIsEnglish() throws IOException {
    assertThat(questions(NOTE)).hasSizeGreaterThan(8);
    assertThat(questions(NOTE))
        .allSatisfy(
            q -> assertThat(Text.japanese(q.stem() + q.options() + q.explanation())).isFalse());
  }

  @Test
  void aDefinitionIsAskedForAsItIsWritten() throws IOException {
    Question noun = question(Pattern.DEFINITION, "rye");
    assertThat(noun.stem()).isEqualTo("【Loaves】Which of these is a dark slice of coarse rye?");
    assertThat(noun.key()).isEqualTo("Pumpernickel");
    assertThat(question(Pattern.DEFINITION, "olive").stem())
        .isEqualTo("【Loaves】Which of these spreads flat on a tray under olive oil?");
  }

  @Test
  void aLimitLeavesAGapAndItsOptionsRise() throws IOException {
    Question question = question(Pattern.NUMBER, "stone");
    assertThat(question.key()).isEqualTo("12 hours");
    assertThat(question.options())
        .isSortedAccordingTo(
            java.util.Comparator.comparing(o -> Integer.valueOf(o.replaceAll("\\D", ""))));
  }

  @Test
  void aCellIsAskedForUnderItsHeader() throws IOException {
    Question question = question(Pattern.TABLE, "Tandoor fired");
    assertThat(question.stem()).isEqualTo("【Ovens】What is Tandoor fired with?");
    assertThat(question.key()).isEqualTo("Charcoal");
  }

  @Test
  void noNumberIsOfferedThatNobodyTakesForTheRightOne() throws IOException {
    String table =
        """
        # Bakery

        | Oven | Maximum size | Fired with |
        | --- | --- | --- |
        | Stone oven | 120 | Beech logs |
        | Deck oven | 240 | Electric current |
        | Tandoor | 360 | Charcoal |
        | Rack oven | 90,000 | Heating oil |
        """;
    assertThat(questions(table))
        .anyMatch(q -> q.key().equals("120"))
        .noneMatch(q -> q.key().equals("120") && q.options().contains("90,000"));
  }

  @Test
  void aSentenceThatPointsElsewhereIsNotAsked() throws IOException {
    assertThat(questions(NOTE)).noneMatch(q -> q.stem().contains("It bakes"));
  }

  @Test
  void theNotesInEnglishThatWeShipAreAskedInEnglish() {
    List<Question> questions =
        Quiz.of(new NotesFolder(Path.of("notes/english")), Glossary.bundled()).questions();
    assertThat(questions.stream().map(Question::fact).distinct()).hasSizeGreaterThanOrEqualTo(70);
    assertThat(questions)
        .allSatisfy(
            q -> assertThat(Text.japanese(q.stem() + q.options() + q.explanation())).isFalse());
  }

  @Test
  void aSectionInJapaneseIsAskedInJapanese() throws IOException {
    assertThat(questions("# 石窯オーブン\n\n- 石窯オーブンの余熱は、既定で30分\n"))
        .isNotEmpty()
        .allSatisfy(q -> assertThat(Text.japanese(q.stem())).isTrue());
  }

  @Test
  void asksForACellInASentence() throws IOException {
    assertThat(questions(NOTE))
        .extracting(Question::stem)
        .contains("【Ovens】What is Tandoor fired with?", "【Ovens】What is a stone oven built for?")
        .noneMatch(stem -> stem.contains("which is right"));
  }

  @Test
  void asksNothingOfAColumnThatNeitherNounNorVerbHeads() throws IOException {
    String note =
        """
        # Ovens

        | Oven | Unit | How it glows |
        | --- | --- | --- |
        | Stone oven | Beech | Rye |
        | Deck oven | Current | Rolls |
        | Tandoor | Coal | Flat |
        """;
    assertThat(questions(note))
        .extracting(Question::stem)
        .contains("【Ovens】What is the unit of a deck oven?")
        .noneMatch(stem -> stem.contains("glows"));
  }

  @Test
  void leavesOutAHeadingThatHasAWordOfTheKey() throws IOException {
    String note =
        """
        # Identities at IAM doors

        - IAM user: an identity with a lasting key for one person
        - IAM group: a collection of people that receive one badge
        - Root user: the identity with every badge, made together with the door
        """;
    Files.writeString(folder.resolve("note.md"), note);
    assertThat(Quiz.of(new NotesFolder(folder), Glossary.bundled()).questions())
        .filteredOn(q -> q.key().startsWith("IAM"))
        .isNotEmpty()
        .noneMatch(q -> q.stem().startsWith("【"));
  }

  @Test
  void aTitleBehindAColonIsNoDefinition() throws IOException {
    String steps =
        """
        # Bakery course

        - Task 1: Mix The Dough For Baguettes
        - Task 2: Heat The Stone Oven
        - Task 3: Serve Warm Bread
        """;
    assertThat(questions(steps)).isEmpty();
    assertThat(questions("# Bakery\n\nid: bread\ntags: Rye Bread\nauthors: Jo Baker\n")).isEmpty();
  }
}
