package dev.terakoya.cli;

import dev.terakoya.daily.DailyChannels;
import dev.terakoya.daily.DailyPlan;
import dev.terakoya.daily.DailySettings;
import dev.terakoya.slack.SlackException;
import dev.terakoya.slack.WebApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done by the clock: finding out which team we are in, then posting and closing, every few
 * seconds.
 */
final class DailyWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyWork.class);
  private static final long SECONDS = 5;

  private final WebApi api;
  private final DailyChannels channels;
  private final Work work;
  private final First first;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("daily").factory());
  private final Chore chore;
  private volatile @Nullable String team;
  private volatile List<String> missing = List.of();
  private Instant tidied = Instant.MIN;

  /** What is to be done every few seconds. */
  interface Work {
    /** Does what is due; what fails is tried again. */
    void at(String team, Instant now);
  }

  /** What is done once an hour. */
  interface Chore {
    void at(Instant now);
  }

  /** The first channel's settings as configured, once the team is known. */
  interface First {
    /** Nothing where no channel is configured. */
    Optional<DailySettings> in(String team);
  }

  DailyWork(
      WebApi api,
      DailyChannels channels,
      Work work,
      First first,
      Chore chore,
      InstantSource clock) {
    this.chore = chore;
    this.api = api;
    this.channels = channels;
    this.work = work;
    this.first = first;
    this.clock = clock;
  }

  void start() {
    var _ = thread.scheduleWithFixedDelay(this::tick, 1, SECONDS, TimeUnit.SECONDS);
  }

  /** Does what is due now; what fails is said and tried again at the next tick. */
  synchronized void tick() {
    try {
      String known = team;
      if (known == null) {
        SlackCheckup slack = new SlackCheckup(api);
        missing = slack.missing();
        known = slack.team();
        first.in(known).ifPresent(channels::seed);
        team = known;
      }
      work.at(known, clock.instant());
      tidy(clock.instant());
    } catch (SlackException e) {
      LOG.warn("Slack does not know us yet, trying again in {} s: {}", SECONDS, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the daily question", e);
    }
  }

  private void tidy(Instant now) {
    if (tidied.isBefore(now.minus(Duration.ofHours(1)))) {
      chore.at(now);
      tidied = now;
    }
  }

  /** What keeps the daily question from working, for readiness. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (team == null) {
      warnings.add("Slack has not said yet who we are");
    }
    missing.forEach(scope -> warnings.add("the scope " + scope + " is missing"));
    if (team != null && channels.all().isEmpty()) {
      warnings.add("no channel is asked");
    }
    return warnings;
  }

  /** The team that the bot's token belongs to, once Slack has said so. */
  Optional<String> team() {
    return Optional.ofNullable(team);
  }

  /** When the next question of any channel is due. */
  Optional<Instant> next(Instant after) {
    return channels.all().stream()
        .flatMap(s -> DailyPlan.next(s, after).stream())
        .min(Comparator.naturalOrder());
  }

  /** When the open question of any channel closes next. */
  Optional<Instant> nextClosing(Instant after) {
    return channels.all().stream()
        .flatMap(s -> Stream.of(after.minus(Duration.ofDays(1)), after).map(a -> closing(s, a)))
        .filter(closing -> closing.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  private static Instant closing(DailySettings settings, Instant moment) {
    return DailyPlan.closes(settings, moment.atZone(settings.zone()).toLocalDate());
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(3, TimeUnit.SECONDS)) {
        LOG.warn("a daily post was under way; its claim is taken up after the restart");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
