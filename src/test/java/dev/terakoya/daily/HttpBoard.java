package dev.terakoya.daily;

import dev.terakoya.learner.Asked;
import dev.terakoya.learner.Shares;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The replica's side of {@link BoardServer}; dies for real when its fate says so. */
final class HttpBoard implements Noticeboard {
  static final Duration TIMEOUT = Duration.ofMillis(300);
  static final List<Fate> MIXED =
      List.of(
          Fate.FINE,
          Fate.LOST_REPLY,
          Fate.FINE,
          Fate.LATE,
          Fate.FINE,
          Fate.RATE_LIMITED,
          Fate.SERVER_ERROR,
          Fate.HTML,
          Fate.HANG,
          Fate.RESET);
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  HttpBoard(String address) {
    this.address = address;
  }

  Instant now() throws IOException {
    return Instant.parse(call("/now", "").body());
  }

  private HttpResponse<String> call(String path, String body) throws IOException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .timeout(TIMEOUT)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public Duration timeout() {
    return TIMEOUT;
  }

  @Override
  public Sent post(PostKey key, Asked asked) {
    try {
      Fate fate = Fate.valueOf(call("/fate", "").body());
      if (fate == Fate.DIE_BEFORE) {
        Runtime.getRuntime().halt(137);
      }
      HttpResponse<String> response =
          call("/post", fate + " " + key.text() + " " + asked.question().id());
      if (fate == Fate.DIE_AFTER) {
        Runtime.getRuntime().halt(137);
      }
      return switch (response.statusCode()) {
        case 200 ->
            response.body().startsWith("<")
                ? new Sent.Unclear("html")
                : new Sent.Done(response.body());
        case 429 -> new Sent.Later(TIMEOUT);
        case 403 -> new Sent.Refused(response.body());
        default -> new Sent.Unclear("status " + response.statusCode());
      };
    } catch (IOException e) {
      return new Sent.Unclear(e.toString());
    }
  }

  @Override
  public Sighting look(PostKey key, Instant since) {
    try {
      return new Sighting.Seen(
          Stream.of(call("/look", key.text()).body().split(" ", -1))
              .filter(ts -> !ts.isEmpty())
              .toList());
    } catch (IOException e) {
      return new Sighting.Unclear(e.toString(), TIMEOUT);
    }
  }

  @Override
  public Sent close(Post post, Shares shares) {
    return sent("/close", post.key().text());
  }

  @Override
  public Sent delete(PostKey key, String ts) {
    return sent("/delete", ts);
  }

  private Sent sent(String path, String body) {
    try {
      return call(path, body).statusCode() == 200 ? new Sent.Done(body) : new Sent.Refused("no");
    } catch (IOException e) {
      return new Sent.Unclear(e.toString());
    }
  }
}
