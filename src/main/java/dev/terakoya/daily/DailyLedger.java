package dev.terakoya.daily;

import dev.terakoya.daily.Post.State;
import dev.terakoya.db.Database;
import dev.terakoya.learner.AnswerBook;
import dev.terakoya.learner.Asked;
import dev.terakoya.learner.AskedId;
import dev.terakoya.learner.Shares;
import dev.terakoya.quiz.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Who may post what. Each change names the version it saw, so that of several replicas one wins;
 * the claimed question is kept whole, so that a takeover posts the same one.
 */
public final class DailyLedger {
  private static final String COLUMNS =
      "select p.team, p.channel, p.day, p.asked, p.state, p.version, p.lease_until, p.closes_at,"
          + " p.ts, p.reason, p.shares, p.doubles from post p ";
  private static final String OF_KEY = " where team = ? and channel = ? and day = ? ";

  private final Database database;

  /** Keeps its records in this database. */
  public DailyLedger(Database database) {
    this.database = database;
  }

  /**
   * Tries to get hold of a post.
   *
   * @param question posted if nobody has claimed this key yet; nothing to take over only
   * @param closesAt when the post will close, kept with a first claim
   * @param lease how long others keep away; longer than waiting, looking and posting take together
   */
  public Claim claim(
      PostKey key, @Nullable Question question, Instant closesAt, Instant now, Duration lease) {
    return database.change(
        "claiming " + key.text(),
        handle -> {
          Optional<Row> row = row(handle, key);
          if (row.isPresent()) {
            return row.get().claimed(handle, now, lease);
          }
          if (question == null) {
            return new Claim.Done();
          }
          Asked asked = asked(key, number(handle, key.team(), key.channel()) + 1, question, now);
          return insert(handle, key, asked, closesAt, now.plus(lease))
              ? new Claim.Mine(key, found(handle, key).asked(), false, 1)
              : row(handle, key).orElseThrow().claimed(handle, now, lease);
        });
  }

  /** How many questions a channel was asked; those that never came to it left out. */
  public int number(String team, String channel) {
    return database.read("counting posts", handle -> number(handle, team, channel));
  }

  private static int number(Handle handle, String team, String channel) {
    return handle
        .select(
            "select coalesce(max(a.number), 0) from post p join asked a on a.id = p.asked where"
                + " p.team = ? and p.channel = ? and p.state not in ('MISSED', 'REFUSED')",
            team,
            channel)
        .mapTo(int.class)
        .one();
  }

  private static Asked asked(PostKey key, int number, Question question, Instant now) {
    return new Asked(
        AskedId.fresh(),
        key.team(),
        new Asked.Occasion.Daily(key.channel(), key.day(), number),
        question,
        now);
  }

  private static boolean insert(
      Handle handle, PostKey key, Asked asked, Instant closesAt, Instant leaseUntil) {
    int rows =
        handle.execute(
            "insert into post (team, channel, day, asked, state, version, lease_until, closes_at,"
                + " ts, reason, shares, doubles) values (?, ?, ?, ?, 'CLAIMED', 1, ?, ?, '', '',"
                + " '', 0) on conflict do nothing",
            key.team(),
            key.channel(),
            key.day().toString(),
            asked.id().value(),
            leaseUntil.toEpochMilli(),
            closesAt.toEpochMilli());
    if (rows == 1) {
      AnswerBook.keep(handle, asked);
    }
    return rows == 1;
  }

  /** A post's row without its question. */
  private record Row(PostKey key, String asked, State state, long version, Instant leaseUntil) {
    Claim claimed(Handle handle, Instant now, Duration lease) {
      if (state != State.OPEN && state != State.CLAIMED) {
        return new Claim.Done();
      }
      if (leaseUntil.isAfter(now)) {
        return new Claim.Held(leaseUntil);
      }
      return move(
              handle,
              key,
              version,
              State.CLAIMED,
              "lease_until = ?",
              now.plus(lease).toEpochMilli())
          ? new Claim.Mine(
              key,
              AnswerBook.asked(handle, new AskedId(asked)).orElseThrow(),
              state == State.CLAIMED,
              version + 1)
          : new Claim.Held(leaseUntil);
    }
  }

