package dev.terakoya.learner;

import dev.terakoya.db.TestDatabases;

class SqliteAnswerBookTest extends AnswerBookContract {
  @Override
  String newUrl() {
    return TestDatabases.sqlite(folder);
  }
}
