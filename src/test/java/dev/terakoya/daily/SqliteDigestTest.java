package dev.terakoya.daily;

import dev.terakoya.db.TestDatabases;

class SqliteDigestTest extends DigestContract {
  @Override
  String newUrl() {
    return TestDatabases.sqlite(folder);
  }
}