  private static Optional<Row> row(Handle handle, PostKey key) {
    return handle
        .select(COLUMNS + OF_KEY, key.team(), key.channel(), key.day().toString())
        .map((row, _) ->
            new Row(
                key,
                row.getString("asked"),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("lease_until"))))
        .findOne();
  }

  /** Moves a post on, if its version is still the one seen; raises the version. */
  private static boolean move(
      Handle handle, PostKey key, long version, State state, String set, Object value) {
    return handle.execute(
            "update post set state = ?, version = version + 1, " + set + OF_KEY + "and version = ?",
            state.name(),
            value,
            key.team(),
            key.channel(),
            key.day().toString(),
            version)
        == 1;
  }

  /**
   * Makes sure that a claim is still ours and extends it.
   *
   * @return the claim to go on with; nothing if somebody else has it
   */
  public Optional<Claim.Mine> renew(Claim.Mine claim, Instant now, Duration lease) {
    return keep(claim, State.CLAIMED, now.plus(lease));
  }

  /** Others may try from a moment on; they must look first, for this try may have worked. */
  public void unclear(Claim.Mine claim, Instant until) {
    keep(claim, State.CLAIMED, until);
  }

  /** It was surely not posted; anybody may try from a moment on, without looking. */
  public void postpone(Claim.Mine claim, Instant until) {
    keep(claim, State.OPEN, until);
  }

  private Optional<Claim.Mine> keep(Claim.Mine claim, State state, Instant until) {
    boolean kept =
        database.change(
            "renewing " + claim.key().text(),
            handle ->
                move(
                    handle,
                    claim.key(),
                    claim.version(),
                    state,
                    "lease_until = ?",
                    until.toEpochMilli()));
    return kept
        ? Optional.of(
            new Claim.Mine(claim.key(), claim.asked(), claim.takenOver(), claim.version() + 1))
        : Optional.empty();
  }

  /**
   * Records that the post stands in the channel. Taken from whoever knows it, even when somebody
   * else has the claim by now.
   *
   * @return whether it was not known yet
   */
  public boolean posted(PostKey key, String ts) {
    return database.change(
        "recording the post " + key.text(),
        handle ->
            handle.execute(
                    "update post set state = 'POSTED', version = version + 1, ts = ?"
                        + OF_KEY
                        + "and state in ('OPEN', 'CLAIMED', 'UNSURE', 'MISSED')",
                    ts,
                    key.team(),
                    key.channel(),
                    key.day().toString())
                == 1);
  }

  /**
   * Gives up on a post for good.
   *
   * @param state {@code REFUSED}, {@code UNSURE} or {@code MISSED}
   * @return whether it was ours to give up
   */
  public boolean giveUp(Claim.Mine claim, State state, String reason) {
    return database.change(
        "giving up " + claim.key().text(),
        handle -> move(handle, claim.key(), claim.version(), state, "reason = ?", reason));
  }

  /** Closes a post with its final shares; of several replicas, one does. */
  public boolean closed(Post post, Shares shares, int doubles) {
    String counts = shares.counts().stream().map(String::valueOf).collect(Collectors.joining(","));
    return database.change(
        "closing " + post.key().text(),
        handle ->
            move(
                handle,
                post.key(),
                post.version(),
                State.CLOSED,
                "doubles = " + doubles + ", shares = ?",
                counts));
  }

  /** Tries closing again later. */
  public void closeLater(Post post, Instant until) {
    database.change(
        "closing " + post.key().text() + " later",
        handle ->
            move(
                handle,
                post.key(),
                post.version(),
                State.POSTED,
                "lease_until = ?",
                until.toEpochMilli()));
  }

  /** The post of a key. */
  public Optional<Post> find(PostKey key) {
    return database.read(
        "reading " + key.text(),
        handle ->
            posts(
                    handle.select(
                        COLUMNS + OF_KEY, key.team(), key.channel(), key.day().toString()),
                    handle)
                .stream()
                .findFirst());
  }

  private static Post found(Handle handle, PostKey key) {
    return posts(
            handle.select(COLUMNS + OF_KEY, key.team(), key.channel(), key.day().toString()),
            handle)
        .getFirst();
  }

  /** Posts of a channel, the latest first. */
  public List<Post> latest(String team, String channel, int limit) {
    return database.read(
        "reading the posts of " + channel,
        handle ->
            posts(
                handle.select(
                    COLUMNS + "where team = ? and channel = ? order by day desc limit ?",
                    team,
                    channel,
                    limit),
                handle));
  }

  /** Posts of a team since a day, all channels, the latest first. */
  public List<Post> since(String team, LocalDate day) {
    return database.read(
        "reading the posts since " + day,
        handle ->
            posts(
                handle.select(
                    COLUMNS + "where team = ? and day >= ? order by day desc, channel",
                    team,
                    day.toString()),
                handle));
  }

  /** Posts that stand open although their time has passed, or a newer one stands below them. */
  public List<Post> toClose(Instant now) {
    return database.read(
        "listing posts to close",
        handle ->
            posts(
                handle.select(
                    COLUMNS
                        + "where p.state = 'POSTED' and p.lease_until <= ? and (p.closes_at <= ?"
                        + " or exists (select 1 from post n where n.team = p.team"
                        + " and n.channel = p.channel and n.day > p.day and n.state = 'POSTED'))"
                        + " order by p.day",
                    now.toEpochMilli(),
                    now.toEpochMilli()),
                handle));
  }

  /** Keys of posts that somebody began and nobody finished. */
  public List<PostKey> unfinished(Instant now) {
    return database.read(
        "listing unfinished posts",
        handle ->
            handle
                .select(
                    COLUMNS + "where p.state in ('OPEN', 'CLAIMED') and p.lease_until <= ?",
                    now.toEpochMilli())
                .map((row, _) ->
                    new PostKey(
                        row.getString("team"),
                        row.getString("channel"),
                        LocalDate.parse(row.getString("day"))))
                .list());
  }

  private static List<Post> posts(Query query, Handle handle) {
    return query
        .map((row, _) ->
            new Post(
                new PostKey(
                    row.getString("team"),
                    row.getString("channel"),
                    LocalDate.parse(row.getString("day"))),
                AnswerBook.asked(handle, new AskedId(row.getString("asked"))).orElseThrow(),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("closes_at")),
                row.getString("ts"),
                row.getString("reason"),
                shares(row.getString("shares")),
                row.getInt("doubles"),
                row.getLong("version")))
        .list();
  }

  private static Shares shares(String counts) {
    return new Shares(
        Arrays.stream(counts.split(",", -1))
            .filter(c -> !c.isEmpty())
            .map(Integer::valueOf)
            .toList());
  }
}
