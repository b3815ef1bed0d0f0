package dev.terakoya.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.terakoya.db.Database;
import dev.terakoya.db.DatabaseException;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Lookups;
import dev.terakoya.slack.Later;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupLogTest {
  private static final Learner ANN = new Learner("T1", "U1");

  @TempDir private Path folder;
  private Database database;
  private Lookups lookups;
  private final Later later = new Later(Duration.ofSeconds(20));
  private LookupLog log;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
    lookups = new Lookups(database);
    log = new LookupLog(lookups, later, InstantSource.fixed(Instant.EPOCH));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void notesEveryLookUpThatComesAtOnceWithOthers() {
    IntStream.range(0, 5_000).parallel().forEach(n -> log.lookedUp(ANN, "glue", ""));
    later.close();
    log.close();
    assertThat(lookups.report("T1", Instant.EPOCH))
        .isEqualTo(List.of(new Lookups.Gap("glue", 5_000, 1, 0, 0)));
  }

  @Test
  void keepsWhatTheDatabaseRefusesForTheNextTime() {
    later.close();
    database.change("breaking", handle -> handle.execute("alter table lookup rename to away"));
    log.lookedUp(ANN, "glue", "");
    assertThatThrownBy(log::write).isInstanceOf(DatabaseException.class);
    database.change("mending", handle -> handle.execute("alter table away rename to lookup"));
    log.write();
    assertThat(lookups.report("T1", Instant.EPOCH))
        .isEqualTo(List.of(new Lookups.Gap("glue", 1, 1, 0, 0)));
  }

  @Test
  void aWishThatComesAtOnceGoesToItsLookUp() {
    log.lookedUp(ANN, "glue", "");
    new LookupFeedback(lookups, log, InstantSource.fixed(Instant.EPOCH)).wish(ANN, "glue");
    assertThat(lookups.report("T1", Instant.EPOCH))
        .isEqualTo(List.of(new Lookups.Gap("glue", 1, 1, 1, 0)));
  }

  @Test
  void closesAlsoWhereTheDatabaseIsAway() {
    log.lookedUp(ANN, "glue", "");
    database.close();
    assertThatCode(log::close).doesNotThrowAnyException();
  }
}
