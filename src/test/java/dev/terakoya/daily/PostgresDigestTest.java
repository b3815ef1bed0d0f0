package dev.terakoya.daily;

import dev.terakoya.db.TestDatabases;

class PostgresDigestTest extends DigestContract {
  @Override
  String newUrl() {
    return TestDatabases.postgres();
  }
}
