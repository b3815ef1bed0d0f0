package dev.terakoya.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.terakoya.daily.DailyChannels;
import dev.terakoya.daily.DailySettings;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /aws daily}: shows the channel's daily question, and changes it in a window. */
public final class DailyRoutes implements SlackApp.Routes {
  private final Desk desk;
  private final DailyChannels channels;
  private final Set<String> admins;

  /**
   * @param admins who may change the settings; everybody if empty
   */
  public DailyRoutes(Desk desk, DailyChannels channels, Set<String> admins) {
    this.desk = desk;
    this.channels = channels;
    this.admins = Set.copyOf(admins);
  }

  @Override
  public void register(App app) {
    app.viewSubmission(Actions.DAILY_VIEW, this::save);
  }

  /** The settings in words; for those who may change them the window opens as well. */
  public Message show(String rest, SlashCommandRequest request) {
    var payload = request.getPayload();
    Texts texts = desk.texts(payload.getUserId());
    DailySettings settings = settings(payload.getTeamId(), payload.getChannelId());
    if (mayChange(payload.getUserId())) {
      desk.open(payload.getTriggerId(), DailyView.of(texts, settings));
    }
    String said =
        channels.all().isEmpty() ? texts.say("daily.none") : all(texts, payload.getTeamId());
    return new Message(said, List.of(Ui.section(said)));
  }

  private boolean mayChange(String user) {
    return admins.isEmpty() || admins.contains(user);
  }

  /** This channel's settings, else the team's first, else the usual ones for this channel. */
  private DailySettings settings(String team, String channel) {
    return channels
        .find(team, channel)
        .or(() -> channels.all().stream().filter(s -> s.team().equals(team)).findFirst())
        .orElseGet(() -> DailySettings.usual(team, channel));
  }

  private String all(Texts texts, String team) {
    return channels.all().stream()
        .filter(s -> s.team().equals(team))
        .map(s -> said(texts, s))
        .collect(Collectors.joining("\n"));
  }

  private static String said(Texts texts, DailySettings settings) {
    String days =
        settings.week().stream()
            .map(d -> d.getDisplayName(java.time.format.TextStyle.SHORT, texts.language().locale()))
            .collect(Collectors.joining(" "));
    String said =
        texts.say(
            "daily.said",
            "<#" + settings.channel() + ">",
            settings.at(),
            settings.closeAt(),
            settings.zone().getId(),
            days);
    return said
        + more(texts, "daily.paused", settings.pausedUntil())
        + more(texts, "daily.examined", settings.examDay())
        + (settings.approval() ? " ・ " + texts.say("daily.approval-on") : "");
  }

  private static String more(Texts texts, String key, @Nullable LocalDate day) {
    return day == null ? "" : " ・ " + texts.say(key, day);
  }

  private Response save(ViewSubmissionRequest request, ViewSubmissionContext context) {
    var payload = request.getPayload();
    String user = payload.getUser().getId();
    Texts texts = desk.texts(user);
    Map<String, String> faults = new LinkedHashMap<>();
    DailySettings before = DailySettings.usual(payload.getTeam().getId(), DailyView.NONE);
    DailySettings after =
        mayChange(user) ? DailyView.read(payload.getView(), before, texts, faults) : null;
    if (after == null) {
      faults.putIfAbsent("channel", texts.say("daily.not-allowed"));
      if (faults.size() > 1) {
        faults.remove("channel");
      }
      return context.ackWithErrors(faults);
    }
    channels.save(after);
    String said =
        desk.channelTexts().say("daily.changed", "<@" + user + ">")
            + "\n"
            + said(desk.channelTexts(), after);
    desk.later()
        .run(
            "confirming a change",
            () ->
                desk.api()
                    .call("chat.postMessage", Map.of("channel", after.channel(), "text", said)));
    return context.ack();
  }
}
