package dev.terakoya.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.terakoya.notes.NotesFolder;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * How fast {@code /aws} is over signed HTTP, beside a bare Bolt app that answers a fixed kilobyte:
 * same Jetty, JVM flags and machine, in one run, by turns. Run by {@code checks/speed}.
 */
public final class SlackBench {
  private static final String SECRET = "a secret for measuring";
  private static final int CONNECTIONS = 8;
  private static final int QUERIES = 200;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Signature SIGNATURE = new Signature(SECRET);

  private final Path home;
  private final Path notes;
  private final Path work;
  private final List<String> flags;

  private SlackBench(String[] arguments) {
    home = Path.of(arguments[0]).toAbsolutePath();
    notes = Path.of(arguments[1]).toAbsolutePath();
    work = Path.of(arguments[2]).toAbsolutePath();
    flags = Arrays.asList(arguments).subList(3, arguments.length);
  }

  /**
   * {@code bare PORT}, {@code abuse SECONDS HOME NOTES WORK FLAG…}, or {@code HOME NOTES WORK
   * FLAG…}.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("bare")) {
      bare(Integer.parseInt(arguments[1]));
    } else if (arguments[0].equals("abuse")) {
      String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
      new SlackBench(rest).abuse(Duration.ofSeconds(Long.parseLong(arguments[1])));
    } else {
      new SlackBench(arguments).run();
    }
  }

  /**
   * Rubbish at full speed over eight connections, and one honest user; ends with 1 if anything
   * gives way.
   */
  private void abuse(Duration time) throws Exception {
    List<byte[]> honest = requests();
    List<byte[]> rubbish = rubbish(honest.getFirst());
    boolean good;
    try (Running ours = ours(Archive.NONE, "serve")) {
      ours.firstAnswer(honest.getFirst());
      var dawdlers = new ArrayList<Socket>();
      for (int i = 0; i < 400; i++) {
        dawdlers.add(new Socket(InetAddress.getLoopbackAddress(), ours.port));
        dawdlers.getLast().getOutputStream().write(honest.getFirst(), 0, 40 + i / 2);
      }
      Vitals before = null;
      int sent = 0;
      List<Double> waits = new ArrayList<>();
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        Load storm = new Load(ours.port, rubbish, Integer.MAX_VALUE);
        Thread storming = Thread.ofPlatform().start(() -> storm.storm(time.dividedBy(5)));
        while (storming.isAlive()) {
          waits.add(ours.firstAnswer(honest.get(waits.size() % honest.size()), System.nanoTime()));
          Thread.sleep(50);
        }
        sent += storm.times.size();
        Vitals now = Vitals.of(ours);
        before = before == null ? now : before;
        System.out.printf("%d bad requests; %s%n", sent, now);
      }
      for (Socket socket : dawdlers) {
        socket.close();
      }
      Vitals after = Vitals.of(ours);
      Collections.sort(waits);
      double worst = waits.getLast();
      System.out.printf(
          "%d honest requests answered, slowest %.0f ms, median %.0f ms%n",
          waits.size(), worst * 1e3, waits.get(waits.size() / 2) * 1e3);
      good = worst < 3 && after.heap < before.heap + 20 && after.threads <= before.threads + 5;
      System.out.println(good ? "nothing gave way" : "SOMETHING GAVE WAY");
    }
    System.exit(good ? 0 : 1);
  }

  private static List<byte[]> rubbish(byte[] good) {
    String text = new String(good, UTF_8);
    return Stream.of(
            text.replaceFirst("v0=.", "v0=x"),
            text.replaceFirst("v0=", "v1="),
            text.replaceFirst("Timestamp: \\d+", "Timestamp: 1"),
            text.replaceFirst("Timestamp: \\d+", "Timestamp: " + "9".repeat(30)),
            text.replaceFirst("X-Slack-Signature: .*\r\n", ""),
            text.replaceFirst("Content-Length: \\d+", "Content-Length: 99999999"),
            text.replaceFirst("POST", "DELETE"),
            text.replaceFirst("/slack/events", "/../../etc/passwd"),
            text.replaceFirst("Host: x", "Host: x\r\nX-Long: " + "y".repeat(20_000)),
            "\u0000\u0001rubbish\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n")
        .map(request -> request.getBytes(UTF_8))
        .toList();
  }

  /** Heap after a collection in MB, and threads. */
  private record Vitals(long heap, int threads) {
    static Vitals of(Running server) throws Exception {
      String pid = String.valueOf(server.process.pid());
      Path jcmd =
          Path.of(ProcessHandle.current().info().command().orElseThrow()).resolveSibling("jcmd");
      said(jcmd.toString(), pid, "GC.run");
      Matcher used =
          Pattern.compile("total \\S+, used (\\d+)K|used (\\d+)K")
              .matcher(said(jcmd.toString(), pid, "GC.heap_info"));
      long heap = 0;
      while (used.find()) {
        heap += Long.parseLong(used.group(1) == null ? used.group(2) : used.group(1));
      }
      String threads = said("sh", "-c", "ls /proc/" + pid + "/task | wc -l");
      return new Vitals(heap / 1024, Integer.parseInt(threads.strip()));
    }

    private static String said(String... command) throws IOException {
      return new String(new ProcessBuilder(command).start().getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** The bare app. */
  private static void bare(int port) throws Exception {
    AppConfig config =
        AppConfig.builder().signingSecret(SECRET).singleTeamBotToken("xoxb-1").build();
    config.setAppInitializersEnabled(false);
    App app = new App(config, List.of());
    String kilobyte = "x".repeat(1_024);
    app.command("/aws", (request, context) -> context.ack(kilobyte));
    SlackRequestParser parser = new SlackRequestParser(config);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            Map<String, List<String>> headers = new HashMap<>();
            for (HttpField field : request.getHeaders()) {
              headers.put(field.getName(), field.getValueList());
            }
            var parsed =
                parser.parse(
                    SlackRequestParser.HttpRequest.builder()
                        .requestUri("/slack/events")
                        .requestBody(Content.Source.asString(request, UTF_8))
                        .headers(new RequestHeaders(headers))
                        .build());
            var answer = app.run(parsed);
            response.setStatus(answer.getStatusCode());
            response.write(true, ByteBuffer.wrap(answer.getBody().getBytes(UTF_8)), callback);
            return true;
          }
        });
    server.start();
    server.join();
  }

  private void run() throws Exception {
    List<byte[]> requests = requests();
    train(requests);
    starts("without a class archive", Archive.NONE, requests.getFirst());
    starts("with one each", Archive.USED, requests.getFirst());
    try (Running bare = bare(Archive.USED);
        Running ours = ours(Archive.USED, "serve")) {
      bare.firstAnswer(requests.getFirst());
      ours.firstAnswer(requests.getFirst());
      new Load(ours.port, requests, 10_000).run(ROUND.multipliedBy(18));
      System.out.printf(
          "resident after 10,000 look-ups: %d MB (bare: %d MB)%n",
          ours.resident(), bare.resident());
      new Load(bare.port, requests, Integer.MAX_VALUE).run(ROUND);
      new Load(ours.port, requests, Integer.MAX_VALUE).run(ROUND);
      List<Load> bares = new ArrayList<>();
      List<Load> own = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        bares.add(measured("bare", bare, requests));
        own.add(measured("ours", ours, requests));
      }
      System.out.printf(
          "throughput, ours / bare: medians of %d rounds %.3f, best %.3f%n",
          ROUNDS, quantile(own, 0.5) / quantile(bares, 0.5), quantile(own, 1) / quantile(bares, 1));
    }
  }

  private enum Archive {
    NONE,
    MADE,
    USED
  }

  /**
   * Makes both class archives as the image's build does, and our index of the notes measured with.
   */
  private void train(List<byte[]> requests) throws Exception {
    try (Running bare = bare(Archive.MADE)) {
      bare.firstAnswer(requests.getFirst());
      new Load(bare.port, requests, 2_000).run(ROUND);
    }
    requireArchive("bare");
    try (Running ours = ours(Archive.MADE, "train")) {
      ours.process.waitFor();
    }
    requireArchive("ours");
  }

  private void requireArchive(String name) {
    if (!Files.exists(archive(name))) {
      throw new IllegalStateException(
          "no class archive was made, see " + work + "/" + name + ".log");
    }
  }

  private Path archive(String name) {
    return work.resolve(name + ".jsa");
  }

  private static double quantile(List<Load> loads, double part) {
    return loads.stream()
        .mapToDouble(Load::perSecond)
        .sorted()
        .skip((long) (part * (ROUNDS - 1)))
        .findFirst()
        .orElse(0);
  }

  private static Load measured(String name, Running server, List<byte[]> requests)
      throws Exception {
    double cpu = server.cpuSeconds();
    Load load = new Load(server.port, requests, Integer.MAX_VALUE);
    load.run(ROUND);
    System.out.printf(
        "%s: %6.0f requests/s, p50 %.2f ms, p99 %.2f ms, %.0f µs CPU a request, %d refused%n",
        name,
        load.perSecond(),
        load.percentile(0.5),
        load.percentile(0.99),
        (server.cpuSeconds() - cpu) * 1e6 / load.times.size(),
        load.refused);
    return load;
  }

  /** Median of some starts, from the process's birth to the first answer. */
  private void starts(String name, Archive archive, byte[] request) throws Exception {
    List<Double> bares = new ArrayList<>();
    List<Double> own = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      try (Running bare = bare(archive)) {
        bares.add(bare.firstAnswer(request));
      }
      try (Running ours = ours(archive, "serve")) {
        own.add(ours.firstAnswer(request));
      }
    }
    Collections.sort(bares);
    Collections.sort(own);
    System.out.printf(
        "first answer %s: ours %.2f s, bare %.2f s, ratio %.2f%n",
        name, own.get(2), bares.get(2), own.get(2) / bares.get(2));
  }

  /** The bench's 200 signed commands: headings of the notes. */
  private List<byte[]> requests() {
    Set<String> headings = new LinkedHashSet<>();
    new NotesFolder(notes).read(note -> note.sections().forEach(s -> headings.add(s.heading())));
    headings.remove("");
    List<String> queries = new ArrayList<>(headings);
    Collections.shuffle(queries, new Random(7));
    return queries.stream().limit(QUERIES).map(SlackBench::request).toList();
  }

  private static byte[] request(String query) {
    String body =
        "command=%2Faws&user_id=U0SATO&team_id=T0&channel_id=C0&trigger_id=1&text="
            + URLEncoder.encode(query, UTF_8);
    long now = Instant.now().getEpochSecond() + 240;
    return ("POST /slack/events HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + "X-Slack-Request-Timestamp: "
            + now
            + "\r\nX-Slack-Signature: "
            + SIGNATURE.of(now, body.getBytes(UTF_8))
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(UTF_8);
  }

  private Running bare(Archive archive) throws IOException {
    int port = free();
    String classes = System.getProperty("java.class.path");
    return start(
        "bare", archive, port, "-cp", classes, SlackBench.class.getName(), "bare", "" + port);
  }

  private Running ours(Archive archive, String command) throws IOException {
    return start("ours", archive, free(), "-jar", home.resolve("terakoya.jar").toString(), command);
  }

  private Running start(String name, Archive archive, int port, String... command)
      throws IOException {
    List<String> line =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    line.addAll(flags);
    switch (archive) {
      case NONE -> {}
      case MADE -> line.add("-XX:ArchiveClassesAtExit=" + archive(name));
      case USED -> line.add("-XX:SharedArchiveFile=" + archive(name));
    }
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(work + "/" + name + ".log")));
    Map<String, String> environment = builder.environment();
    environment.put("SLACK_SIGNING_SECRET", SECRET);
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("SLACK_API_URL", "http://127.0.0.1:9/api/");
    environment.put("PORT", "" + port);
    environment.put("TERAKOYA_NOTES", notes.toString());
    environment.put("TERAKOYA_INDEX", work.resolve("index").toString());
    environment.put("TERAKOYA_DATABASE", "jdbc:sqlite:" + work.resolve("bench.db"));
    environment.put("TERAKOYA_LOG_LEVEL", "WARN");
    return new Running(System.nanoTime(), builder.start(), port);
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A server under measurement. */
  private record Running(long born, Process process, int port) implements AutoCloseable {
    /** Seconds from birth to the first good answer. */
    double firstAnswer(byte[] request) throws Exception {
      return firstAnswer(request, born);
    }

    double firstAnswer(byte[] request, long since) throws Exception {
      while (process.isAlive()) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          socket.getOutputStream().write(request);
          if (Load.status(new BufferedInputStream(socket.getInputStream())) == 200) {
            return (System.nanoTime() - since) / 1e9;
          }
        } catch (IOException e) {
          // It does not listen yet.
        }
        Thread.sleep(5);
      }
      throw new IllegalStateException("ended with " + process.exitValue());
    }

    int resident() throws IOException {
      String line =
          Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
              .filter(l -> l.startsWith("VmRSS"))
              .findFirst()
              .orElseThrow();
      return Integer.parseInt(line.replaceAll("\\D", "")) / 1024;
    }

    double cpuSeconds() {
      return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }

  /** Eight connections, each sending its next request when it has its answer. */
  private static final class Load {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    int refused;
    private final int port;
    private final List<byte[]> requests;
    private final int most;
    private long nanos;

    Load(int port, List<byte[]> requests, int most) {
      this.port = port;
      this.requests = requests;
      this.most = most;
    }

    /** Each connection sends its next request when it has its answer. */
    void run(Duration longest) {
      run(longest, this::connection);
    }

    /** A new connection for each request, where every answer, and none, is right. */
    void storm(Duration longest) {
      run(
          longest,
          (first, end) -> {
            for (int n = first; System.nanoTime() < end; n++) {
              rudely(requests.get(n % requests.size()));
            }
          });
    }

    private interface Sender {
      void send(int first, long end);
    }

    private void run(Duration longest, Sender sender) {
      long start = System.nanoTime();
      long end = start + longest.toNanos();
      try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
        for (int i = 0; i < CONNECTIONS; i++) {
          int first = i * requests.size() / CONNECTIONS;
          threads.execute(() -> sender.send(first, end));
        }
      }
      nanos = System.nanoTime() - start;
    }

    private void rudely(byte[] request) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(1_000);
        times.add(1L);
        socket.getOutputStream().write(request);
        var _ = socket.getInputStream().read();
      } catch (IOException e) {
        // refused as it should be
      }
    }

    private void connection(int first, long end) {
      List<Long> own = new ArrayList<>();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
        for (int i = first; own.size() < most / CONNECTIONS && System.nanoTime() < end; i++) {
          long start = System.nanoTime();
          socket.getOutputStream().write(requests.get(i % requests.size()));
          refused += status(in) == 200 ? 0 : 1;
          own.add(System.nanoTime() - start);
        }
      } catch (IOException e) {
        refused++;
      }
      times.addAll(own);
    }

    /** Reads one answer; its status. */
    static int status(InputStream in) throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int c = in.read();
        if (c < 0) {
          throw new IOException("hung up");
        }
        head.append((char) c);
      }
      Matcher length = LENGTH.matcher(head);
      in.skipNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
      return Integer.parseInt(head.substring(9, 12));
    }

    double perSecond() {
      return times.size() / (nanos / 1e9);
    }

    double percentile(double part) {
      long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
      return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * part)] / 1e6;
    }
  }
}
