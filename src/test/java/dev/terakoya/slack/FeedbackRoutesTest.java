package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.playground.Message;
import org.junit.jupiter.api.Test;

class FeedbackRoutesTest extends OnStand {
  @Test
  void aThumbIsKeptWithTheQueryAndThanksOnlyWhoeverPressed() {
    Message answer = ask("NLB");
    stand.slack.press(USER, answer, Actions.USELESS);
    thanked("記録しました");
    assertThat(stand.useful)
        .singleElement()
        .satisfies(said -> {
          assertThat(said.query()).isEqualTo("NLB");
          assertThat(said.useful()).isFalse();
        });
    assertThat(stand.slack.messages(CHANNEL, "U0EMMA")).isEmpty();
  }

  @Test
  void aPressThatIsDeliveredTwiceCountsOnce() {
    var press = stand.slack.press(USER, ask("NLB"), Actions.USEFUL);
    stand.slack.again(press);
    thanked("記録しました");
    assertThat(stand.useful).extracting(Feedback.Useful::useful).containsExactly(true);
  }

  @Test
  void aWishForANoteIsKept() {
    stand.slack.press(USER, ask("ゆで卵の作り方"), Actions.WISH);
    thanked("承りました");
    assertThat(stand.wishes).containsExactly("ゆで卵の作り方");
  }

  private Message ask(String query) {
    stand.slack.command(USER, CHANNEL, "/aws", query);
    return stand.slack.messages(CHANNEL, USER).getLast();
  }

  private void thanked(String words) {
    Stand.until(
        () -> stand.slack.messages(CHANNEL, USER).stream().anyMatch(m -> m.text().contains(words)));
  }
}
