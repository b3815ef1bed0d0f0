package dev.terakoya.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * How the program logs: plain lines or JSON ({@code TERAKOYA_LOG}), from a level on ({@code
 * TERAKOYA_LOG_LEVEL}), to standard error, since standard output carries only results. Found by
 * Logback as a service; without XML it starts sooner.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  /** What others say at length, and we in a line or not at all. */
  private static final Map<String, Level> QUIET =
      Map.of(
          // What nothing handles.
          "com.slack.api.bolt.App", Level.OFF,
          // That a faster vector module exists; look-ups use no vectors.
          "org.apache.lucene.internal.vectorization", Level.ERROR);

  /** Takes what the JDK's own loggers say, too. */
  static void begin() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Map<String, String> environment = System.getenv();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context, environment.getOrDefault("TERAKOYA_LOG", "plain")));
    appender.start();
    QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(environment.get("TERAKOYA_LOG_LEVEL"), Level.WARN));
    root.addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  static Encoder<ILoggingEvent> encoder(LoggerContext context, String kind) {
    if (kind.equals("json")) {
      JsonEncoder json = new JsonEncoder();
      json.setWithArguments(false);
      json.setWithMessage(false);
      json.setWithFormattedMessage(true);
      json.setWithSequenceNumber(false);
      json.setWithNanoseconds(false);
      json.setWithContext(false);
      json.setContext(context);
      json.start();
      return json;
    }
    LayoutWrappingEncoder<ILoggingEvent> plain = new LayoutWrappingEncoder<>();
    plain.setLayout(new Line());
    plain.setContext(context);
    plain.start();
    return plain;
  }

  /** Time, level, logger, request, message; a stack trace below. */
  private static final class Line extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    @Override
    public String doLayout(ILoggingEvent event) {
      String logger = event.getLoggerName();
      String request = event.getMDCPropertyMap().get("request");
      return "%s %-5s %s %s - %s%n%s"
          .formatted(
              TIME.format(event.getInstant().atZone(ZoneId.systemDefault())),
              event.getLevel(),
              logger.substring(logger.lastIndexOf('.') + 1),
              request == null ? "" : request,
              event.getFormattedMessage(),
              ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }
}
