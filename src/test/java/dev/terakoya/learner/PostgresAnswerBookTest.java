package dev.terakoya.learner;

import dev.terakoya.db.TestDatabases;

class PostgresAnswerBookTest extends AnswerBookContract {
  @Override
  String newUrl() {
    return TestDatabases.postgres();
  }
}
