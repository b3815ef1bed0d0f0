package dev.terakoya.cli;

import dev.terakoya.slack.Commands;
import dev.terakoya.slack.Desk;
import dev.terakoya.slack.Later;
import dev.terakoya.slack.LookupRoutes;
import dev.terakoya.slack.Metrics;
import dev.terakoya.slack.NoteLink;
import dev.terakoya.slack.Readers;
import dev.terakoya.slack.Signature;
import dev.terakoya.slack.SlackApp;
import dev.terakoya.slack.SlackServer;
import dev.terakoya.slack.WebApi;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Puts the parts together; read it from top to bottom to know who talks to whom. */
final class Wiring implements AutoCloseable {
  private static final Duration SLACK_CALL = Duration.ofSeconds(8);

  private final AtomicReference<Study> study;
  private final Later later = new Later(Duration.ofSeconds(3));
  private final Metrics metrics = new Metrics();
  private final SlackServer server;

  Wiring(Settings settings, Study first, String host, InstantSource clock) {
    this.study = new AtomicReference<>(first);
    WebApi api = new WebApi(settings.api(), settings.botToken(), SLACK_CALL, metrics::call);
    Desk desk = new Desk(api, later, new Readers(api, later, settings.language()));
    NoteLink link = new NoteLink(settings.notesUrl());
    LookupRoutes lookup =
        new LookupRoutes(desk, () -> study.get().lookup(), first.glossary(), link, metrics);
    Commands commands = new Commands(settings.command(), desk, lookup, Map.of());
    SlackApp app = new SlackApp(List.of(commands, lookup));
    Signature signature = new Signature(settings.signingSecret());
    server =
        new SlackServer(
            host,
            settings.port(),
            new SlackServer.Door(signature, app, clock, () -> readiness(settings), metrics::text));
    metrics.gauge("terakoya.later", "Calls to Slack that wait", later::waiting);
  }

  private SlackServer.Readiness readiness(Settings settings) {
    boolean ready = !settings.signingSecret().isEmpty() && !settings.botToken().isEmpty();
    return new SlackServer.Readiness(ready, "{\"ready\":" + ready + "}\n");
  }

  /** Begins to answer. */
  void start() {
    server.start();
  }

  /** The port that answers. */
  int port() {
    return server.port();
  }

  Study study() {
    return study.get();
  }

  /** Goes on with other notes. */
  void study(Study next) {
    study.getAndSet(next).close();
  }

  @Override
  public void close() {
    server.close();
    later.close();
    study.get().close();
  }
}
