package dev.terakoya.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** An app that shows every block; the page is developed and tested against it. */
final class DemoApp extends Handler.Abstract implements AutoCloseable {
  static final String SECRET = "a secret of the tests";
  final List<JsonObject> received = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server = new Server();
  private final FakeSlack slack;

  private DemoApp(FakeSlack slack) {
    this.slack = slack;
  }

  static DemoApp start(FakeSlack slack) throws Exception {
    DemoApp app = new DemoApp(slack);
    ServerConnector connector = new ServerConnector(app.server);
    connector.setHost("127.0.0.1");
    app.server.addConnector(connector);
    app.server.setHandler(app);
    app.server.start();
    slack.app(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events"));
    return app;
  }

  /** The commands and shortcuts that the page offers. */
  static Workspace workspace() {
    return Workspace.pretend(
        List.of(
            command("/aws", "ことば", "words", "ノートから調べる", "look something up"),
            command("/aws quiz", "", "", "一問だけ出題する（あなたにだけ）", "one question, just for you"),
            command(
                "/aws daily", "時刻 曜日", "time days", "今日の一問の設定", "the daily question's settings"),
            command("/aws stats", "", "", "自分の記録", "your record"),
            command("/aws help", "", "", "使い方", "how to use it")),
        List.of(
            new Workspace.Shortcut("look", new Workspace.Words("この用語を調べる", "Look up terms"), true),
            new Workspace.Shortcut(
                "quiz", new Workspace.Words("一問といてみる", "Try one question"), false)));
  }

  private static Workspace.Command command(
      String text, String hint, String englishHint, String what, String englishWhat) {
    return new Workspace.Command(
        text, new Workspace.Words(hint, englishHint), new Workspace.Words(what, englishWhat));
  }

  /** A time that the page's buttons move. */
  static final class Time implements Controls {
    volatile Instant now = Instant.parse("2026-08-20T01:12:00Z");
    volatile Runnable daily = () -> {};

    @Override
    public Instant now() {
      now = now.plusMillis(1);
      return now;
    }

    @Override
    public Instant nextWorkingDay() {
      now = now.truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofDays(1));
      daily.run();
      return now;
    }

    @Override
    public Instant closeToday() {
      now = now.plus(Duration.ofHours(9));
      return now;
    }

    @Override
    public NotesSummary notes(java.util.Map<String, byte[]> files) {
      return new NotesSummary(files.size(), 148, 12, 63, List.of("NLB", "Textract", "SNS SQS 違い"));
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String body = new String(Content.Source.asInputStream(request).readAllBytes(), UTF_8);
    String time = request.getHeaders().get("X-Slack-Request-Timestamp");
    boolean signed =
        HttpLine.sign(SECRET, time, body).equals(request.getHeaders().get("X-Slack-Signature"));
    response.setStatus(signed ? 200 : 401);
    String answer = signed ? answer(body) : "";
    response.getHeaders().put("Content-Type", "application/json");
    response.write(true, ByteBuffer.wrap(answer.getBytes(UTF_8)), callback);
    return true;
  }

  private String answer(String body) throws Exception {
    if (body.startsWith("{")) {
      return event(Json.parse(body));
    }
    JsonObject fields = new JsonObject();
    for (String pair : body.split("&", -1)) {
      fields.addProperty(
          pair.substring(0, pair.indexOf('=')),
          URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8));
    }
    return fields.has("payload")
        ? interaction(Json.parse(Json.text(fields, "payload")))
        : command(fields);
  }

  private String command(JsonObject fields) {
    received.add(fields);
    return switch (Json.text(fields, "text")) {
      case "all" -> sample("every-block.json");
      case "form" -> {
        call(
            "views.open",
            Json.of(
                "trigger_id",
                Json.text(fields, "trigger_id"),
                "view",
                Json.parse(sample("form.json"))));
        yield "";
      }
      case "bad" -> Json.of("text", "x", "blocks", List.of(Json.of("type", "poem"))).toString();
      case "NLB" -> sample("nlb.json");
      default ->
          Json.of("text", "`" + Json.text(fields, "text") + "` に当たるノートは見つかりませんでした。").toString();
    };
  }

