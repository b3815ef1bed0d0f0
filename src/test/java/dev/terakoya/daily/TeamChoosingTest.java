package dev.terakoya.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.db.Database;
import dev.terakoya.db.TestDatabases;
import dev.terakoya.learner.Questions;
import dev.terakoya.quiz.Question;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which questions a channel is asked at all. */
class TeamChoosingTest {
  private static final DailySettings JAPANESE = DailySettings.usual("T1", "C1");
  private static final Question JA = Questions.of("ja");
  private static final Question OTHER_JA = Questions.of("ja2");
  private static final Question EN = english("en");
  private static final Question OTHER_EN = english("en2");

  @TempDir Path folder;

  private static Question english(String name) {
    Question q = Questions.of(name, "fact-" + name, "section-" + name, "gates");
    return new Question(
        q.id(),
        q.fact(),
        q.pattern(),
        "Which gate is it?",
        q.options(),
        q.answer(),
        q.explanation(),
        q.notes(),
        q.source());
  }

  /** All that a channel would be asked, one after the other. */
  private Set<String> asked(DailySettings settings, Question... questions) {
    try (Database database = Database.open(TestDatabases.sqlite(folder))) {
      TeamChoosing choosing = new TeamChoosing(database, () -> Arrays.asList(questions));
      LocalDate day = LocalDate.of(2026, 3, 2);
      Set<String> shown = new HashSet<>();
      for (Optional<Question> next = Optional.of(JA); next.isPresent(); ) {
        next = choosing.candidate(settings, day, shown, DailyPlan.opens(settings, day));
        next.ifPresent(q -> shown.add(q.id()));
      }
      return shown;
    }
  }

  @Test
  void aChannelIsAskedInItsLanguageWhereHalfOfTheQuestionsAreInIt() {
    assertThat(asked(JAPANESE, JA, EN)).containsExactly(JA.id());
    assertThat(asked(JAPANESE.about(List.of(), "en", false), JA, EN)).containsExactly(EN.id());
  }

  @Test
  void aChannelIsAskedInAnyLanguageWhereFewQuestionsAreInItsOwn() {
    assertThat(asked(JAPANESE, JA, EN, OTHER_EN)).hasSize(3);
  }

  @Test
  void aTopicThatIsNamedIsAskedInItsLanguage() {
    assertThat(asked(JAPANESE.about(List.of("gates"), "ja", false), JA, OTHER_JA, EN))
        .containsExactly(EN.id());
  }
}
