package dev.terakoya.learner;

import dev.terakoya.db.TestDatabases;

class PostgresContinuityTest extends ContinuityContract {
  @Override
  String newUrl() {
    return TestDatabases.postgres();
  }
}
