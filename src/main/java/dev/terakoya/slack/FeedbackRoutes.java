package dev.terakoya.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.terakoya.learner.Learner;
import java.util.List;
import java.util.function.Consumer;

/** Whether an answer helped, and what people wish the notes said. */
public final class FeedbackRoutes implements SlackApp.Routes {
  private final Desk desk;
  private final Feedback feedback;
  private final Once once;

  public FeedbackRoutes(Desk desk, Feedback feedback, Once once) {
    this.desk = desk;
    this.feedback = feedback;
    this.once = once;
  }

  @Override
  public void register(App app) {
    app.blockAction(Actions.USEFUL, (request, context) -> useful(request, context, true));
    app.blockAction(Actions.USELESS, (request, context) -> useful(request, context, false));
    app.blockAction(Actions.WISH, this::wished);
  }

  private Response useful(BlockActionRequest request, ActionContext context, boolean useful) {
    var about = LookupRoutes.Reference.of(request.getPayload());
    var said = new Feedback.Useful(about.section(), about.query(), useful);
    return keep(request, context, learner -> feedback.told(learner, said), "lookup.thanks");
  }

  private Response wished(BlockActionRequest request, ActionContext context) {
    String query = LookupRoutes.Reference.value(request.getPayload());
    return keep(request, context, learner -> feedback.wish(learner, query), "lookup.wished");
  }

  private Response keep(
      BlockActionRequest request, ActionContext context, Consumer<Learner> keeping, String thanks) {
    BlockActionPayload payload = request.getPayload();
    if (once.first("press " + payload.getTriggerId())) {
      Learner learner = new Learner(payload.getTeam().getId(), payload.getUser().getId());
      keeping.accept(learner);
      String text = desk.texts(learner.user()).say(thanks);
      desk.whisper(payload, new Message(text, List.of()));
    }
    return context.ack();
  }
}
