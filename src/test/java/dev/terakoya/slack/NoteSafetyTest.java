package dev.terakoya.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.terakoya.glossary.Glossary;
import dev.terakoya.notes.NotesFolder;
import dev.terakoya.notes.Section;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a note or a query holds, Slack takes our answer, and nothing in it is live. */
class NoteSafetyTest {
  private static final Glossary GLOSSARY = Glossary.of(List.of());

  /** Live markup that is ours: a link to the notes, or the one who shared. */
  private static final Pattern OURS =
      Pattern.compile("<https://notes\\.example/[^|<>]*\\|[^|<>]*>|<@U0SATO>");

  @TempDir private Path folder;

  @Test
  void everyNoteOfOursPasses() {
    List<Section> sections = sections(Path.of("notes"));
    assertThat(sections).hasSizeGreaterThan(100);
    sections.forEach(section -> check(section, "NLB"));
  }

  static Stream<String> nasty() {
    String lengthy = "とても長い行です。".repeat(3_000);
    String wide = "| 列の名前 ".repeat(40) + "|\n" + "|---".repeat(40) + "|\n";
    return Stream.of(
        "<!channel> <!here> <!everyone> <@U1> <#C1> <!subteam^S1> <!date^1^x|y> &lt;!channel&gt;",
        "[https://aws.amazon.com/](https://evil.example/) [aws.amazon.com](https://evil.example)",
        "[ok](javascript:alert(1)) [ok](file:///etc/passwd) [ok](slack://open)"
            + " [ok](data:text/html,x)",
        "[AWS](https://aws.amazon.com@evil.example/) ![aws.amazon.com](https://evil.example/a.png)",
        "[" + lengthy + "](https://evil.example/" + "a".repeat(4_000) + ")",
        lengthy,
        lengthy + "\n" + lengthy + "\n\n" + lengthy,
        ("- " + lengthy + "\n").repeat(3),
        "- 項目\n" + ("  続き" + "x".repeat(300) + "\n").repeat(200),
        "x\n".repeat(2_000),
        "**a** b ".repeat(3_000),
        ("*a* `b` [c](https://d.example) ".repeat(4) + "\n").repeat(390),
        wide + "| 値 ".repeat(40) + "|",
        wide + ("| 値 ".repeat(40) + "|\n").repeat(150),
        "|a|b|c|\n|---|---|---|\n" + "|x|y|z|\n".repeat(500),
        "|a|b|c|\n|---|---|---|\n" + ("|" + "長".repeat(4_000)).repeat(3) + "|\n",
        ("|" + "見".repeat(4_000)).repeat(3) + "|\n|---|---|---|\n|x|y|z|\n",
        "|a|b|c|\n|---|---|---|\n|x|y|z|\n\n文\n\n|a|b|c|\n|---|---|---|\n|x|y|z|\n",
        "```java\n" + "int x = 0; // ```\n".repeat(500) + "```",
        ("```\n" + "y".repeat(5_000) + "\n```\n\n").repeat(20),
        "```\n\n```",
        "👨‍👩‍👧‍👦🏳️‍🌈".repeat(2_000),
        "\u202egnp.exe\u202c &#x202e;moc.nozama.swa&#x202c; \u200f\u2067x\u2069",
        "質問::" + lengthy,
        "Q: " + lengthy + "\nA: " + lengthy,
        "![" + lengthy + "](a.png)",
        "![](a.png)\n\n![](https://evil.example/x.png)",
        "1. 一\n7. 七\n99999999. 大\n- 点\n                    - 深い",
        "*_~`*_~`|<>&\"'\\{0} %s ${x} <script>alert(1)</script>",
        "制御文字\u0000\u0007\u001b[31m",
        "",
        " ");
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void noNoteIsTooNasty(String text) throws Exception {
    List<String> headings =
        List.of("NLB", "<!channel> <@U1> " + "見出し".repeat(200), "![](x.png)", "*a*");
    for (String heading : headings) {
      Files.writeString(folder.resolve("nasty.md"), "# " + heading + "\n\n" + text + "\n");
      List<Section> sections = sections(folder);
      sections.forEach(section -> check(section, text.strip()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AWS の料金, https://aws.amazon.com/pricing, true",
    "aws.amazon.com/pricing, https://aws.amazon.com/pricing, true",
    "https://www.aws.amazon.com, https://aws.amazon.com/, true",
    "aws.amazon.com, https://evil.example/?aws.amazon.com, false",
    "https://aws.amazon.com/?a.io, https://a.io/, false",
    "good.example.com, https://example.com/, false",
    "example.com と aws.amazon.com, https://example.com/, false",
    "ａｗｓ．ａｍａｚｏｎ．ｃｏｍ, https://evil.example/, false",
    "aws。amazon。com, https://evil.example/, false",
    "аws.amazon.com, https://evil.example/, false",
    "a@example.com, mailto:a@example.com, true",
    "a@example.com, mailto:b@evil.example, false",
    "連絡先, mailto:b@example.com, true",
  })
  void wordsMayNameOnlyTheSiteTheyLeadTo(String words, URI target, boolean honest) {
    assertThat(Addresses.honest(words, target)).isEqualTo(honest);
  }

  @Test
  void aPlantedMentionIsFound() {
    JsonObject message = new JsonObject();
    message.addProperty("text", "x <!channel>");
    assertThat(alive(message)).containsExactly("x <!channel>");
  }

  private static List<Section> sections(Path root) {
    List<Section> sections = new ArrayList<>();
    new NotesFolder(root).read(note -> sections.addAll(note.sections()));
    return sections;
  }

  private static void check(Section section, String query) {
    for (Emitted.One one : Emitted.of(section, query, GLOSSARY)) {
      assertThat(one.objection()).isEmpty();
      assertThat(alive(one.json())).isEmpty();
      if (one.kind().equals("message")) {
        assertThat(one.json().get("text").getAsString())
            .isNotBlank()
            .hasSizeLessThanOrEqualTo(4_000);
      }
    }
  }

  /** Everything in which Slack would see a mention, a link of somebody else, or a false name. */
  private static List<String> alive(JsonObject json) {
    List<String> alive = new ArrayList<>();
    walk(
        json,
        (type, object) -> {
          String text =
              object.has("text") && object.get("text").isJsonPrimitive()
                  ? object.get("text").getAsString()
                  : "";
          boolean markup = type.equals("mrkdwn") || type.isEmpty();
          boolean live = markup && OURS.matcher(text).replaceAll("").contains("<");
          boolean mention = List.of("user", "usergroup", "broadcast", "channel").contains(type);
          boolean turned = text.matches("(?s).*[\\u202a-\\u202e\\u2066-\\u2069].*");
          boolean disguised =
              type.equals("link")
                  && !text.equals(object.get("url").getAsString())
                  && text.contains("amazon.com");
          boolean scheme =
              type.equals("link")
                  && !object.get("url").getAsString().matches("(https?://|mailto:).*");
          if (live || mention || turned || disguised || scheme) {
            alive.add(text);
          }
        });
    return alive;
  }

  private static void walk(JsonElement element, BiConsumer<String, JsonObject> each) {
    switch (element) {
      case JsonArray array -> array.forEach(e -> walk(e, each));
      case JsonObject object -> {
        each.accept(object.has("type") ? object.get("type").getAsString() : "", object);
        object.entrySet().forEach(e -> walk(e.getValue(), each));
      }
      default -> {}
    }
  }
}
