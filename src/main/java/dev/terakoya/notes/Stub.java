package dev.terakoya.notes;

import java.util.List;
import java.util.regex.Pattern;

/** Lines that are no content: what is left of tables of contents, link lists and pictures. */
final class Stub {
  private static final Pattern LEFT_OVER =
      Pattern.compile(
          "^[\\[［【]?\\s*※?\\s*(?:(?:参考|引用|出典|参照|関連)(?:公式|元|文献|資料|記事|サイト|リンク|ＵＲＬ|URL|先|ページ)*|図解|図|画像|Contents?|CONTENTS?|目次|もくじ|\\[?toc]?|\\[?TOC]?)\\s*[\\]］】]?$");
  private static final Pattern BRACKETED = Pattern.compile("^[\\[［【].*[\\]］】]$");
  private static final Pattern RULE = Pattern.compile("^(?:[-*_=─━―ー～~＝－]\\s*){3,}$");
  private static final String MARKS = "-*_=─━―ー～~＝－";
  private static final Pattern CONTAINER =
      Pattern.compile("^:{3,}\\s*(?!details\\s)[\\w-]{0,30}(?:\\s+[\\w-]{1,30}|\\{.*})?\\s*$");
  private static final Pattern TAGS =
      Pattern.compile(
          "^(?:</?(?:details|summary|div|p|br|center|span|table|tbody|thead|tr|ul|ol|dl|section|article|a|figure|hr|font)\\b[^<>]*>\\s*)+$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK_DEFINITION =
      Pattern.compile("^\\[(?!\\^)[^\\[\\]]{1,200}]:\\s*\\S+(?:\\s+[\"'(].*)?$");
  private static final Pattern CALLOUT = Pattern.compile("^\\[![\\w-]{1,30}][+-]?$");

  private Stub() {}

  /** Whether a line holds nothing to read. */
  static boolean is(String line) {
    String bare = line.length() > Page.LONGEST_HEADING ? "" : line.strip();
    if (bare.isEmpty()) {
      return false;
    }
    return switch (bare.charAt(0)) {
      case ':' -> CONTAINER.matcher(bare).matches();
      case '<' -> TAGS.matcher(bare).matches();
      case '-', '*', '_', '=', '─', '━', '―', 'ー', '～', '~', '＝', '－' ->
          MARKS.indexOf(bare.charAt(bare.length() - 1)) >= 0 && RULE.matcher(bare).matches();
      case '[' ->
          leftOver(bare)
              || LINK_DEFINITION.matcher(bare).matches()
              || CALLOUT.matcher(bare).matches();
      case '#', '＃' -> bare.chars().allMatch(c -> c == '#' || c == '＃');
      default -> leftOver(bare);
    };
  }

  /** Whether items only lead to places in the same file: a table of contents. */
  static boolean contents(List<Block.Item> items) {
    boolean leads = false;
    for (Block.Item item : items) {
      for (Line line : item.lines()) {
        for (Span span : line.spans()) {
          boolean blank = span.text().isBlank();
          if (!blank && !span.target().startsWith("#")) {
            return false;
          }
          leads |= !blank;
        }
      }
    }
    return leads;
  }

  /** Whether a line only names what once stood there: {@code [参考サイト]}, {@code 目次}. */
  static boolean leftOver(String line) {
    String bare = line.strip();
    return !bare.isEmpty()
        && "[［【cCtT目も".indexOf(bare.charAt(0)) >= 0
        && LEFT_OVER.matcher(bare).matches()
        && (BRACKETED.matcher(bare).matches() || bare.matches("(?i)contents?|目次|もくじ|toc"));
  }
}
