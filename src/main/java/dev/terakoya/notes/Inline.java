package dev.terakoya.notes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/**
 * Reads one line's markup: CommonMark's own by its library, and what notes use besides ({@code
 * [[wikilinks]]}, {@code ==highlight==}, {@code ~~strike~~}, {@code 漢字《かんじ》}, footnote marks).
 * Lines longer than {@value #LONGEST} characters are taken as plain text.
 */
final class Inline {
  private static final int LONGEST = 10_000;
  private static final Pattern WIKILINK =
      Pattern.compile("\\[\\[(?![\\s\\[-])([^\\[\\]|\\n]{1,300})(?:\\|([^\\[\\]]{1,300}))?]]");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\[\\]\\s]{1,60}](?!:)");
  private static final Pattern RUBY =
      Pattern.compile(
          "(?:[｜|]([^｜|《》]{1,40})|(\\p{IsHan}{1,20}))《([\\p{IsHiragana}\\p{IsKatakana}ー・ "
              + "　]{1,60})》");
  private static final Pattern CODE_OR_WORDS = Pattern.compile("`+[^`]*+`*|[^`]++");
  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"'「」（）()、。，]+");
  private static final Pattern TAG =
      Pattern.compile(
          "^</?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|s|script|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|video|wbr)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ALT =
      Pattern.compile("\\balt\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.CASE_INSENSITIVE);
  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of())
          .customDelimiterProcessor(new Pair('=', Span.Mark.HIGHLIGHT))
          .customDelimiterProcessor(new Pair('~', Span.Mark.STRIKE))
          .build();

  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private Set<Span.Mark> marks = Set.of();
  private String target = "";

  private Inline() {}

  /** The text's runs from left to right. */
  static List<Span> read(String written) {
    String text = Invisible.without(written);
    if (text.length() > LONGEST) {
      return List.of(Span.of(text));
    }
    Inline inline = new Inline();
    return inline.simple(text) ? inline.spans() : fromLibrary(text);
  }

  /** The runs as the library finds them, whatever the text's markup. */
  static List<Span> fromLibrary(String text) {
    Inline inline = new Inline();
    Node document = PARSER.parse(prepared(text));
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      inline.walk(block);
    }
    return Bold.mend(inline.spans());
  }

  private List<Span> spans() {
    flush();
    return List.copyOf(spans);
  }

  /** The text without any markup. */
  static String text(String text) {
    List<Span> spans = read(text);
    return spans.size() == 1
        ? spans.getFirst().text()
        : spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /**
   * Reads a text that has no markup but plain links, images, addresses and code, as most have, by
   * itself: what CommonMark makes of those is the same, but costs more.
   *
   * @return false where there is more to it, so that the library must read it
   */
  private boolean simple(String text) {
    int done = 0;
    for (int n = 0; n < text.length(); n++) {
      switch (text.charAt(n)) {
        case '`', '[', '\\', '*', '_', '<', '&', '~', '=', '《' -> {
          int end = opens(text, n) ? enclosed(text, done, n) : 0;
          if (end < 0) {
            return false;
          }
          done = end == 0 ? done : end;
          n = end == 0 ? n : end - 1;
        }
        default -> {}
      }
    }
    words(done == 0 ? text : text.substring(done));
    return true;
  }

  /** Reads the words up to what opens here and that itself, and says where it ends, or -1. */
  private int enclosed(String text, int done, int open) {
    char c = text.charAt(open);
    if ("`[*".indexOf(c) < 0) {
      return -1;
    }
    boolean image = c == '[' && open > done && text.charAt(open - 1) == '!';
    words(text.substring(done, image ? open - 1 : open));
    return c == '`' ? code(text, open) : c == '*' ? bold(text, open) : linked(text, open, image);
  }

  /** Reads plain words between pairs of stars, and says where they end, or -1. */
  private int bold(String text, int open) {
    int from = open + 2;
    int to = text.indexOf("**", from);
    if (to <= from
        || text.charAt(from - 1) != '*'
        || text.startsWith("*", to + 2)
        || !Character.isLetterOrDigit(text.charAt(from))
        || !Character.isLetterOrDigit(text.charAt(to - 1))
        || !plain(text, from, to, false)) {
      return -1;
    }
    mark(Span.Mark.BOLD, true);
    words(text.substring(from, to));
    mark(Span.Mark.BOLD, false);
    return to + 2;
  }

  /** Reads code between single backticks, and says where it ends, or -1. */
  private int code(String text, int open) {
    int close = text.indexOf('`', open + 1);
    boolean single = close > open + 1 && !text.startsWith("`", close + 1);
    String words = single ? text.substring(open + 1, close) : " ";
    if (words.startsWith(" ") || words.endsWith(" ")) {
      return -1;
    }
    only(words, Span.Mark.CODE);
    return close + 1;
  }

  /** Reads a link or an image around plain words, and says where it ends, or -1. */
  private int linked(String text, int open, boolean image) {
    int middle = text.indexOf("](", open);
    int close = text.indexOf(')', middle);
    if (close < 0
        || !plain(text, open + 1, middle, false)
        || !plain(text, middle + 2, close, true)) {
      return -1;
    }
    marked(image, text.substring(open + 1, middle), text.substring(middle + 2, close));
    return close + 1;
  }

  /** Whether something stands in a part of a text, and nothing that may be markup. */
  private static boolean plain(String text, int from, int to, boolean address) {
    String marks = address ? "(<>\\&" : "[]`*_\\&<~=!《";
    boolean blank = true;
    for (int n = from; n < to; n++) {
      char c = text.charAt(n);
      boolean space = Character.isWhitespace(c);
      blank &= space;
      if (marks.indexOf(c) >= 0 || (address && (space || Character.isISOControl(c)))) {
        return false;
      }
    }
    return !blank;
  }

  private void marked(boolean image, String words, String destination) {
    if (image) {
      mark(Span.Mark.IMAGE, true);
    }
    link(destination);
    plain.append(words);
    link("");
    if (image) {
      mark(Span.Mark.IMAGE, false);
    }
  }

  /** Whether a character that may be markup can be, by what stands beside it. */
  private static boolean opens(String text, int n) {
    char before = n == 0 ? ' ' : text.charAt(n - 1);
    char after = n + 1 < text.length() ? text.charAt(n + 1) : ' ';
    return switch (text.charAt(n)) {
      case '\\', '`', '《' -> true;
      case '*' -> !Character.isWhitespace(after);
      case '_' -> !Character.isLetterOrDigit(before) && !Character.isWhitespace(after);
      case '[' -> after == '[' || after == '^' || text.indexOf("](", n) > 0;
      case '<' -> Character.isLetter(after) || after == '/' || after == '!';
      case '&' -> text.indexOf(';', n) > 0;
      case '~', '=' -> before == text.charAt(n);
      default -> false;
    };
  }

  /** Turns what CommonMark does not know into what it knows, outside of code. */
  private static String prepared(String text) {
    if (!text.contains("[[") && !text.contains("[^") && !text.contains("《")) {
      return text;
    }
    return CODE_OR_WORDS
        .matcher(text)
        .replaceAll(part ->
            Matcher.quoteReplacement(
                part.group().startsWith("`") ? part.group() : foreign(part.group())));
  }

  private static String foreign(String text) {
    String linked =
        WIKILINK
            .matcher(text)
            .replaceAll(link -> {
              String words = link.group(2) == null ? link.group(1) : link.group(2);
              return Matcher.quoteReplacement(
                  "[" + words + "](<" + link.group(1).replaceAll("[<>]", "") + ">)");
            });
    String noted = FOOTNOTE.matcher(linked).replaceAll("");
    return RUBY.matcher(noted)
        .replaceAll(ruby ->
            Matcher.quoteReplacement(
                (ruby.group(1) == null ? ruby.group(2) : ruby.group(1))
                    + "（"
                    + ruby.group(3)
                    + "）"));
  }

  /** Depth first without recursion, for marks can nest as deep as a line is long. */
  private void walk(Node root) {
    Node node = root;
    while (node != null) {
      enter(node);
      Node next = node.getFirstChild();
      while (next == null && !node.equals(root)) {
        leave(node);
        next = node.getNext();
        if (next == null) {
          node = node.getParent();
        }
      }
      if (next == null) {
        return;
      }
      node = next;
    }
  }

  private void enter(Node node) {
    switch (node) {
      case Text text -> words(text.getLiteral());
      case Code code -> only(code.getLiteral(), Span.Mark.CODE);
      case Link link -> link(link.getDestination());
      case Image image -> {
        mark(Span.Mark.IMAGE, true);
        link(image.getDestination());
      }
      case HtmlInline html -> html(html.getLiteral());
      case Emphasis emphasis -> mark(Span.Mark.ITALIC, true);
      case StrongEmphasis strong -> mark(Span.Mark.BOLD, true);
      case Marked marked -> mark(marked.mark, true);
      default -> plain.append(node instanceof org.commonmark.node.SoftLineBreak ? " " : "");
    }
  }

  private void leave(Node node) {
    switch (node) {
      case Link link -> link("");
      case Image image -> {
        link("");
        mark(Span.Mark.IMAGE, false);
      }
      case Emphasis emphasis -> mark(Span.Mark.ITALIC, false);
      case StrongEmphasis strong -> mark(Span.Mark.BOLD, false);
      case Marked marked -> mark(marked.mark, false);
      default -> {}
    }
  }

  private void words(String literal) {
    if (!target.isEmpty() || !literal.contains("://")) {
      plain.append(literal);
      return;
    }
    int at = 0;
    int first = Math.max(0, literal.indexOf("http"));
    Matcher url = URL.matcher(literal);
    for (boolean found = url.find(first); found; found = url.find()) {
      plain.append(literal, at, url.start());
      link(url.group());
      plain.append(url.group());
      link("");
      at = url.end();
    }
    plain.append(literal, at, literal.length());
  }

  /** Tags go, their text stays; what only looks like a tag ({@code <bucket-name>}) stays too. */
  private void html(String tag) {
    if (tag.regionMatches(true, 0, "<img", 0, 4)) {
      Matcher alternative = ALT.matcher(tag);
      only(alternative.find() ? alternative.group(1) : "", Span.Mark.IMAGE);
    } else if (tag.regionMatches(true, 0, "<br", 0, 3)) {
      plain.append(' ');
    } else if (tag.regionMatches(true, 0, "<rt", 0, 3)) {
      plain.append('（');
    } else if (tag.regionMatches(true, 0, "</rt", 0, 4)) {
      plain.append('）');
    } else if (!tag.startsWith("<!--") && !TAG.matcher(tag).matches()) {
      plain.append(tag);
    }
  }

  private void only(String text, Span.Mark mark) {
    mark(mark, true);
    plain.append(text);
    mark(mark, false);
  }

  private void mark(Span.Mark mark, boolean on) {
    flush();
    Set<Span.Mark> changed = EnumSet.noneOf(Span.Mark.class);
    changed.addAll(marks);
    if (on) {
      changed.add(mark);
    } else {
      changed.remove(mark);
    }
    marks = Set.copyOf(changed);
  }

  private void link(String destination) {
    flush();
    target = destination;
  }

  private void flush() {
    if (!plain.isEmpty()) {
      spans.add(new Span(plain.toString(), marks, target));
      plain.setLength(0);
    }
  }

  /** Text between two pairs of marks. */
  private static final class Marked extends CustomNode {
    private final Span.Mark mark;

    Marked(Span.Mark mark) {
      this.mark = mark;
    }
  }

  /** A pair of equal marks on either side: {@code ==x==}, {@code ~~x~~}. */
  private record Pair(char character, Span.Mark mark) implements DelimiterProcessor {
    @Override
    public char getOpeningCharacter() {
      return character;
    }

    @Override
    public char getClosingCharacter() {
      return character;
    }

    @Override
    public int getMinLength() {
      return 2;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
      if (opening.length() != 2 || closing.length() != 2) {
        return 0;
      }
      Marked marked = new Marked(mark);
      Node node = opening.getOpener().getNext();
      while (node != null && !node.equals(closing.getCloser())) {
        Node next = node.getNext();
        marked.appendChild(node);
        node = next;
      }
      opening.getOpener().insertAfter(marked);
      return 2;
    }
  }
}
