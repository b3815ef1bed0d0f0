package dev.terakoya.lookup;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Mention;
import dev.terakoya.glossary.Term;
import dev.terakoya.notes.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A section as its words, line by line: what is indexed, and what answers are weighed by.
 *
 * @param ancestors words of the note's title and of the headings above
 * @param heading words of its own heading
 * @param lines words of each line under the heading, in order; a blank line has none
 */
record SectionWords(List<Token> ancestors, List<Token> heading, List<List<Token>> lines) {
  /** Marks a word that stands for a term of the glossary, whatever name the text calls it by. */
  static final char CONCEPT = '#';

  private static final Pattern NOISE =
      Pattern.compile("\\]\\([^)\\s]*\\)|https?://[\\w!?/+\\-~=;.,*&@#$%()'\\[\\]]+");

  private static final int SHORTEST_SLIP = 5;

  /**
   * The words of a note's sections.
   *
   * @param title of the note, which stands above all headings; empty for none
   */
  static List<SectionWords> of(
      List<Section> sections, String title, Analysis analysis, Glossary glossary) {
    Map<String, List<Token>> ancestors = new HashMap<>();
    List<SectionWords> all = new ArrayList<>();
    for (Section section : sections) {
      List<String> path = section.path();
      List<String> parents = path.isEmpty() ? path : path.subList(0, path.size() - 1);
      String above = title + " / " + String.join(" / ", parents);
      List<List<Token>> lines = new ArrayList<>();
      for (String line : section.lines().subList(section.headingLines(), section.lines().size())) {
        lines.add(words(line, analysis, glossary));
      }
      all.add(
          new SectionWords(
              ancestors.computeIfAbsent(above, text -> words(text, analysis, glossary)),
              heading(section.heading(), analysis, glossary),
              lines));
    }
    return all;
  }

  /**
   * A heading's words; one that is a term's name written apart or with a slip stands for that term.
   */
  private static List<Token> heading(String heading, Analysis analysis, Glossary glossary) {
    List<Token> words = words(heading, analysis, glossary);
    if (words.stream().noneMatch(Token::concept)) {
      glossary.nearly(heading).ifPresent(term -> words.add(concept(term, 0, heading.length())));
    }
    return words;
  }

  /** The words of a text, concepts after plain words. */
  static List<Token> words(String text, Analysis analysis, Glossary glossary) {
    if (text.isBlank()) {
      return new ArrayList<>();
    }
    String clean =
        text.contains("](") || text.contains("://")
            ? NOISE.matcher(text).replaceAll(m -> " ".repeat(m.end() - m.start()))
            : text;
    List<Token> words = analysis.words(clean);
    List<Mention> mentions = glossary.mentions(clean);
    List<Token> slips = slips(words, mentions, glossary);
    mentions.forEach(m -> words.add(concept(m.term(), m.from(), m.to())));
    Measures.marks(words)
        .forEach(mark -> words.add(new Token(mark, 0, 0, true, Token.Kind.MEASURE)));
    words.addAll(slips);
    return words;
  }

  private static Token concept(Term term, int from, int to) {
    return new Token(CONCEPT + term.id(), from, to, true, Token.Kind.CONCEPT);
  }

  /** Terms that the notes write with a slip, such as Lamda. */
  private static List<Token> slips(List<Token> words, List<Mention> mentions, Glossary glossary) {
    List<Token> slips = new ArrayList<>();
    for (Token word : words) {
      boolean name = word.text().length() >= SHORTEST_SLIP && (word.latin() || word.katakana());
      if (name
          && mentions.stream().noneMatch(m -> m.from() <= word.from() && word.to() <= m.to())) {
        glossary
            .nearly(word.text())
            .ifPresent(term -> slips.add(concept(term, word.from(), word.to())));
      }
    }
    return slips;
  }

  /** All words under the heading. */
  List<Token> body() {
    return lines.stream().flatMap(List::stream).toList();
  }
}
