package dev.terakoya.daily;

import dev.terakoya.db.TestDatabases;

class PostgresDailyPosterTest extends DailyPosterContract {
  @Override
  String newUrl() {
    return TestDatabases.postgres();
  }
}
