package dev.terakoya.learner;

import dev.terakoya.db.TestDatabases;

class PostgresStandingsTest extends StandingsContract {
  @Override
  String newUrl() {
    return TestDatabases.postgres();
  }
}
