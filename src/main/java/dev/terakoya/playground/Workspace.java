package dev.terakoya.playground;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pretend workspace before anybody has said anything.
 *
 * @param commands what the message box completes, in the order shown
 * @param scopes what the bot's token may do; a method without its scope answers {@code
 *     missing_scope}
 */
public record Workspace(
    String name,
    ZoneId zone,
    List<Member> members,
    List<Channel> channels,
    List<Command> commands,
    List<Shortcut> shortcuts,
    Set<String> scopes) {
  /** The team's id. */
  public static final String TEAM = "T0TERAKOYA";

  /** The bot's user id. */
  public static final String BOT_USER = "U0TERAKOYA";

  /** The bot's id. */
  public static final String BOT = "B0TERAKOYA";

  /** The app's id. */
  public static final String APP = "A0TERAKOYA";

  /** The token that the Web API accepts. */
  public static final String BOT_TOKEN = "xoxb-pretend";

  /** The app-level token that opens Socket Mode. */
  public static final String APP_TOKEN = "xapp-pretend";

  /** Somebody who types. {@code locale} is Slack's, such as {@code ja-JP}. */
  public record Member(String id, String name, String locale) {}

  /**
   * A channel.
   *
   * @param withBot whether the bot is a member
   */
  public record Channel(String id, String name, boolean isPrivate, boolean withBot) {}

  /** A text in the two languages of the page. */
  public record Words(String japanese, String english) {}

  /**
   * A slash command, or a command with its first word, as the message box offers it.
   *
   * @param text what is typed, such as {@code /aws quiz}
   * @param hint what may follow
   */
  public record Command(String text, Words hint, Words description) {}

  /** A shortcut of the app: in the menu of a message, or for the whole workspace. */
  public record Shortcut(String callbackId, Words name, boolean onMessage) {}

  /** Copies. */
  public Workspace {
    members = List.copyOf(members);
    channels = List.copyOf(channels);
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
    scopes = Set.copyOf(scopes);
  }

  /** Four members, three of them Japanese, two channels with the bot and one without. */
  public static Workspace pretend(List<Command> commands, List<Shortcut> shortcuts) {
    return new Workspace(
        "寺子屋",
        ZoneId.of("Asia/Tokyo"),
        List.of(
            new Member("U0SATO", "佐藤 葵", "ja-JP"),
            new Member("U0SUZUKI", "鈴木 蓮", "ja-JP"),
            new Member("U0TAKAHASHI", "高橋 凛", "ja-JP"),
            new Member("U0EMMA", "Emma Clark", "en-US")),
        List.of(
            new Channel("C0STUDY", "aws-勉強会", false, true),
            new Channel("C0RANDOM", "雑談", false, true),
            new Channel("C0NOBOT", "お知らせ", false, false)),
        commands,
        shortcuts,
        Set.of(
            "commands,chat:write,channels:read,channels:history,groups:read,groups:history,im:write,im:read,im:history,users:read,files:write,app_mentions:read"
                .split(",")));
  }

  /** The member with an id. */
  public Optional<Member> member(String id) {
    return members.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /** The channel with an id. */
  public Optional<Channel> channel(String id) {
    return channels.stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
