package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.playground.Call;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole app over HTTP; at the end Slack has found nothing wrong with what it sent. */
abstract class OnStand {
  static final String USER = "U0SATO";
  static final String CHANNEL = "C0STUDY";

  @TempDir private Path folder;
  Stand stand;

  @BeforeEach
  void open() throws Exception {
    stand = new Stand(folder).overHttp();
  }

  @AfterEach
  void everythingWasWellFormed() {
    stand.close();
    assertThat(stand.slack.refused()).isEmpty();
    assertThat(stand.slack.calls()).extracting(Call::error).allMatch(String::isEmpty);
  }
}
