package dev.terakoya.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Everything that arrives over HTTP. Only this machine's own names are let in. */
final class Door extends Handler.Abstract {
  private static final Pattern HERE =
      Pattern.compile("(https?://)?(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private final WebApi api;
  private final Hooks hooks;
  private final Faults faults;
  private final PageApi page;
  private final Supplier<Instant> now;

  Door(WebApi api, Hooks hooks, Faults faults, PageApi page, Supplier<Instant> now) {
    this.api = api;
    this.hooks = hooks;
    this.faults = faults;
    this.page = page;
    this.now = now;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (!here(request)) {
      return answer(response, callback, 403, Json.of("ok", false, "error", "not_from_here"));
    }
    if (path.startsWith("/api/")) {
      return call(request, response, callback, path.substring("/api/".length()));
    }
    if (path.startsWith("/hooks/")) {
      return hook(request, response, callback, path);
    }
    if (path.startsWith("/upload/")) {
      api.upload(path.substring("/upload/".length()), upload(request));
      return answer(response, callback, 200, Json.of("ok", true));
    }
    if (path.startsWith("/files/")) {
      byte[] file = api.file(path.substring("/files/".length()));
      response.getHeaders().put("Content-Disposition", "attachment");
      return send(response, callback, "application/octet-stream", file);
    }
    if (path.startsWith("/playground/")) {
      return answer(response, callback, 200, page.answer(path, query(request), body(request)));
    }
    return file(response, callback, path.equals("/") ? "index.html" : path.substring(1));
  }

  private static boolean here(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return host != null
        && HERE.matcher(host).matches()
        && (origin == null || origin.equals("http://" + host));
  }

  private boolean call(Request request, Response response, Callback callback, String method)
      throws IOException {
    Faults.Fault fault = faults.take(method);
    String token = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    JsonObject arguments = arguments(request);
    String bearer =
        token == null ? Json.text(arguments, "token") : token.replaceFirst("(?i)^Bearer ", "");
    arguments.remove("token");
    return switch (fault) {
      case Faults.Fault.Hang() -> true;
      case Faults.Fault.Reset() -> cut(request, callback);
      case Faults.Fault.LostReply() -> {
        api.answer(method, bearer, arguments);
        yield cut(request, callback);
      }
      case Faults.Fault.TooMany(var wait) -> {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, Math.max(1, wait.toSeconds()));
        yield answer(response, callback, 429, Json.of("ok", false, "error", "ratelimited"));
      }
      case Faults.Fault.ServerError() -> {
        response.setStatus(500);
        yield send(response, callback, "text/plain", "fatal_error".getBytes(UTF_8));
      }
      case Faults.Fault.Html() ->
          send(response, callback, "text/html", "<html>Bad gateway</html>".getBytes(UTF_8));
      case Faults.Fault.Refusal(var error) ->
          answer(response, callback, 200, Json.of("ok", false, "error", error));
      case null -> {
        if (method.equals("auth.test")) {
          response.getHeaders().put("x-oauth-scopes", page.scopes());
        }
        yield answer(response, callback, 200, api.answer(method, bearer, arguments));
      }
    };
  }

  private static boolean cut(Request request, Callback callback) {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EofException("cut on purpose"));
    return true;
  }

  private boolean hook(Request request, Response response, Callback callback, String path)
      throws IOException {
    try {
      hooks.use(path, arguments(request), now.get());
      return send(response, callback, "text/plain", "ok".getBytes(UTF_8));
    } catch (Refused refused) {
      page.refuse(path, refused);
      return answer(response, callback, 404, Drafts.error(refused));
    }
  }

  private static byte[] body(Request request) throws IOException {
    return Content.Source.asInputStream(request).readAllBytes();
  }

  /** The bytes of an upload, raw or as the first part of a form. */
  private static byte[] upload(Request request) throws IOException {
    byte[] bytes = body(request);
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null || !type.startsWith("multipart/")) {
      return bytes;
    }
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int start = text.indexOf("\r\n\r\n") + "\r\n\r\n".length();
    String boundary = text.substring(0, text.indexOf("\r\n"));
    return java.util.Arrays.copyOfRange(bytes, start, text.indexOf("\r\n" + boundary, start));
  }

  private static JsonObject arguments(Request request) throws IOException {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String body = new String(body(request), UTF_8);
    JsonObject arguments = type != null && type.contains("json") ? Json.parse(body) : fields(body);
    query(request).entrySet().forEach(e -> arguments.add(e.getKey(), e.getValue()));
    return arguments;
  }

  private static JsonObject query(Request request) {
    @Nullable String query = request.getHttpURI().getQuery();
    return fields(query == null ? "" : query);
  }

  private static JsonObject fields(String form) {
    JsonObject fields = new JsonObject();
    for (String pair : form.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        fields.addProperty(
            URLDecoder.decode(pair.substring(0, at), UTF_8),
            URLDecoder.decode(pair.substring(at + 1), UTF_8));
      }
    }
    return fields;
  }

  private boolean file(Response response, Callback callback, String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type != null && name.matches("[a-z]+\\.[a-z]+")) {
      try (var in = Door.class.getResourceAsStream(name)) {
        if (in != null) {
          response.getHeaders().put("Content-Security-Policy", POLICY);
          response.getHeaders().put("Referrer-Policy", "no-referrer");
          return send(response, callback, type + "; charset=utf-8", in.readAllBytes());
        }
      }
    }
    return answer(response, callback, 404, Json.of("ok", false, "error", "not_found"));
  }

  private static boolean answer(Response response, Callback callback, int status, JsonObject json) {
    response.setStatus(status);
    return send(
        response, callback, "application/json; charset=utf-8", json.toString().getBytes(UTF_8));
  }

  private static boolean send(Response response, Callback callback, String type, byte[] bytes) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Cache-Control", "no-store");
    response.write(true, ByteBuffer.wrap(bytes), callback);
    return true;
  }
}
