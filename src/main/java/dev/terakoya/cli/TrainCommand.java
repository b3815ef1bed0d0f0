package dev.terakoya.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.terakoya.db.Database;
import dev.terakoya.notes.NotesWatch;
import dev.terakoya.notes.Pace;
import dev.terakoya.slack.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Serves itself look-ups of all headings, then ends: what a JVM should have loaded that archives
 * its classes as it ends.
 */
@Command(
    name = "train",
    hidden = true,
    description = "Serves itself look-ups of all headings and ends, to archive what that loads.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private static final String SECRET = UUID.randomUUID().toString();

  @Mixin private Places places;

  @Option(names = "--most", paramLabel = "N", defaultValue = "1500", description = "look-ups")
  private int most;

  @Override
  public Integer call() throws IOException {
    Map<String, String> nobody = Map.of("SLACK_SIGNING_SECRET", SECRET, "PORT", "0");
    List<String> headings = new ArrayList<>();
    places.notes().read(n -> n.sections().forEach(s -> headings.add(s.heading())));
    Study study = Study.open(places.notes(), places.index(), places.glossary());
    InstantSource clock = InstantSource.system();
    try (var _ = NotesWatch.start(places.notes().root(), Pace.usual(), study::refresh);
        Wiring wiring =
            new Wiring(
                Settings.of(nobody),
                CompletableFuture.completedFuture(study),
                Database.at(places.database()),
                "127.0.0.1",
                clock)) {
      wiring.start();
      for (int n = 0; n < most && !headings.isEmpty(); n++) {
        String heading = headings.get(n % headings.size());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wiring.port())) {
          socket.getOutputStream().write(command(heading, clock.instant().getEpochSecond()));
          var _ = socket.getInputStream().readAllBytes();
        }
      }
      // A JVM may crash that archives what another thread still loads.
      var _ = study.quiz();
    }
    return Main.OK;
  }

  private static byte[] command(String text, long now) {
    String body =
        "command=%2Faws&user_id=U1&team_id=T1&channel_id=C1&trigger_id=1&text="
            + URLEncoder.encode(text, UTF_8);
    String signature = new Signature(SECRET).of(now, body.getBytes(UTF_8));
    return """
    POST /slack/events HTTP/1.1\r
    Host: localhost\r
    Connection: close\r
    Content-Type: application/x-www-form-urlencoded\r
    Content-Length: %d\r
    X-Slack-Request-Timestamp: %d\r
    X-Slack-Signature: %s\r
    \r
    %s\
    """
        .formatted(body.length(), now, signature, body)
        .getBytes(UTF_8);
  }
}
