package dev.terakoya.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LoggingTest {
  @Test
  void logbackFindsIt() {
    assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(Logging.class);
  }

  @Test
  void writesToStandardErrorFromWarningsOn() {
    LoggerContext context = new LoggerContext();
    new Logging().configure(context);
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    assertThat(root.getLevel()).isEqualTo(Level.WARN);
    Appender<ILoggingEvent> appender = root.iteratorForAppenders().next();
    assertThat(appender).isInstanceOf(ConsoleAppender.class);
    assertThat(((ConsoleAppender<ILoggingEvent>) appender).getTarget()).isEqualTo("System.err");
    assertThat(context.getLogger("com.slack.api.bolt.App").isErrorEnabled()).isFalse();
  }

  private static LoggerContext context() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    return context;
  }

  @Test
  void aLineIsPlainOrJson() {
    LoggerContext context = context();
    Encoder<ILoggingEvent> json = Logging.encoder(context, "json");
    Encoder<ILoggingEvent> plain = Logging.encoder(context, "plain");
    ILoggingEvent event = event(context, null);
    assertThat(new String(json.encode(event), UTF_8))
        .startsWith("{")
        .endsWith("}\n")
        .contains("\"formattedMessage\":\"fog at pier 3\"");
    assertThat(new String(plain.encode(event), UTF_8))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\S+ WARN  Harbour  - fog at pier 3\\R");
  }

  @Test
  void aLineNamesTheRequestAndTheFailure() {
    LoggerContext context = context();
    Encoder<ILoggingEvent> plain = Logging.encoder(context, "plain");
    context.getMDCAdapter().put("request", "r1");
    assertThat(new String(plain.encode(event(context, new IllegalStateException("ice"))), UTF_8))
        .contains(" Harbour r1 - fog at pier 3")
        .contains("IllegalStateException: ice")
        .contains("\tat ");
    context.getMDCAdapter().put("request", null);
    assertThat(new String(plain.encode(event(context, null)), UTF_8)).contains(" Harbour  - fog");
  }

  private static ILoggingEvent event(LoggerContext context, @Nullable Throwable failure) {
    return new LoggingEvent(
        "",
        context.getLogger("dev.terakoya.Harbour"),
        Level.WARN,
        "fog at {}",
        failure,
        new Object[] {"pier 3"});
  }
}
