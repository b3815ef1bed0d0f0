package dev.terakoya.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.db.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exactly once, with processes that are really killed. */
class RaceTest {
  private static final int DAYS = 10;

  @TempDir Path folder;

  @Test
  void noDayTwiceAndNoneMissingOnSqlite() throws Exception {
    race(TestDatabases.sqlite(folder), 7);
  }

  @Test
  void noDayTwiceAndNoneMissingOnPostgres() throws Exception {
    race(TestDatabases.postgres(), 8);
  }

  private static void race(String url, long seed) throws Exception {
    try (Race race = new Race(url, seed)) {
      Race.Figures figures = race.run(DAYS, 3);
      System.out.println(figures);
      assertThat(figures).isEqualTo(new Race.Figures(DAYS, figures.processes(), 0, 0, 0, 0));
      assertThat(figures.processes()).isGreaterThan(3);
    }
  }

  @Test
  void tenThousandChannelDaysInMiniature() throws Exception {
    try (Simulation simulation = new Simulation(TestDatabases.sqlite(folder), 5, 11, 6_000)) {
      Simulation.Figures figures = simulation.run(3, 10);
      assertThat(figures).isEqualTo(new Simulation.Figures(50, figures.deaths(), 0, 0, 0, 0));
      assertThat(figures.deaths()).isGreaterThan(20);
    }
  }

  @Test
  void whatIsAcceptedFarTooLateIsDeletedAtClosingTime() throws Exception {
    try (Simulation simulation = new Simulation(TestDatabases.sqlite(folder), 5, 12, 600_000)) {
      Simulation.Figures figures = simulation.run(3, 10);
      assertThat(figures.missing()).isZero();
      assertThat(figures.doublesSeen()).isPositive().isEqualTo(figures.deleted());
      assertThat(figures.doublesLeft()).isZero();
    }
  }
}
