package dev.terakoya.lookup;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * Text to words, the same for notes and queries: fold, cut with Kuromoji (search mode: compounds
 * into their parts), put together again what Kuromoji cuts inside Latin names ({@code S3}, {@code
 * X-Forwarded-For}), base forms, one spelling of katakana. One analysis belongs to one thread.
 */
public final class Analysis {
  private final JapaneseTokenizer tokenizer =
      new JapaneseTokenizer(null, true, false, JapaneseTokenizer.Mode.SEARCH);
  private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
  private final BaseFormAttribute base = tokenizer.addAttribute(BaseFormAttribute.class);
  private final PositionLengthAttribute parts =
      tokenizer.addAttribute(PositionLengthAttribute.class);
  private final ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
  private final PartOfSpeechAttribute partOfSpeech =
      tokenizer.addAttribute(PartOfSpeechAttribute.class);

  Analysis() {}

  /** Reads Kuromoji's dictionary, which all share. */
  public static void prepare() {
    var _ = new Analysis();
  }

  /**
   * The words of a text, in its order; a run of katakana that is cut stands uncut before its parts.
   */
  List<Token> words(String text) {
    Folded folded = Folded.of(text);
    List<Token> words = new ArrayList<>();
    for (int from = 0; from < folded.text().length(); ) {
      int to = runEnd(folded.text(), from);
      if (isLatin(folded.text().charAt(from))) {
        latin(folded, from, to, words);
      } else {
        japanese(folded, from, to, words);
      }
      from = to;
    }
    return words;
  }

  private static Token word(Folded folded, String text, int from, int to, boolean content) {
    return new Token(text, folded.origin()[from], folded.origin()[to], content, Token.Kind.WORD);
  }

  /** A Latin run is one word; a number with its unit is also the number and the unit. */
  private static void latin(Folded folded, int from, int to, List<Token> words) {
    String text = folded.text();
    int unit = from;
    while (unit < to && Character.isDigit(text.charAt(unit))) {
      unit++;
    }
    if (unit == from || unit == to) {
      words.add(word(folded, text.substring(from, to), from, to, true));
    } else {
      words.add(run(folded, from, to));
      words.add(word(folded, text.substring(from, unit), from, unit, true));
      words.add(word(folded, text.substring(unit, to), unit, to, true));
    }
  }

  private void japanese(Folded folded, int from, int to, List<Token> words) {
    String text = folded.text().substring(from, to);
    if (text.isBlank()) {
      return;
    }
    try {
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      int uncut = 0;
      int whole = 0;
      while (tokenizer.incrementToken()) {
        boolean compound = parts.getPositionLength() > 1;
        boolean word = isKatakanaWord(term.toString()) && reading.getReading() != null;
        if (offset.startOffset() < whole || (compound && !word)) {
          continue;
        }
        whole = compound ? offset.endOffset() : whole;
        String form = base.getBaseForm() == null ? term.toString() : base.getBaseForm();
        String plain = isKatakanaWord(form) ? Kana.plain(form) : form;
        int end = runOfKatakana(text, offset.startOffset());
        if (offset.startOffset() >= uncut && end > offset.endOffset()) {
          words.add(run(folded, from + offset.startOffset(), from + end));
          uncut = end;
        }
        String part = partOfSpeech.getPartOfSpeech();
        words.add(
            new Token(
                plain,
                folded.origin()[from + offset.startOffset()],
                folded.origin()[from + offset.endOffset()],
                carriesMeaning(part),
                part.startsWith("動詞") || part.startsWith("形容詞")
                    ? Token.Kind.PREDICATE
                    : Token.Kind.WORD));
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("analysing a text in memory", e);
    }
  }

  private static Token run(Folded folded, int from, int to) {
    String text = Kana.plain(folded.text().substring(from, to));
    return new Token(text, folded.origin()[from], folded.origin()[to], true, Token.Kind.RUN);
  }

  /** Where the run of katakana that begins here ends; where it begins if there is none. */
  private static int runOfKatakana(String text, int from) {
    int to = from;
    while (to < text.length() && Kana.isKatakana(text.charAt(to)) && text.charAt(to) != '・') {
      to++;
    }
    return to;
  }

  private static boolean isKatakanaWord(String word) {
    return word.length() > 1 && word.chars().allMatch(Kana::isKatakana);
  }

  private static boolean carriesMeaning(String partOfSpeech) {
    return !(partOfSpeech.startsWith("助")
        || partOfSpeech.startsWith("記号")
        || partOfSpeech.startsWith("接続詞")
        || partOfSpeech.startsWith("フィラー")
        || partOfSpeech.startsWith("連体詞")
        || partOfSpeech.startsWith("感動詞")
        || partOfSpeech.startsWith("動詞-非自立")
        || partOfSpeech.startsWith("動詞-接尾")
        || partOfSpeech.startsWith("名詞-非自立")
        || partOfSpeech.startsWith("名詞-代名詞"));
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  /** The end of a run of Latin letters and digits, or of everything else. */
  private static int runEnd(String text, int from) {
    boolean latin = isLatin(text.charAt(from));
    int to = from + 1;
    while (to < text.length() && isLatin(text.charAt(to)) == latin) {
      to++;
    }
    return to;
  }
}
