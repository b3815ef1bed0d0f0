package dev.terakoya.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.terakoya.daily.Approvals;
import dev.terakoya.daily.Approvals.Proposal;
import dev.terakoya.daily.DailyChannels;
import dev.terakoya.daily.DailySettings;
import dev.terakoya.daily.Notice;
import dev.terakoya.daily.PostKey;
import dev.terakoya.daily.TeamChoosing;
import dev.terakoya.quiz.Question;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What those who run the bot are told in direct messages, and what they decide: tomorrow's question
 * where a channel wants approval, and what went wrong with today's.
 */
public final class AdminRoutes implements SlackApp.Routes {
  private final Desk desk;
  private final NoteLink link;
  private final DailyChannels channels;
  private final Approvals approvals;
  private final TeamChoosing choosing;
  private final Set<String> admins;
  private final InstantSource clock;

  /** What is kept about the questions to come. */
  public record Records(DailyChannels channels, Approvals approvals, TeamChoosing choosing) {}

  public AdminRoutes(
      Desk desk, NoteLink link, Records records, Set<String> admins, InstantSource clock) {
    this.desk = desk;
    this.link = link;
    this.channels = records.channels();
    this.approvals = records.approvals();
    this.choosing = records.choosing();
    this.admins = Set.copyOf(admins);
    this.clock = clock;
  }

  @Override
  public void register(App app) {
    app.blockAction(Actions.APPROVE, this::approve);
    app.blockAction(Actions.NEXT_CANDIDATE, this::next);
  }

  /** Tells what happened to a post. */
  public void tell(Notice notice) {
    for (String admin : admins) {
      String channel = "<#" + notice.key().channel() + ">";
      String said =
          desk.texts(admin).say("notice." + notice.kind(), channel, Mrkdwn.escape(notice.detail()));
      desk.later()
          .run(
              "telling " + admin,
              () -> desk.direct(admin, new Message(said, List.of(Ui.section(said)))));
    }
  }

  /** Shows the candidates that nobody has seen yet; called every few seconds. */
  public void propose(Instant now) {
    channels.all().stream()
        .filter(DailySettings::approval)
        .forEach(settings -> {
          Optional<LocalDate> day = Approvals.dayAhead(settings, now);
          day.map(d -> new PostKey(settings.team(), settings.channel(), d))
              .filter(key -> approvals.latest(key).isEmpty())
              .flatMap(key -> another(settings, key, now))
              .ifPresent(this::show);
        });
  }

  /** A candidate not shown yet, if we are the one who adds it. */
  private Optional<Proposal> another(DailySettings settings, PostKey key, Instant now) {
    Set<String> shown =
        approvals.of(key).stream().map(p -> p.question().id()).collect(Collectors.toSet());
    return choosing
        .candidate(settings, key.day(), shown, now)
        .map(question -> new Proposal(key, shown.size() + 1, question))
        .filter(approvals::propose);
  }

  private void show(Proposal proposal) {
    admins.forEach(admin ->
        desk.later()
            .run("showing a candidate", () -> desk.direct(admin, message(admin, proposal))));
  }

  private Message message(String admin, Proposal proposal) {
    PostKey key = proposal.key();
    String reference = key.channel() + " " + key.day() + " " + proposal.number();
    return new QuestionBlocks(desk.texts(admin), link)
        .candidate(proposal.question(), "<#" + key.channel() + ">", key.day(), reference);
  }

  private Response approve(BlockActionRequest request, ActionContext context) {
    pressed(request)
        .ifPresent(press -> {
          if (press.latest()) {
            Question question = press.proposal().question();
            approvals.approve(press.proposal().key().team(), question.id(), clock.instant());
            PostKey key = press.proposal().key();
            String said = press.texts().say("approval.done", "<#" + key.channel() + ">", key.day());
            replace(
                request,
                new Message(
                    said,
                    List.of(Ui.section(said), Ui.section("> " + Mrkdwn.escape(question.stem())))));
          } else {
            replace(request, message(press.user(), press.proposal()));
          }
        });
    return context.ack();
  }

  private Response next(BlockActionRequest request, ActionContext context) {
    pressed(request)
        .ifPresent(press -> {
          PostKey key = press.proposal().key();
          Optional<Proposal> other =
              press.latest()
                  ? channels
                      .find(key.team(), key.channel())
                      .flatMap(settings -> another(settings, key, clock.instant()))
                  : approvals.latest(key);
          other.ifPresentOrElse(
              proposal -> replace(request, message(press.user(), proposal)),
              () ->
                  desk.whisper(
                      request.getPayload(),
                      new Message(press.texts().say("approval.none"), List.of())));
        });
    return context.ack();
  }

  /**
   * A press of somebody who may decide.
   *
   * @param proposal the candidate that counts now
   * @param latest whether that is the one that was pressed on
   */
  private record Press(String user, Texts texts, Proposal proposal, boolean latest) {}

  private Optional<Press> pressed(BlockActionRequest request) {
    var payload = request.getPayload();
    String user = payload.getUser().getId();
    String[] reference = LookupRoutes.Reference.value(payload).split(" ", -1);
    if (!admins.contains(user) || reference.length != 3) {
      return Optional.empty();
    }
    PostKey key =
        new PostKey(payload.getTeam().getId(), reference[0], LocalDate.parse(reference[1]));
    return approvals
        .latest(key)
        .map(latest ->
            new Press(
                user,
                desk.texts(user),
                latest,
                reference[2].equals(String.valueOf(latest.number()))));
  }

  private void replace(BlockActionRequest request, Message message) {
    desk.respond(request.getPayload().getResponseUrl(), message, Map.of("replace_original", true));
  }
}
