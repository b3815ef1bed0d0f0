package dev.terakoya.daily;

import dev.terakoya.db.Database;
import dev.terakoya.learner.Questions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process of its own that does nothing but post the daily question, until it is killed. */
final class Replica implements Surroundings {
  private final HttpBoard board;
  private final Database database;

  private Replica(String url, String address) {
    this.board = new HttpBoard(address);
    this.database = Database.open(url);
  }

  /** Arguments: database URL, address of the board. */
  public static void main(String[] arguments) throws Exception {
    Replica replica = new Replica(arguments[0], arguments[1]);
    Thread.ofPlatform().daemon().start(Replica::dieWithParent);
    DailyPoster poster =
        new DailyPoster(
            replica.database,
            replica.board,
            (_, day, _) -> Optional.of(Questions.of(day + "-by-" + ProcessHandle.current().pid())),
            replica);
    while (true) {
      replica.tick(poster);
      replica.pause(Duration.ofMillis(50));
    }
  }

  /** The parent holds our standard input open. */
  private static void dieWithParent() {
    try {
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      System.err.println(e);
    }
    Runtime.getRuntime().halt(1);
  }

  private void tick(DailyPoster poster) {
    try {
      poster.tick(board.now());
    } catch (IOException e) {
      System.err.println("no time: " + e);
    }
  }

  @Override
  public Instant pause(Duration time) {
    try {
      Thread.sleep(time);
      return board.now();
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void tell(Notice notice) {
    System.err.println(notice);
  }
}
