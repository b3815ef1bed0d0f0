package dev.terakoya.slack;

import dev.terakoya.lookup.Found;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What we count, for Prometheus. No message content, nobody's name. */
public final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** By name and the value of their tag, for there is one for each request. */
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  private final AtomicBoolean asked = new AtomicBoolean();

  /** A look-up and its time. */
  void lookup(Found found) {
    String outcome =
        switch (found) {
          case Found.Hits hits -> "hits";
          case Found.Nothing nothing -> "nothing";
        };
    timer(
        "terakoya.lookup",
        "Look-ups by outcome, from query analysis to hits",
        "outcome",
        outcome,
        found.took());
  }

  /** A call of Slack's Web API and how it ended. */
  public void call(String method, String outcome) {
    count(
        "terakoya.slack.calls",
        "Web API calls by method and outcome",
        "method",
        method,
        "outcome",
        outcome);
  }

  /** An answer to a question. */
  void answer(String outcome) {
    count("terakoya.answers", "Answers by outcome", "outcome", outcome);
  }

  /** A daily question that did not go as it should, by what happened. */
  public void trouble(String kind) {
    count("terakoya.post.troubles", "Daily questions in trouble, by kind", "kind", kind);
  }

  /** A request of Slack's: from its last byte to ours. */
  void request(int status, Duration took) {
    timer(
        "terakoya.requests",
        "Requests of Slack by our status",
        "status",
        String.valueOf(status),
        took);
  }

  private void timer(String name, String description, String tag, String value, Duration took) {
    timers
        .computeIfAbsent(
            name + value,
            known ->
                Timer.builder(name)
                    .description(description)
                    .tag(tag, value)
                    .publishPercentileHistogram()
                    .register(registry))
        .record(took);
  }

  /** A number that is read when asked for. */
  public void gauge(String name, String description, Supplier<Number> value, String... tags) {
    Gauge.builder(name, value).description(description).tags(tags).register(registry);
  }

  private void count(String name, String description, String... tags) {
    Counter.builder(name).description(description).tags(tags).register(registry).increment();
  }

  /** Everything, as Prometheus reads it; memory and threads of this JVM, too. */
  public String text() {
    if (asked.compareAndSet(false, true)) {
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
    }
    return registry.scrape();
  }
}
