package dev.terakoya.db;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How we talk to a PostgreSQL server. */
final class Postgres {
  private static final int CONNECT_SECONDS = 5;
  private static final int SOCKET_SECONDS = 60;

  private Postgres() {}

  /** Connections that give up on a silent server instead of hanging. */
  static DataSource at(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(SOCKET_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("terakoya");
    source.setUrl(url);
    return source;
  }
}
