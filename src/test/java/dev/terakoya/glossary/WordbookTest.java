package dev.terakoya.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.terakoya.notes.Problem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that mean the same, and groups that are refused. */
class WordbookTest {
  private static final Wordbook WORDS = Wordbook.bundled();

  @ParameterizedTest
  @CsvSource({
    "static, 固定",
    "料金, cost",
    "Price, 課金",
    "ｺｽﾄ, 費用",
    "防ぐ, 遮断",
    "復旧, restore",
    "Sign  In, ログイン",
    "権限, permission",
    "一元, centralized",
    "消す, delete",
    "またぐ, cross",
  })
  void knowsTheOtherWordsOfAGroup(String word, String other) {
    assertThat(WORDS.same(word)).contains(other);
  }

  @ParameterizedTest
  @CsvSource({
    "public, private",
    "パブリック, プライベート",
    "read, write",
    "読み取り, 書き込み",
    "inbound, アウトバウンド",
    "送信, 受信",
    "allow, deny",
    "許可, 拒否",
    "有効, 無効",
    "enable, disable",
    "encrypt, decrypt",
    "authentication, authorization",
    "認証, 認可",
    "synchronous, 非同期",
    "stateful, stateless",
    "maximum, minimum",
    "increase, reduce",
    "scale out, scale up",
    "同期, 非同期",
    "import, export",
    "attach, detach",
    "start, stop",
    "有料, 無料",
    "static, dynamic",
    "manual, automatic",
    "structured, unstructured",
    "短期, 長期",
    "success, failure",
    "前払い, 後払い",
    "parent, child",
    "physical, virtual",
    "temporary, permanent",
  })
  void keepsUnlikeThingsApart(String one, String other) {
    assertThat(WORDS.same(one)).doesNotContain(other);
    assertThat(WORDS.same(other)).doesNotContain(one);
  }

  @Test
  void aWordHasTheOthersOfAllItsGroupsButNotItself() {
    Wordbook words = read("groups: [[公開, public], [公開, Release], [release, リリース]]");
    assertThat(words.same("公開")).containsExactly("public", "release");
    assertThat(words.same("RELEASE")).containsExactly("公開", "リリース");
    assertThat(words.same("public")).containsExactly("公開");
    assertThat(words.same("unknown")).isEmpty();
  }

  @Test
  void everyWordOfAGroupLeadsToTheOthersAndBack() {
    assertThat(WORDS.groups())
        .hasSizeGreaterThanOrEqualTo(450)
        .allSatisfy(group -> assertThat(WORDS.same(group.getFirst())).contains(group.getLast()))
        .allSatisfy(group -> assertThat(WORDS.same(group.getLast())).contains(group.getFirst()));
  }

  @Test
  void noWordIsTakenForASlipOfAName() {
    Glossary glossary = Glossary.bundled();
    assertThat(WORDS.groups())
        .allSatisfy(group ->
            assertThat(group).allSatisfy(w -> assertThat(glossary.nearly(w)).as(w).isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "groups: [[a, b], [cost, ＣＯＳＴ]] | a word stands twice in its group",
        "groups: [[a, b], []] | a group needs two words",
        "groups: [[a, b], [c]] | a group needs two words",
        "groups: [[a, b], [c, '']] | a word needs a letter",
        "groups: [[a, b], {c: d}] | a text or a list of texts belongs here",
        "groups: a | a list belongs here",
        "words: [[a, b]] | unknown key; known are groups",
      })
  void refusesAFaultyGroupAndKeepsTheRest(String yaml, String complaint) {
    Wordbook words = read(yaml);
    assertThat(words.faults()).extracting(Problem::comment).contains(complaint);
    assertThat(words.groups()).isSubsetOf(Arrays.asList(Arrays.asList("a", "b")));
  }

  @Test
  void aFaultNamesItsLine() {
    assertThat(read("groups:\n  - [a, b]\n  - [c, d, c]\n").faults())
        .extracting(fault -> fault.file() + ":" + fault.line())
        .containsExactly("words.yaml:3");
  }

  @Test
  void otherGroupsHaveAnotherFingerprint() {
    assertThat(WORDS.fingerprint()).isEqualTo(Wordbook.bundled().fingerprint());
    assertThat(read("groups: [[a, b]]").fingerprint())
        .isNotEqualTo(read("groups: [[a, c]]").fingerprint());
  }

  private static Wordbook read(String yaml) {
    return new Wordbook("words.yaml", yaml);
  }
}
