package dev.terakoya.learner;

import dev.terakoya.db.TestDatabases;

class SqliteStandingsTest extends StandingsContract {
  @Override
  String newUrl() {
    return TestDatabases.sqlite(folder);
  }
}
