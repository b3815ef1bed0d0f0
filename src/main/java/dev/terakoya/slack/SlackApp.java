package dev.terakoya.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes: which command, press, shortcut, window or event goes where. Requests are verified
 * before they come here.
 */
public final class SlackApp {
  private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);

  private static final Pattern RATE_LIMITED =
      Pattern.compile("\"type\"\\s*:\\s*\"app_rate_limited\"");

  private static final @Nullable Slack NO_CLIENT = null;

  private final App app;
  private final Desk desk;
  private final SlackRequestParser parser;

  /** The app over its parts; calls nobody until the first request. */
  public SlackApp(List<? extends Routes> routes, Desk desk) {
    this.desk = desk;
    AppConfig config =
        AppConfig.builder()
            .signingSecret("checked at the door")
            .requestVerificationEnabled(false)
            .allEventsApiAutoAckEnabled(true)
            .appInitializersEnabled(false)
            .slack(NO_CLIENT)
            // Its default lies in a class that makes that client.
            .tokenRotationExpirationMillis(0L)
            .build();
    app = withoutClient(config);
    parser = new SlackRequestParser(config);
    routes.forEach(each -> each.register(app));
  }

  /**
   * Bolt without its client for Slack's Web API, as all calls go through {@link WebApi}: what that
   * client prepares, TLS above all, takes a fifth of a start. Only the constructor that takes every
   * part does without; the parts left out are for installing by OAuth.
   */
  private static App withoutClient(AppConfig config) {
    ExecutorService threads =
        config
            .getExecutorServiceProvider()
            .createThreadPoolExecutor("bolt-app-threads", config.getThreadPoolSize());
    return new App(
        config,
        threads,
        List.of(),
        App.Status.Stopped,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Some routes of the app. */
  public interface Routes {
    /** Adds the routes. */
    void register(App app);
  }

  /**
   * The answer to a verified request. What no route takes is acknowledged quietly, or Slack would
   * send it again.
   */
  public Response answer(Map<String, List<String>> headers, String body) {
    try {
      if (body.startsWith("ssl_check=1") || body.contains("&ssl_check=1")) {
        return Response.ok();
      }
      if (body.startsWith("{") && RATE_LIMITED.matcher(body).find()) {
        LOG.warn("Slack holds back events: more than 30,000 came within an hour");
        return Response.ok();
      }
      return routed(headers, body);
    } catch (Exception e) {
      LOG.error("answering a request failed", e);
      boolean event = body.startsWith("{");
      return event || sorry(body)
          ? Response.builder().statusCode(200).build()
          : Response.error(500);
    }
  }

  /** Tells whoever pressed that it did not work; whether there was a way to tell them. */
  private boolean sorry(String body) {
    if (!body.startsWith("payload=")) {
      return false;
    }
    String payload = URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8);
    JsonObject pressed = JsonParser.parseString(payload).getAsJsonObject();
    if (!pressed.has("response_url") || !pressed.has("user")) {
      return false;
    }
    String user = pressed.getAsJsonObject("user").get("id").getAsString();
    desk.sorry(user, pressed.get("response_url").getAsString());
    return true;
  }

  private Response routed(Map<String, List<String>> headers, String body) throws Exception {
    var request =
        parser.parse(
            SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .requestBody(body)
                .headers(new RequestHeaders(headers))
                .build());
    Response response = request == null ? Response.error(404) : app.run(request);
    if (Integer.valueOf(404).equals(response.getStatusCode())) {
      LOG.info("acknowledged a request that nothing handles");
      return Response.ok();
    }
    return response;
  }
}
