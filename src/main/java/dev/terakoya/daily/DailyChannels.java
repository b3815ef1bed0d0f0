package dev.terakoya.daily;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.terakoya.db.Database;
import dev.terakoya.learner.Round;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The channels that are asked, and how; in the database, for all replicas. */
public final class DailyChannels {
  private static final String REMOVED = "";
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(LocalTime.class, text(LocalTime::parse))
          .registerTypeAdapter(LocalDate.class, text(LocalDate::parse))
          .registerTypeAdapter(Duration.class, text(Duration::parse))
          .registerTypeHierarchyAdapter(ZoneId.class, text(ZoneId::of))
          .create();

  private final Database database;

  /** Keeps its records in this database. */
  public DailyChannels(Database database) {
    this.database = database;
  }

  /** All channels that are asked. */
  public List<DailySettings> all() {
    return database.read(
        "reading the channels",
        handle ->
            handle
                .select(
                    "select settings from channel where settings <> ? order by team, channel",
                    REMOVED)
                .map((row, _) -> GSON.fromJson(row.getString(1), DailySettings.class))
                .list());
  }

  /** A team's days: its first channel's zone, and the next exam of any. */
  public Round.Calendar calendar(String team) {
    List<DailySettings> channels = all().stream().filter(s -> s.team().equals(team)).toList();
    return new Round.Calendar(
        channels.stream().map(DailySettings::zone).findFirst().orElse(ZoneId.of("Asia/Tokyo")),
        channels.stream()
            .flatMap(s -> Stream.ofNullable(s.examDay()))
            .min(Comparator.naturalOrder()));
  }

  /** One channel's settings, if it is asked. */
  public Optional<DailySettings> find(String team, String channel) {
    return all().stream()
        .filter(s -> s.team().equals(team) && s.channel().equals(channel))
        .findFirst();
  }

  /**
   * Sets up a team's first channel, once: not when the team has, or ever had, a channel.
   *
   * @return whether it did
   */
  public boolean seed(DailySettings settings) {
    return database.change(
        "setting up " + settings.channel(),
        handle ->
            handle.execute(
                    "insert into channel (team, channel, settings, version) select ?, ?, ?, 1"
                        + " where not exists (select 1 from channel where team = ?)"
                        + " on conflict do nothing",
                    settings.team(),
                    settings.channel(),
                    GSON.toJson(settings),
                    settings.team())
                == 1);
  }

  /** Keeps a channel's settings, new or changed. */
  public void save(DailySettings settings) {
    put(settings.team(), settings.channel(), GSON.toJson(settings));
  }

  /** Stops asking a channel. */
  public void remove(String team, String channel) {
    put(team, channel, REMOVED);
  }

  private void put(String team, String channel, String settings) {
    database.change(
        "keeping the settings of " + channel,
        handle ->
            handle.execute(
                "insert into channel (team, channel, settings, version) values (?, ?, ?, 1)"
                    + " on conflict (team, channel) do update"
                    + " set settings = excluded.settings, version = channel.version + 1",
                team,
                channel,
                settings));
  }

  private static <T> TypeAdapter<T> text(Function<String, T> parse) {
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, @Nullable T value) throws IOException {
        out.value(value == null ? null : value.toString());
      }

      @Override
      public @Nullable T read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return null;
        }
        return parse.apply(in.nextString());
      }
    };
  }
}
