package dev.terakoya.playground;

import com.google.gson.JsonObject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A Slack on loopback. Start it, start the app with {@link #api()} as its Slack, tell it with
 * {@link #app} where the app listens; then drive it as a member does, or open {@link #page()}.
 *
 * <p>Safe for threads. Requests to the app are signed with the machine's real time; everything else
 * (timestamps of messages, trigger ids, response_urls) follows {@link Controls#now()}.
 */
public final class FakeSlack implements AutoCloseable {
  private static final long SLACK_WAITS_MILLIS = 3_000;
  private final Workspace workspace;
  private final Controls controls;
  private final String secret;
  private final Changes changes = new Changes();
  private final Faults faults = new Faults();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Line> line = new AtomicReference<>();
  private final Server server;
  private final URI base;
  private final SocketLine socket;
  private final Conversations conversations;
  private final Views views;
  private final Hooks hooks;
  private final Payloads payloads;
  private final WebApi web;

  /**
   * A press on an element of a message or a view.
   *
   * @param blockId empty for any block
   * @param chosen what was chosen, as Slack names it: {@code selected_option} and so on
   * @param values what else was filled in: block id → action id → value
   */
  public record Press(String blockId, String actionId, JsonObject chosen, JsonObject values) {
    /** A press on the only element with this action id. */
    public static Press on(String actionId) {
      return new Press("", actionId, new JsonObject(), new JsonObject());
    }
  }

  private FakeSlack(InetSocketAddress at, String secret, Workspace workspace, Controls controls) {
    this.workspace = workspace;
    this.controls = controls;
    this.secret = secret;
    conversations = new Conversations(workspace, changes);
    views = new Views(controls::now, changes);
    hooks = new Hooks(conversations);
    payloads = new Payloads(workspace);
    QueuedThreadPool threads = new QueuedThreadPool(64);
    threads.setDaemon(true);
    server = new Server(threads);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(at.getHostString());
    connector.setPort(at.getPort());
    server.addConnector(connector);
    open(connector);
    base = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    socket = new SocketLine();
    WebApi.World world = new WebApi.World(workspace, conversations, views, controls::now);
    web = new WebApi(world, api(), socket::address);
    PageApi page = new PageApi(this, workspace, controls, changes);
    server.setHandler(new Door(web, hooks, faults, page, controls::now));
    serve();
  }

  /** Starts on loopback; port 0 lets the system choose. */
  public static FakeSlack start(
      int port, String signingSecret, Workspace workspace, Controls controls) {
    return start(
        InetSocketAddress.createUnresolved("127.0.0.1", port), signingSecret, workspace, controls);
  }

  /**
   * Starts on an address, for a container that publishes its port on the host's loopback. The door
   * still opens only for requests to {@code localhost}.
   */
  public static FakeSlack start(
      InetSocketAddress at, String signingSecret, Workspace workspace, Controls controls) {
    return new FakeSlack(at, signingSecret, workspace, controls);
  }

  private static void open(ServerConnector connector) {
    try {
      connector.open();
    } catch (java.io.IOException e) {
      throw new IllegalStateException("port " + connector.getPort() + " is taken", e);
    }
  }

  private void serve() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the playground's server does not start", e);
    }
  }

  /** The port on loopback. */
  public int port() {
    return base.getPort();
  }

  /** Where the page is. */
  public URI page() {
    return base;
  }

  /** What the app takes for Slack's Web API, with a trailing slash. */
  public URI api() {
    return base.resolve("/api/");
  }

  /** Where the app listens: its {@code /slack/events}. Without it requests go over Socket Mode. */
  public void app(URI slackEvents) {
    line.set(new HttpLine(slackEvents, secret));
  }

  /** How the Web API shall fail. */
  public Faults faults() {
    return faults;
  }

  /** Every Web API call so far, in order. */
  public List<Call> calls() {
    return web.calls();
  }

  /** What Slack would have refused or given up on outside the Web API; empty in a good test. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  /** Drops the Socket Mode connections, after a {@code disconnect} envelope where asked for. */
  public void dropSockets(boolean announced) {
    socket.drop(announced);
  }

  /** Types a slash command; its answer appears as a message. */
  public Delivery command(String user, String channel, String command, String text) {
    Delivery delivery =
        send(
            Delivery.Kind.SLASH_COMMANDS,
            payloads.command(
                name(user),
                channelName(channel),
                Json.of(
                    "command",
                    command,
                    "text",
                    text,
                    "channel_id",
                    channel,
                    "trigger_id",
                    views.trigger(user),
                    "response_url",
                    hooks.address(base, user, channel, null, controls.now()))));
    if (!delivery.ok()) {
      String why = delivery.status() == 0 ? "operation_timeout" : "http_" + delivery.status();
      tell(user, channel, command + " failed with the error “" + why + "”");
    } else if (!delivery.body().isBlank()) {
      answer(user, channel, delivery);
    }
    return delivery;
  }

  private void answer(String user, String channel, Delivery delivery) {
    JsonObject body = delivery.json();
    try {
      hooks.answer(
          user, channel, body.isEmpty() ? Json.of("text", delivery.body()) : body, controls.now());
    } catch (Refused no) {
      refuse("answer to the command", no);
      tell(user, channel, "invalid answer: " + no.error() + " " + no.reasons());
    }
  }

  /** Slackbot's word to one member. */
  private void tell(String user, String channel, String text) {
    conversations.add(channel, Drafts.slackbot(text), user, controls.now());
  }

  void refuse(String where, Refused no) {
    refused.add(where + ": " + no.error() + " " + no.reasons());
  }

  /** Presses the button with an action id. */
  public Delivery press(String user, Message message, String actionId) {
    return press(user, message, Press.on(actionId));
  }

  /** Presses the button, or chooses the option, that has a value. */
  public Delivery press(String user, Message message, String actionId, String value) {
    return press(user, message, pressOf(message.blocks(), actionId, value));
  }

  /** Presses, in detail. */
  public Delivery press(String user, Message message, Press press) {
    JsonObject payload = interaction("block_actions", user);
    payload.add("channel", channelName(message.channel()));
    payload.addProperty(
        "response_url",
        hooks.address(base, user, message.channel(), message, controls.now()).toString());
    boolean ephemeral = message.onlyFor() != null;
    payload.add(
        "container",
        Json.of(
            "type",
            "message",
            "message_ts",
            message.ts(),
            "channel_id",
            message.channel(),
            "is_ephemeral",
            ephemeral));
    if (!ephemeral) {
      payload.add("message", message.json());
    }
    act(payload, message.blocks(), press);
    return send(Delivery.Kind.INTERACTIVE, payload);
  }

  /** Presses on the member's Home tab. */
  public Delivery pressHome(String user, String actionId, String value) {
    JsonObject view = home(user).orElseThrow(() -> new Refused("no home"));
    return pressInView(user, view, pressOf(blocks(view), actionId, value));
  }

  /** Presses in the open modal or on the Home tab, whichever has the id. */
  public Delivery pressInView(String user, String viewId, Press press) {
    JsonObject view =
        Stream.of(modal(user), home(user))
            .flatMap(Optional::stream)
            .filter(v -> Json.text(v, "id").equals(viewId))
            .findFirst()
            .orElseThrow(() -> new Refused("view_not_found"));
    return pressInView(user, view, press);
  }

  /** Presses in a view as the member sees it, whatever it is redrawn to meanwhile. */
  private Delivery pressInView(String user, JsonObject view, Press press) {
    JsonObject payload = interaction("block_actions", user);
    payload.add("container", Json.of("type", "view", "view_id", Json.text(view, "id")));
    act(payload, blocks(view), press);
    view.add("state", payload.get("state"));
    payload.add("view", view);
    return send(Delivery.Kind.INTERACTIVE, payload);
  }

  private void act(JsonObject payload, List<JsonObject> blocks, Press press) {
    Blocks.Place place =
        Blocks.find(blocks, press.actionId(), press.blockId()).stream()
            .findFirst()
            .orElseThrow(() -> new Refused("no element with the action id " + press.actionId()));
    String ts = conversations.stamp(controls.now());
    payload.add(
        "actions", Json.of("a", List.of(Blocks.action(place, press.chosen(), ts))).get("a"));
    payload.add("state", Blocks.state(blocks, press.values()));
  }

  private static Press pressOf(List<JsonObject> blocks, String actionId, String value) {
    for (Blocks.Place place : Blocks.find(blocks, actionId, "")) {
      JsonObject chosen = Blocks.choose(place.element(), value);
      if (chosen != null) {
        return new Press(Json.text(place.block(), "block_id"), actionId, chosen, new JsonObject());
      }
    }
    throw new Refused("no " + actionId + " with the value " + value);
  }

  /** Sends the open modal; answers the errors by block id, empty when it was accepted. */
  public JsonObject submit(String user, JsonObject values) {
    JsonObject view = modal(user).orElseThrow(() -> new Refused("no modal"));
    JsonObject state = Blocks.state(blocks(view), values);
    List<String> missing = Blocks.missing(blocks(view), state);
    if (!missing.isEmpty()) {
      JsonObject errors = new JsonObject();
      missing.forEach(id -> errors.addProperty(id, "required"));
      return errors;
    }
    view.add("state", state);
    JsonObject payload = interaction("view_submission", user);
    payload.add("view", view);
    Delivery delivery = send(Delivery.Kind.INTERACTIVE, payload);
    if (!delivery.ok()) {
      return Json.of("*", "operation_timeout");
    }
    return follow(user, view, delivery.json());
  }

  private JsonObject follow(String user, JsonObject view, JsonObject answer) {
    try {
      switch (Json.text(answer, "response_action")) {
        case "errors" -> {
          return Json.object(answer, "errors");
        }
        case "update" -> views.update(Json.text(view, "id"), "", "", Json.object(answer, "view"));
        case "push" -> views.push(user, Json.object(answer, "view"));
        case "clear" -> views.close(user, true);
        default -> views.close(user, false);
      }
    } catch (Refused no) {
      refuse("answer to the modal", no);
      return Json.of("*", no.error());
    }
    return new JsonObject();
  }

  /** Closes the open modal; the app hears of it when it wants to. */
  public Delivery close(String user) {
    JsonObject view = modal(user).orElseThrow(() -> new Refused("no modal"));
    views.close(user, Json.flag(view, "clear_on_close"));
    JsonObject payload = interaction("view_closed", user);
    payload.add("view", view);
    payload.addProperty("is_cleared", Json.flag(view, "clear_on_close"));
    return Json.flag(view, "notify_on_close")
        ? send(Delivery.Kind.INTERACTIVE, payload)
        : new Delivery(200, "", 0, new Delivery.Envelope(Delivery.Kind.INTERACTIVE, payload));
  }

  /** Asks the app for the options of an {@code external_select}. */
  public Delivery suggest(String user, Press press, String typed) {
    JsonObject payload = interaction("block_suggestion", user);
    payload.addProperty("action_id", press.actionId());
    payload.addProperty("block_id", press.blockId());
    payload.addProperty("value", typed);
    modal(user).or(() -> home(user)).ifPresent(view -> payload.add("view", view));
    return send(Delivery.Kind.INTERACTIVE, payload);
  }

  /** Starts a shortcut of the whole workspace. */
  public Delivery shortcut(String user, String callbackId) {
    JsonObject payload = interaction("shortcut", user);
    payload.addProperty("callback_id", callbackId);
    payload.addProperty("action_ts", conversations.stamp(controls.now()));
    return send(Delivery.Kind.INTERACTIVE, payload);
  }

  /** Starts a shortcut on a message. */
  public Delivery messageShortcut(String user, Message message, String callbackId) {
    JsonObject payload = interaction("message_action", user);
    payload.addProperty("callback_id", callbackId);
    payload.addProperty("message_ts", message.ts());
    payload.addProperty("action_ts", conversations.stamp(controls.now()));
    payload.add("channel", channelName(message.channel()));
    payload.add("message", message.json());
    payload.addProperty(
        "response_url",
        hooks.address(base, user, message.channel(), null, controls.now()).toString());
    return send(Delivery.Kind.INTERACTIVE, payload);
  }

  /**
   * Says something, as typed: a slash command, a message, a mention ({@code @Terakoya}).
   *
   * @param thread the message replied to; empty for none
   * @return the request to the app; empty when the app does not hear of it
   */
  public Optional<Delivery> say(String user, String channel, String text, String thread) {
    String typed = text.strip();
    if (typed.startsWith("/")) {
      return typedCommand(user, channel, typed, thread);
    }
    JsonObject json = Drafts.typed(user, typed);
    if (!thread.isEmpty()) {
      json.addProperty("thread_ts", thread);
    }
    Message message = conversations.add(channel, json, null, controls.now());
    boolean im = conversations.partner(channel).isPresent();
    boolean mentioned = message.text().contains("<@" + Workspace.BOT_USER + ">");
    boolean here = workspace.channel(channel).map(Workspace.Channel::withBot).orElse(true);
    if (!im && (!mentioned || !here)) {
      return Optional.empty();
    }
    JsonObject event = message.json().deepCopy();
    event.addProperty("type", im ? "message" : "app_mention");
    event.addProperty("channel", channel);
    event.addProperty("event_ts", message.ts());
    if (im) {
      event.addProperty("channel_type", "im");
    }
    return Optional.of(event(event));
  }

  private Optional<Delivery> typedCommand(
      String user, String channel, String typed, String thread) {
    String[] words = typed.split("\\s+", 2);
    boolean known =
        workspace.commands().stream().anyMatch(c -> (c.text() + " ").startsWith(words[0] + " "));
    if (!known) {
      tell(user, channel, words[0] + " is not a valid command.");
      return Optional.empty();
    }
    if (!thread.isEmpty()) {
      tell(user, channel, words[0] + " is not supported in threads. Sorry!");
      return Optional.empty();
    }
    return Optional.of(command(user, channel, words[0], words.length > 1 ? words[1] : ""));
  }

  /** Opens the bot's Home tab: the app hears {@code app_home_opened}. */
  public Delivery openHome(String user) {
    JsonObject event =
        Json.of(
            "type",
            "app_home_opened",
            "user",
            user,
            "tab",
            "home",
            "channel",
            Conversations.im(user),
            "event_ts",
            conversations.stamp(controls.now()));
    home(user).ifPresent(view -> event.add("view", view));
    return event(event);
  }

  /** Sends any event, as the Events API wraps it. */
  public Delivery event(JsonObject event) {
    return send(
        Delivery.Kind.EVENTS_API,
        payloads.event(event, conversations.stamp(controls.now()), controls.now()));
  }

  /** Sends once more what was sent, as Slack does when it heard no answer in time. */
  public Delivery again(Delivery first) {
    return send(first.sent(), 1);
  }

  /** What a member sees of a channel or direct message, oldest first. */
  public List<Message> messages(String channel, String asSeenBy) {
    return conversations.seenBy(channel, asSeenBy);
  }

  /** A member's direct message with the bot. */
  public String im(String user) {
    return Conversations.im(user);
  }

  /** The channels that a member sees, with the direct message at the end. */
  List<String> channels(String user) {
    return Stream.concat(
            workspace.channels().stream().map(Workspace.Channel::id), Stream.of(im(user)))
        .toList();
  }

  /** A member's Home tab, once the app has published one. */
  public Optional<JsonObject> home(String user) {
    return views.home(user);
  }

  /** The modal that a member looks at. */
  public Optional<JsonObject> modal(String user) {
    return views.modal(user);
  }

  /** The bytes of a file that the app uploaded. */
  public byte[] file(String id) {
    return web.file(id);
  }

  private static List<JsonObject> blocks(JsonObject view) {
    return Json.objects(view, "blocks").toList();
  }

  private Workspace.Member name(String user) {
    return workspace.member(user).orElseThrow(() -> new Refused("user_not_found"));
  }

  private JsonObject channelName(String channel) {
    String name = workspace.channel(channel).map(Workspace.Channel::name).orElse("directmessage");
    return Json.of("id", channel, "name", name);
  }

  private JsonObject interaction(String type, String user) {
    JsonObject payload = payloads.interaction(type, name(user));
    payload.addProperty("trigger_id", views.trigger(user));
    return payload;
  }

  private Delivery send(Delivery.Kind kind, JsonObject payload) {
    return send(new Delivery.Envelope(kind, payload), 0);
  }

  private Delivery send(Delivery.Envelope envelope, int retry) {
    Line way = line.get();
    Delivery delivery = (way == null ? socket : way).send(envelope, retry);
    if (!delivery.ok() || delivery.millis() > SLACK_WAITS_MILLIS) {
      refused.add(
          envelope.kind()
              + ": status "
              + delivery.status()
              + " after "
              + delivery.millis()
              + " ms");
    }
    return delivery;
  }

  @Override
  public void close() {
    changes.close();
    socket.close();
    try {
      server.setStopTimeout(0);
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the playground's server does not stop", e);
    }
  }
}
