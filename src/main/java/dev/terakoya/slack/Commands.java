package dev.terakoya.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.terakoya.learner.Learner;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slash command: its first word chooses, anything else is looked up. */
public final class Commands implements SlackApp.Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private static final Pattern SPACES = Pattern.compile("[\\s　]+");

  private final String command;
  private final Desk desk;
  private final LookupRoutes lookup;
  private final Map<String, Handler> handlers;

  /** Something that a first word stands for. */
  public interface Handler {
    /** The answer; {@code rest} is what follows the first word. */
    Message answer(String rest, SlashCommandRequest request);
  }

  /**
   * @param command with its slash
   * @param handlers by first word
   */
  public Commands(String command, Desk desk, LookupRoutes lookup, Map<String, Handler> handlers) {
    this.command = command;
    this.desk = desk;
    this.lookup = lookup;
    this.handlers = Map.copyOf(handlers);
  }

  @Override
  public void register(App app) {
    app.command(command, this::answer);
  }

  private Response answer(SlashCommandRequest request, SlashCommandContext context) {
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(said(request).ephemeral())
        .build();
  }

  /** The answer; a fault of ours is said in a sentence and logged, never shown. */
  private Message said(SlashCommandRequest request) {
    try {
      return message(request);
    } catch (RuntimeException e) {
      LOG.error("answering a command failed", e);
      return desk.sorry(request.getPayload().getUserId());
    }
  }

  private Message message(SlashCommandRequest request) {
    String text =
        request.getPayload().getText() == null ? "" : request.getPayload().getText().strip();
    String user = request.getPayload().getUserId();
    String[] words = SPACES.split(text, 2);
    String first = words[0].toLowerCase(Locale.ROOT);
    String rest = words.length > 1 ? words[1] : "";
    if (text.isEmpty() || text.equalsIgnoreCase("help")) {
      return help(desk.texts(user));
    }
    Handler handler = handlers.get(first);
    if (handler != null) {
      return handler.answer(rest, request);
    }
    boolean named = first.equals("lookup") && !rest.isEmpty();
    return lookup.answer(named ? rest : text, new Learner(request.getPayload().getTeamId(), user));
  }

  private Message help(Texts texts) {
    String help = texts.say("help", command);
    return new Message(texts.say("help.short", command), List.of(Ui.section(help)));
  }
}
