package dev.terakoya.lookup;

import dev.terakoya.notes.Section;
import dev.terakoya.notes.SectionId;
import dev.terakoya.notes.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** How a section becomes a Lucene document, and back. */
final class Fields {
  /** Words and concepts of heading and body, with positions; at the top of a note of its title. */
  static final String WORDS = "words";

  /** Words and concepts of all headings down to the section's own. */
  static final String HEADINGS = "headings";

  /**
   * Pairs and triples of neighbouring characters, for words that are cut differently than asked.
   */
  static final String GRAMS = "grams";

  /** Consonants of Latin and katakana words, for English about Japanese notes. */
  static final String SOUND = "sound";

  /** The whole heading, folded: for beginnings of words, slips, and suggestions. */
  static final String NAME = "name";

  /** The section's id. */
  static final String ID = "id";

  /** The file, and the file with a digest of what was indexed of it. */
  static final String FILE = "file";

  static final String STAMP = "stamp";

  /** The section's {@link Passage}. */
  static final String PASSAGE = "passage";

  private static final String SEPARATOR = "\u0001";
  private static final FieldType WITH_POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType WITH_COUNTS = type(IndexOptions.DOCS_AND_FREQS);

  private Fields() {}

  static Document document(Section section, SectionWords words, String stamp) {
    List<Token> all = new ArrayList<>(section.path().size() > 1 ? List.of() : words.ancestors());
    all.addAll(words.heading());
    all.addAll(words.body());
    List<Token> headings = new ArrayList<>(words.ancestors());
    headings.addAll(words.heading());
    Document document = new Document();
    document.add(new StringField(ID, section.id().value(), Field.Store.NO));
    document.add(new StringField(FILE, section.source().file(), Field.Store.NO));
    document.add(new StringField(STAMP, stamp, Field.Store.NO));
    document.add(new Field(WORDS, new WordStream(texts(all)), WITH_POSITIONS));
    document.add(new Field(HEADINGS, new WordStream(texts(headings)), WITH_COUNTS));
    document.add(new Field(GRAMS, new WordStream(grams(section)), WITH_COUNTS));
    document.add(new BinaryDocValuesField(PASSAGE, Passage.of(section, words).bytes()));
    document.add(new Field(SOUND, new WordStream(sounds(all)), WITH_COUNTS));
    if (!section.path().isEmpty()) {
      document.add(
          new StringField(NAME, shortened(Folded.name(section.heading())), Field.Store.NO));
    }
    store(document, section);
    return document;
  }

  private static void store(Document document, Section section) {
    document.add(
        new StoredField(
            "section",
            String.join(
                SEPARATOR,
                section.id().value(),
                section.source().file(),
                String.valueOf(section.source().from()),
                String.valueOf(section.source().to()),
                String.valueOf(section.level()),
                String.valueOf(section.headingLines()),
                String.join("\u0002", section.path()),
                String.join("\n", section.lines()))));
  }

  /** The section that a document was made from. */
  static Section section(Document document) {
    String[] parts = document.get("section").split(SEPARATOR, 8);
    return new Section(
        new SectionId(parts[0]),
        Integer.parseInt(parts[4]),
        parts[6].isEmpty() ? List.of() : List.of(parts[6].split("\u0002", -1)),
        Integer.parseInt(parts[5]),
        List.of(parts[7].split("\n", -1)),
        new Source(parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
  }

  /** Neighbouring pairs of a text's characters, Latin words left out; folded, marks left out. */
  static List<String> grams(String text) {
    List<String> grams = new ArrayList<>();
    String folded = Folded.text(text);
    for (int i = 0; i + 1 < folded.length(); i++) {
      if (gramCharacter(folded.charAt(i)) && gramCharacter(folded.charAt(i + 1))) {
        boolean triple = i + 2 < folded.length() && gramCharacter(folded.charAt(i + 2));
        grams.add(folded.substring(i, triple ? i + 3 : i + 2));
      }
    }
    return grams;
  }

  private static List<String> grams(Section section) {
    List<String> grams = new ArrayList<>(grams(section.heading()));
    section.lines().stream()
        .skip(section.headingLines())
        .forEach(line -> grams.addAll(grams(line)));
    return grams;
  }

  private static boolean gramCharacter(char c) {
    return c >= 128 && Character.isLetterOrDigit(c);
  }

  /** How words sound, each sound once. */
  static List<String> sounds(List<Token> words) {
    Set<String> sounds = new LinkedHashSet<>();
    words.forEach(word -> sounds.add(word.sound()));
    sounds.remove("");
    return List.copyOf(sounds);
  }

  private static List<String> texts(List<Token> words) {
    List<String> texts = new ArrayList<>(words.size());
    words.forEach(word -> texts.add(shortened(word.text())));
    return texts;
  }

  /** Lucene refuses words of more than 32,766 bytes. */
  private static String shortened(String word) {
    return word.length() <= 200
        ? word
        : word.substring(0, Character.isHighSurrogate(word.charAt(199)) ? 199 : 200);
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.freeze();
    return type;
  }
}
