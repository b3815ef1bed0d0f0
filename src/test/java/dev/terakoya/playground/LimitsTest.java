package dev.terakoya.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  @ParameterizedTest
  @ValueSource(strings = {"nlb.json", "question.json", "verdict.json", "every-block.json"})
  void acceptsWhatSlackAccepts(String sample) {
    assertThatCode(() -> Limits.message(blocks(DemoApp.sample(sample)))).doesNotThrowAnyException();
  }

  @Test
  void acceptsViews() {
    assertThatCode(() -> Limits.view(Json.parse(DemoApp.sample("form.json")), "modal"))
        .doesNotThrowAnyException();
    assertThatCode(() -> Limits.view(Json.parse(DemoApp.sample("home.json")), "home"))
        .doesNotThrowAnyException();
  }

  /** In a block, {@code N*x} stands for N letters: one more than the limit allows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'type':'poem'} | unsupported type: poem [json-pointer:/blocks/0/type]
          {'type':'header','text':{'type':'plain_text','text':'151*x'}} | less than 151 characters [json-pointer:/blocks/0/text/text]
          {'type':'header','text':{'type':'mrkdwn','text':'x'}} | unsupported type: mrkdwn
          {'type':'header','text':{'type':'plain_text','text':''}} | must be more than 0 characters
          {'type':'header'} | missing required field: text
          {'type':'section'} | missing required field: text or fields
          {'type':'section','text':{'type':'mrkdwn','text':'3001*x'}} | less than 3001
          {'type':'section','fields':[{'type':'mrkdwn','text':'2001*x'}]} | less than 2001
          {'type':'section','txt':1,'text':{'type':'mrkdwn','text':'x'}} | invalid additional property: txt
          {'type':'divider','block_id':'256*x'} | less than 256
          {'type':'context','elements':[]} | no less than 1 items
          {'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'76*x'}}]} | less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]
          {'type':'actions','elements':[{'type':'button','style':'loud','text':{'type':'plain_text','text':'x'}}]} | must be one of primary, danger
          {'type':'actions','elements':[{'type':'button','value':'2001*x','text':{'type':'plain_text','text':'x'}}]} | less than 2001
          {'type':'actions','elements':[{'type':'button','action_id':'a','text':{'type':'plain_text','text':'x'}},{'type':'button','action_id':'a','text':{'type':'plain_text','text':'y'}}]} | action_id already exists in this block: a
          {'type':'actions','elements':[{'type':'static_select','action_id':'a'}]} | missing required field: options
          {'type':'actions','elements':[{'type':'radio_buttons','options':[{'text':{'type':'plain_text','text':'x'},'value':'1'}],'initial_option':{'text':{'type':'plain_text','text':'y'},'value':'2'}}]} | initial option is not one of the options
          {'type':'actions','elements':[{'type':'timepicker','initial_time':'9:00'}]} | must be more than 4 characters
          {'type':'image','image_url':'https://example.org/a.png'} | missing required field: alt_text
          {'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':''}]}]} | must be more than 0 characters
          {'type':'rich_text','elements':[{'type':'rich_text_list','style':'square','elements':[]}]} | must be one of bullet, ordered
          {'type':'rich_text','elements':[{'type':'rich_text_preformatted','elements':[{'type':'emoji','name':'x'}]}]} | unsupported type: emoji
          {'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'x','style':{'bold':'yes'}}]}]} | must be a boolean
          {'type':'markdown','text':'12001*x'} | less than 12001
          {'type':'table','rows':[[{'type':'raw_text','text':''}]]} | must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]
          {'type':'data_visualization','title':'51*x','chart':{'type':'pie','segments':[{'label':'a','value':1}]}} | less than 51
          {'type':'data_visualization','title':'x','chart':{'type':'pie','segments':[{'label':'a','value':0}]}} | must be a positive number
          {'type':'input','label':{'type':'plain_text','text':'x'},'element':{'type':'button','text':{'type':'plain_text','text':'x'}}} | unsupported type: button
          {'type':'context_actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'}}]} | unsupported type: button
          """)
  void saysWhatIsWrongAndWhere(String planted, String reason) {
    JsonArray blocks = blocks("{'blocks':[" + planted + "]}");
    Refused refused = catchThrowableOfType(Refused.class, () -> Limits.message(blocks));
    assertThat(refused.error()).isEqualTo("invalid_blocks");
    assertThat(refused.reasons())
        .anySatisfy(r -> assertThat(r).startsWith("[ERROR] ").contains(reason));
  }

  @Test
  void countsBlocksOfAMessageAndOfAView() {
    JsonObject divider = Json.of("type", "divider");
    JsonArray fifty = times(50, divider);
    assertThatCode(() -> Limits.message(fifty)).doesNotThrowAnyException();
    fifty.add(divider);
    assertThatThrownBy(() -> Limits.message(fifty)).hasMessage("invalid_blocks");
    JsonObject home = Json.of("type", "home", "blocks", times(101, divider));
    assertThatThrownBy(() -> Limits.view(home, "home")).hasMessage("invalid_arguments");
  }

  @Test
  void addsUpTheTextOfAllBlocks() {
    JsonObject long2900 =
        Json.of("type", "section", "text", Json.of("type", "mrkdwn", "text", "x".repeat(2900)));
    assertThatCode(() -> Limits.message(times(4, long2900))).doesNotThrowAnyException();
    assertThatThrownBy(() -> Limits.message(times(5, long2900))).hasMessage("msg_blocks_too_long");
  }

  @Test
  void refusesASecondTableAndASecondBlockWithTheSameId() {
    JsonObject table =
        Json.of(
            "type", "table", "rows", times(1, times(1, Json.of("type", "raw_text", "text", "x"))));
    assertThatThrownBy(() -> Limits.message(times(2, table))).hasMessage("invalid_blocks");
    JsonObject named = Json.of("type", "divider", "block_id", "same");
    assertThatThrownBy(() -> Limits.message(times(2, named))).hasMessage("invalid_blocks");
  }

  @Test
  void refusesViewsThatAskWithoutAWayToSend() {
    JsonObject form = Json.parse(DemoApp.sample("form.json"));
    form.remove("submit");
    assertThatThrownBy(() -> Limits.view(form, "modal")).hasMessage("invalid_arguments");
    JsonObject table =
        Json.of("type", "home", "blocks", times(1, Json.of("type", "markdown", "text", "x")));
    assertThatThrownBy(() -> Limits.view(table, "home")).hasMessage("invalid_arguments");
  }

  @Test
  void theTableDefinesEveryNameThatItUses() {
    assertThat(Grammar.read("limits.txt").undefined()).isEmpty();
    assertThat(new Grammar("a: b Missing\nG = a gone").undefined())
        .containsExactlyInAnyOrder("Missing", "gone");
  }

  private static JsonArray times(int count, com.google.gson.JsonElement element) {
    JsonArray array = new JsonArray();
    IntStream.range(0, count).forEach(i -> array.add(element));
    return array;
  }

  private static JsonArray blocks(String message) {
    String long1 = message.replace('\'', '"');
    for (String marked : List.of("12001", "3001", "2001", "256", "151", "76", "51")) {
      long1 = long1.replace(marked + "*x", "x".repeat(Integer.parseInt(marked)));
    }
    return Json.array(Json.parse(long1), "blocks");
  }
}
