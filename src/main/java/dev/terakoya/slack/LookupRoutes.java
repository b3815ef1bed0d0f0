package dev.terakoya.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.terakoya.learner.Learner;
import dev.terakoya.lookup.Comparison;
import dev.terakoya.lookup.Found;
import dev.terakoya.lookup.Hit;
import dev.terakoya.lookup.Lookup;
import dev.terakoya.notes.Section;
import dev.terakoya.notes.SectionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Looking up: the command, opening another hit in place, reading on, sharing, and whether it was
 * useful.
 */
public final class LookupRoutes implements SlackApp.Routes {
  private static final int HITS = 5;

  private final Desk desk;
  private final Supplier<Lookup> lookup;
  private final LookupBlocks.Maker notes;
  private final Log log;

  /** Takes note of what people look up, after they have their answer. */
  public interface Log {
    /** A look-up and the id of the best hit's section; empty if nothing was found. */
    void lookedUp(Learner learner, String query, String section);
  }

  public LookupRoutes(Desk desk, Supplier<Lookup> lookup, LookupBlocks.Maker notes, Log log) {
    this.log = log;
    this.desk = desk;
    this.lookup = lookup;
    this.notes = notes;
  }

  /** Answers something to nobody, so that nobody waits for what the first answer costs. */
  public static void rehearse(Lookup lookup, LookupBlocks.Maker notes, Language language) {
    lookup
        .anyWorthTrying()
        .ifPresent(
            word -> notes.in(Texts.in(language)).of(lookup.find(word + " とは", HITS)).ephemeral());
  }

  @Override
  public void register(App app) {
    app.blockAction(Pattern.compile(Actions.OPEN + "_\\d+"), this::open);
    app.blockAction(Pattern.compile(Actions.SUGGESTED + "_\\d+"), this::suggested);
    app.blockAction(Actions.READ_ON, this::readOn);
    app.blockAction(Actions.SHARE, this::share);
    app.blockAction(Actions.UNSHARE, this::unshare);
  }

  /** The answer to a look-up, in the language of the one who asks. */
  Message answer(String query, Learner learner) {
    return blocks(learner.user()).of(look(query, learner));
  }

  /** The answer to a look-up, for everybody. */
  Message answerForAll(String query, Learner learner) {
    return notes.in(desk.channelTexts()).of(look(query, learner));
  }

  /** What a look-up finds; counted and noted. */
  Found look(String query, Learner learner) {
    Found found = lookup.get().find(query, HITS);
    desk.metrics().lookup(found);
    log.lookedUp(
        learner,
        query,
        found instanceof Found.Hits hits ? hits.hits().getFirst().section().id().value() : "");
    return found;
  }

  private LookupBlocks blocks(String user) {
    return notes.in(desk.texts(user));
  }

  private Response open(BlockActionRequest request, ActionContext context) {
    Reference wanted = Reference.of(request.getPayload());
    return replace(request, context, answer(wanted));
  }

  private Response suggested(BlockActionRequest request, ActionContext context) {
    return replace(
        request, context, lookup.get().find(Reference.value(request.getPayload()), HITS));
  }

  private Response replace(BlockActionRequest request, ActionContext context, Found found) {
    Message message = blocks(request.getPayload().getUser().getId()).of(found);
    desk.respond(request.getPayload().getResponseUrl(), message, Map.of("replace_original", true));
    return context.ack();
  }

  /**
   * The same answer with the wanted section first; asked anew where the notes have changed since.
   */
  private Found answer(Reference wanted) {
    Found found = lookup.get().find(wanted.query(), HITS);
    if (!(found instanceof Found.Hits hits)) {
      return found;
    }
    Optional<Hit> first =
        hits.hits().stream().filter(h -> h.section().id().equals(wanted.section())).findFirst();
    if (first.isEmpty()) {
      return found;
    }
    List<Hit> reordered = new java.util.ArrayList<>(hits.hits());
    reordered.remove(first.get());
    reordered.addFirst(first.get());
    Comparison comparison = reordered.equals(hits.hits()) ? hits.comparison() : null;
    return new Found.Hits(hits.query(), reordered, comparison, hits.took());
  }

  private Response readOn(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    section(payload)
        .ifPresent(section -> {
          var view = blocks(payload.getUser().getId()).whole(section);
          desk.open(payload.getTriggerId(), view);
        });
    return context.ack();
  }

  private Optional<Section> section(BlockActionPayload payload) {
    Reference wanted = Reference.of(payload);
    return answer(wanted) instanceof Found.Hits hits
        ? Optional.of(hits.hits().getFirst().section())
        : Optional.empty();
  }

  private Response share(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    if (answer(Reference.of(payload)) instanceof Found.Hits hits) {
      String user = payload.getUser().getId();
      Message message = notes.in(desk.channelTexts()).shared(hits.hits().getFirst(), user);
      desk.respond(
          payload.getResponseUrl(),
          message,
          Map.of("response_type", "in_channel", "replace_original", false));
    }
    return context.ack();
  }

  private Response unshare(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    String user = payload.getUser().getId();
    if (Reference.value(payload).equals(user)) {
      desk.respond(payload.getResponseUrl(), Map.of("delete_original", true));
    } else {
      desk.whisper(
          payload, new Message(desk.texts(user).say("lookup.unshare-not-yours"), List.of()));
    }
    return context.ack();
  }

  /**
   * What a button of an answer carries.
   *
   * @param section the section shown
   * @param query what had been asked
   */
  record Reference(SectionId section, String query) {
    static Reference of(BlockActionPayload payload) {
      String[] parts = value(payload).split(" ", 2);
      return new Reference(new SectionId(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    static String value(BlockActionPayload payload) {
      String value = payload.getActions().getFirst().getValue();
      return value == null ? "" : value;
    }
  }
}
