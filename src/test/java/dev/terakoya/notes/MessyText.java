package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Notes at random, messier than people write them. */
final class MessyText {
  private static final List<String> PIECES =
      List.of(
          "# ",
          "## ",
          "###",
          "＃",
          "#### ・",
          "- ",
          "* ",
          "  - ",
          "    * ",
          "\t- ",
          "1. ",
          "1-2 ",
          "(1) ",
          "・",
          "●",
          "■",
          "　・",
          "【題】",
          "[参考サイト]",
          "[要点]",
          "> ",
          "> [!NOTE] ",
          "| a | b |",
          "|---|---|",
          "a | b",
          "```",
          "```java",
          "~~~",
          "````",
          "  ```",
          "---",
          "===",
          "***",
          "名前:説明",
          "X とは、説明である。",
          "**太字**: 文",
          "Q: 問い",
          "A: 答え",
          "問い::答え",
          "==隠す==",
          ":::message",
          ":::details 題",
          ":::",
          "<details>",
          "<summary>題</summary>",
          "</details>",
          "<!--",
          "-->",
          "[^1]: 注",
          "[ref]: https://example.org/",
          "[[頁|名]]",
          "![絵](a.png)",
          "漢字《かんじ》",
          "文がある。",
          "短い行",
          "Amazon Example",
          "目次",
          "",
          "",
          "",
          "   ",
          "　",
          "`",
          "**",
          "__",
          "[",
          "](",
          "\u0000",
          "\ufffd",
          "\u202e",
          "か\u3099",
          "https://example.org/?a=b&c=d",
          "&lt;",
          "<br>",
          "\\",
          "title: \"x",
          "key: value",
          "とても長い文が続くので途中で切れずに一行のままどこまでも伸びていく。");

  private final Random random;

  MessyText(long seed) {
    this.random = new Random(seed);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int count = random.nextInt(60);
    for (int n = 0; n < count; n++) {
      StringBuilder line = new StringBuilder();
      for (int pieces = random.nextInt(4); pieces >= 0; pieces--) {
        line.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