  private String interaction(JsonObject payload) {
    received.add(payload);
    if (Json.text(payload, "type").equals("view_submission")) {
      return submitted(payload);
    }
    if (Json.text(payload, "type").equals("block_suggestion")) {
      return Json.of("options", List.of(option("東京"), option("大阪"))).toString();
    }
    String action =
        Json.objects(payload, "actions").map(a -> Json.text(a, "action_id")).findFirst().orElse("");
    String user = Json.text(Json.object(payload, "user"), "id");
    String channel = Json.text(Json.object(payload, "channel"), "id");
    if (action.startsWith("answer")) {
      JsonObject verdict = Json.parse(sample("verdict.json"));
      verdict.addProperty("channel", channel);
      verdict.addProperty("user", user);
      call("chat.postEphemeral", verdict);
      JsonObject update = Json.parse(sample("question.json"));
      update.addProperty("channel", channel);
      update.add("ts", Json.object(payload, "message").get("ts"));
      update.add(
          "blocks", Json.parse(update.toString().replace("0 人が回答済み", "1 人が回答済み")).get("blocks"));
      call("chat.update", update);
    }
    if (action.equals("share")) {
      respond(Json.text(payload, "response_url"), Json.of("delete_original", true));
      JsonObject shared = Json.parse(sample("nlb.json"));
      shared.addProperty("channel", channel);
      call("chat.postMessage", shared);
    }
    return "";
  }

  private static JsonObject option(String text) {
    return Json.of("text", Json.of("type", "plain_text", "text", text), "value", text);
  }

  private static String submitted(JsonObject payload) {
    String values = Json.object(Json.object(payload, "view"), "state").toString();
    return values.contains("25:00")
        ? Json.of("response_action", "errors", "errors", Json.of("why", "もう少し詳しく書いてください。"))
            .toString()
        : "";
  }

  private String event(JsonObject envelope) {
    received.add(envelope);
    JsonObject event = Json.object(envelope, "event");
    switch (Json.text(event, "type")) {
      case "app_home_opened" ->
          call(
              "views.publish",
              Json.of(
                  "user_id", Json.text(event, "user"), "view", Json.parse(sample("home.json"))));
      case "app_mention", "message" ->
          call(
              "chat.postMessage",
              Json.of(
                  "channel",
                  Json.text(event, "channel"),
                  "thread_ts",
                  Json.text(event, "ts"),
                  "text",
                  "*NLB* は L4 のロードバランサーです。"));
      default -> {}
    }
    return "";
  }

  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** Posts the question to the channel. */
  void ask() {
    JsonObject question = Json.parse(sample("question.json"));
    question.addProperty("channel", "C0STUDY");
    call("chat.postMessage", question);
  }

  /** A JSON file beside this test. */
  static String sample(String name) {
    try (var in = DemoApp.class.getResourceAsStream(name)) {
      return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Calls the Web API. */
  JsonObject call(String method, JsonObject arguments) {
    return send(
        HttpRequest.newBuilder(slack.api().resolve(method))
            .header("Authorization", "Bearer " + Workspace.BOT_TOKEN)
            .header("Content-Type", "application/json; charset=utf-8")
            .timeout(Duration.ofSeconds(5))
            .POST(HttpRequest.BodyPublishers.ofString(arguments.toString()))
            .build());
  }

  /** Posts to a response_url. */
  JsonObject respond(String url, JsonObject body) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private JsonObject send(HttpRequest request) {
    try {
      return Json.parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new IllegalStateException(request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the demo app does not stop", e);
    }
  }

  /** Shows the page with this app behind it, until the process ends. */
  public static void main(String[] arguments) throws Exception {
    Time time = new Time();
    FakeSlack slack = FakeSlack.start(Integer.parseInt(arguments[0]), SECRET, workspace(), time);
    DemoApp app = DemoApp.start(slack);
    time.daily = app::ask;
    slack.say("U0SUZUKI", "C0STUDY", "おはようございます。今日は ELB のところを読みます", "");
    slack.say("U0TAKAHASHI", "C0STUDY", "NLB と ALB の違い、いつも迷います…", "");
    slack.say("U0EMMA", "C0STUDY", "@Terakoya what is NLB?", "");
    System.out.println(slack.page());
    Thread.currentThread().join();
  }
}
