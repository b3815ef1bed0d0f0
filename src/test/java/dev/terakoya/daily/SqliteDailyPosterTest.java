package dev.terakoya.daily;

import dev.terakoya.db.TestDatabases;

class SqliteDailyPosterTest extends DailyPosterContract {
  @Override
  String newUrl() {
    return TestDatabases.sqlite(folder);
  }
}
