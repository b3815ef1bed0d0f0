package dev.terakoya.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of the house: each package may use only those named beside it, and never back. */
class ArchitectureTest {
  private static final Map<String, List<String>> USES =
      Map.ofEntries(
          Map.entry("db", List.of()),
          Map.entry("notes", List.of()),
          Map.entry("fsrs", List.of()),
          Map.entry("glossary", List.of("notes")),
          Map.entry("quiz", List.of("notes", "glossary")),
          Map.entry("lint", List.of("notes", "glossary", "quiz")),
          Map.entry("lookup", List.of("notes", "glossary", "quiz")),
          Map.entry("learner", List.of("notes", "glossary", "quiz", "fsrs", "db")),
          Map.entry("daily", List.of("notes", "glossary", "quiz", "fsrs", "learner", "db")),
          Map.entry(
              "slack",
              List.of(
                  "notes", "glossary", "quiz", "lint", "lookup", "fsrs", "learner", "daily", "db")),
          Map.entry("playground", List.of("notes", "quiz", "lookup")),
          Map.entry(
              "cli",
              List.of(
                  "notes",
                  "glossary",
                  "quiz",
                  "lint",
                  "lookup",
                  "fsrs",
                  "learner",
                  "daily",
                  "slack",
                  "playground",
                  "db")));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.terakoya");

  @Test
  void theClassesWereReallyRead() throws Exception {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      long files = sources.filter(f -> f.toString().endsWith(".java")).count();
      assertThat((long) OURS.size())
          .as("classes that ArchUnit could read")
          .isGreaterThanOrEqualTo(files);
    }
  }

  @Test
  void arrowsOnlyPointDown() {
    USES.forEach((name, uses) -> arrows(name, uses).check(OURS));
  }

  @Test
  void everyPackageHasItsArrows() {
    assertThat(
            OURS.stream()
                .map(c -> c.getPackageName().replaceFirst("dev\\.terakoya\\.?", ""))
                .distinct())
        .isSubsetOf(USES.keySet());
  }

  @Test
  void anArrowThatPointsUpIsFound() {
    assertThatThrownBy(() -> arrows("quiz", List.of()).check(OURS))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void onlyTheCommandsReadTheEnvironmentOrTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.terakoya.cli", "dev.terakoya.playground")
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(OURS);
  }

  @Test
  void luceneLivesOnlyInLookup() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.terakoya.lookup")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(OURS);
  }

  private static ArchRule arrows(String name, List<String> uses) {
    String[] forbidden =
        USES.keySet().stream()
            .filter(other -> !other.equals(name) && !uses.contains(other))
            .map(other -> "dev.terakoya." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("dev.terakoya." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true);
  }
}
