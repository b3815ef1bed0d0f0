package dev.terakoya.learner;

import dev.terakoya.db.TestDatabases;

class SqliteContinuityTest extends ContinuityContract {
  @Override
  String newUrl() {
    return TestDatabases.sqlite(folder);
  }
}
