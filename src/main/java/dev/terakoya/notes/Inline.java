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
  private Set<Span.Mark> marks = EnumSet.noneOf(Span.Mark.class);
  private String target = "";

  private Inline() {}

  /** The text's runs from left to right. */
  static List<Span> read(String written) {
    String text = Invisible.without(written);
    if (text.length() > LONGEST || !marked(text)) {
      return text.isEmpty() ? List.of() : List.of(Span.of(text));
    }
    Inline inline = new Inline();
    Node document = PARSER.parse(prepared(text));
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      inline.walk(block);
    }
    inline.flush();
    return Bold.mend(inline.spans);
  }

  /** The text without any markup. */
  static String text(String text) {
    return read(text).stream().map(Span::text).collect(Collectors.joining());
  }

  private static boolean marked(String text) {
    int bracket = -2;
    int semicolon = -2;
    for (int n = 0; n < text.length(); n++) {
      char c = text.charAt(n);
      switch (c) {
        case '`', '《', '\\' -> {
          return true;
        }
        case '[' -> bracket = bracket == -2 ? text.lastIndexOf("](") : bracket;
        case '&' -> semicolon = semicolon == -2 ? text.lastIndexOf(';') : semicolon;
        default -> {}
      }
      if (c < 0x80 && opens(text, n, bracket > n, semicolon > n)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a character that may be markup can be, by what stands beside it. */
  private static boolean opens(String text, int n, boolean link, boolean entity) {
    char before = n == 0 ? ' ' : text.charAt(n - 1);
    char after = n + 1 < text.length() ? text.charAt(n + 1) : ' ';
    return switch (text.charAt(n)) {
      case '*' -> !Character.isWhitespace(after);
      case '_' -> !Character.isLetterOrDigit(before) && !Character.isWhitespace(after);
      case '[' -> link || after == '[' || after == '^';
      case '<' -> Character.isLetter(after) || after == '/' || after == '!';
      case '&' -> entity;
      case '~', '=' -> before == text.charAt(n);
      case ':' -> after == '/' && text.startsWith("://", n);
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
    for (Matcher url = URL.matcher(literal); url.find(); at = url.end()) {
      plain.append(literal, at, url.start());
      link(url.group());
      plain.append(url.group());
      link("");
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
    marks = EnumSet.copyOf(marks);
    if (on) {
      marks.add(mark);
    } else {
      marks.remove(mark);
    }
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
