package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the lines that say what something is. */
final class Definitions {
  private static final int LONGEST_TERM = 60;
  private static final Pattern COLON =
      Pattern.compile("^([^:：。！？!?]{1,60}?)\\s*(?:：|:(?![/:]))\\s*(\\S.*)$", Pattern.DOTALL);
  private static final Pattern IS =
      Pattern.compile(
          "^([^、。:：]{1,40}?)\\s*とは(?!いえ|限|異|違|別|言|いう|なら|関係|独立|逆|無|ない|思)(?:[、，…,:：]|・{2,}|\\s)*(\\S.*)$",
          Pattern.DOTALL);
  private static final Pattern DOTS =
      Pattern.compile("^([^、。:：]{1,40}?)\\s*(?:…+|・{3,}|\\.{3,})\\s*([^.…・].*)$", Pattern.DOTALL);
  private static final Pattern DASH =
      Pattern.compile("^([^、。:：]{1,40}?)\\s+[—–]\\s+(\\S.*)$", Pattern.DOTALL);
  private static final Pattern LOWER_CASE_CODE =
      Pattern.compile("^[\\p{Ll}\\d_./-]+:[\\p{IsLatin}\\d*$/{\\[\"'].*", Pattern.DOTALL);
  private static final Pattern NO_TERM =
      Pattern.compile(
          "^(?:例|例えば|注意|注|補足|備考|メモ|memo|note|ただし|参考|参照|引用|出典|理由|結論|以下|上記|対象|条件|[QA]\\d*|問\\d*|答え?|\\d[\\d\\s.-]*|https?)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TERM_DECORATION =
      Pattern.compile("^(?:[\\s★☆※・「『\"]|【[^】]*】)+|(?:[\\s」』\"]|【[^】]*】)+$");
  private static final Pattern CLAUSE = Pattern.compile("(?:ため|ので|から|場合|とき|時|て|が|は|を|に|で|も|し)$");

  private Definitions() {}

  /** The definitions among some blocks, in the order of their lines. */
  static List<Definition> of(List<Block> blocks) {
    List<Definition> found = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Line> lines) -> lines.forEach(line -> add(found, line));
        case Block.ListItems(List<Block.Item> items) ->
            items.forEach(item -> add(found, item.lines().getFirst()));
        case Block.Table table -> table.rows().forEach(row -> add(found, row));
        case Block.Code code -> {}
        case Block.Image image -> {}
        case Block.Card card -> {}
      }
    }
    return List.copyOf(found);
  }

  /** What a line's text defines, with line 0, or null. */
  static @Nullable Definition of(String text) {
    if (text.length() > 5000 || LOWER_CASE_CODE.matcher(text).matches()) {
      return null;
    }
    for (Pattern pattern : new Pattern[] {IS, COLON, DOTS, DASH}) {
      Matcher parts = pattern.matcher(text.strip());
      if (parts.matches()) {
        return definition(parts.group(1), parts.group(2));
      }
    }
    return null;
  }

  private static @Nullable Definition definition(String term, String description) {
    String bare = TERM_DECORATION.matcher(term).replaceAll("");
    boolean names =
        !bare.isEmpty()
            && bare.length() <= LONGEST_TERM
            && bare.codePoints().anyMatch(Definitions::names)
            && !NO_TERM.matcher(bare).matches()
            && !CLAUSE.matcher(bare).find();
    return names && !description.isBlank() ? new Definition(bare, description.strip(), 0) : null;
  }

  private static boolean names(int c) {
    return Character.isLetterOrDigit(c)
        && Character.UnicodeScript.of(c) != Character.UnicodeScript.HIRAGANA;
  }

  private static void add(List<Definition> found, Line line) {
    add(found, of(line.text()), line.number());
  }

  private static void add(List<Definition> found, List<Line> row) {
    if (row.size() == 2) {
      int number = row.getFirst().number();
      add(found, definition(row.getFirst().text(), row.getLast().text()), number);
    } else if (row.size() == 1) {
      add(found, row.getFirst());
    }
  }

  private static void add(List<Definition> found, @Nullable Definition definition, int line) {
    if (definition != null) {
      found.add(new Definition(definition.term(), definition.description(), line));
    }
  }
}
