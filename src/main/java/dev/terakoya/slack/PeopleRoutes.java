package dev.terakoya.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import dev.terakoya.learner.Learner;
import dev.terakoya.learner.Learners;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Everybody's right to their own record: to have it, and to have it deleted. */
public final class PeopleRoutes implements SlackApp.Routes {
  private final Desk desk;
  private final Learners learners;

  public PeopleRoutes(Desk desk, Learners learners) {
    this.desk = desk;
    this.learners = learners;
  }

  @Override
  public void register(App app) {
    app.blockAction(Actions.FORGET, this::forget);
  }

  /** {@code /aws forget-me}: asks first. */
  public Message askToForget(String rest, SlashCommandRequest request) {
    Texts texts = desk.texts(request.getPayload().getUserId());
    var button = Ui.button(Actions.FORGET, texts.say("forget.button"), "forget");
    button.setStyle("danger");
    button.setConfirm(
        ConfirmationDialogObject.builder()
            .title(Ui.plain(texts.say("forget.title"), 100))
            .text(Ui.plain(texts.say("forget.sure"), 300))
            .confirm(Ui.plain(texts.say("forget.button"), 30))
            .deny(Ui.plain(texts.say("cancel"), 30))
            .build());
    return new Message(
        texts.say("forget.what"),
        List.of(Ui.section(texts.say("forget.what")), Ui.actions(List.of(button))));
  }

  private Response forget(BlockActionRequest request, ActionContext context) {
    var payload = request.getPayload();
    learners.forget(new Learner(payload.getTeam().getId(), payload.getUser().getId()));
    String done = desk.texts(payload.getUser().getId()).say("forget.done");
    desk.respond(
        payload.getResponseUrl(),
        new Message(done, List.of(Ui.section(done))),
        Map.of("replace_original", true));
    return context.ack();
  }

  /** {@code /aws export-me}: the record as a file in the direct message. */
  public Message export(String rest, SlashCommandRequest request) {
    Learner learner =
        new Learner(request.getPayload().getTeamId(), request.getPayload().getUserId());
    Texts texts = desk.texts(learner.user());
    desk.later().run("sending a record", () -> send(learner, texts));
    String said = texts.say("export.coming");
    return new Message(said, List.of(Ui.section(said)));
  }

  private void send(Learner learner, Texts texts) {
    byte[] record =
        (String.join("\n", learners.export(learner)) + "\n").getBytes(StandardCharsets.UTF_8);
    String channel =
        desk.api()
            .call("conversations.open", Map.of("users", learner.user()))
            .getAsJsonObject("channel")
            .get("id")
            .getAsString();
    JsonObject upload =
        desk.api()
            .form(
                "files.getUploadURLExternal",
                Map.of(
                    "filename", "terakoya-record.jsonl", "length", String.valueOf(record.length)));
    desk.api().upload(upload.get("upload_url").getAsString(), record);
    desk.api()
        .call(
            "files.completeUploadExternal",
            Map.of(
                "files",
                    List.of(
                        Map.of(
                            "id",
                            upload.get("file_id").getAsString(),
                            "title",
                            "terakoya-record.jsonl")),
                "channel_id", channel,
                "initial_comment", texts.say("export.here")));
  }
}
